"""The first answer to a wish, asked again from a phone whose seat is another one by now."""

from __future__ import annotations

import sqlite3

from facilitator.convening.words import Refusal
from facilitator.store import kept
from facilitator.store.answers import first_answer, first_answer_to
from facilitator.store.forgetting import unseat
from facilitator.store.log import Log
from tests.convening.given import BOOK
from tests.desk.laptop import empty_file


def said_by_amina() -> sqlite3.Connection:
    """Amina's phone said two wishes: one was taken, one refused."""
    file = empty_file()
    kept.seat_device(file, "phone", "monday", "amina")
    log = Log(file, BOOK.kinds, "monday", "0a0a0a0a")
    log.remember("yes", "amina", 7)
    log.remember("no", "amina", Refusal("text.empty"))
    return file


def told(file: sqlite3.Connection, wish: str, device: str = "phone") -> int | str | None:
    answer = first_answer_to(file, wish, device, "monday")
    return answer.code if isinstance(answer, Refusal) else answer


def test_a_phone_hears_the_first_answer_again_and_no_other_phone_does() -> None:
    file = said_by_amina()
    kept.seat_device(file, "other", "monday", "tomas")

    assert (told(file, "yes"), told(file, "no"), told(file, "new")) == (7, "text.empty", None)
    assert (told(file, "yes", "other"), told(file, "no", "other")) == ("wish.not_yours", "wish.not_yours")
    assert (told(file, "yes", "nobody's"), told(file, "new", "other")) == ("wish.not_yours", None)


def test_a_seat_that_was_moved_taken_or_left_for_another_keeps_its_answers() -> None:
    moved, taken, left = said_by_amina(), said_by_amina(), said_by_amina()

    kept.move_devices(moved, "monday", "amina", "tomas")
    kept.free_seat(taken, "monday", "amina")
    kept.seat_device(left, "phone", "monday", "tomas")

    for file in (moved, taken, left):
        assert (told(file, "yes"), told(file, "no")) == (7, "text.empty")
        assert told(file, "yes", "other") == "wish.not_yours"


def test_of_who_is_forgotten_it_is_forgotten_too_where_they_sat() -> None:
    file = said_by_amina()
    kept.move_devices(file, "monday", "amina", "tomas")

    unseat(file, "monday", "amina")

    assert file.execute("select * from receipt where by = 'amina' or id like '%amina%'").fetchall() == []
    assert first_answer(file, "yes", {"amina"}) is None
