"""The log: facts in order without a gap, answers that are remembered, and savepoints that leave nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from facilitator.convening.facts import Fact
from facilitator.convening.ids import HOST, ROOM, STAGE
from facilitator.convening.stage_state import Stage
from facilitator.convening.words import Refusal, added
from facilitator.store.log import Log
from facilitator.store.reading import facts, own_facts
from tests.convening.given import AMINA, BOOK
from tests.desk.laptop import empty_file

FACT = Fact(0, "first", "", "", 0, 0, 1, HOST, ROOM, "stage.shown", 1, (added(Stage(STAGE)),))


def log() -> Log:
    return Log(empty_file(), BOOK.kinds, "monday", "0a0a0a0a")


def fail_after(book: Log, work: Callable[[], object]) -> None:
    """Do something in a savepoint that fails afterwards."""
    with suppress(ZeroDivisionError), book.savepoint():
        work()
        raise ZeroDivisionError


def test_a_fact_is_kept_with_its_numbers_and_read_as_it_was_written() -> None:
    book = log()
    book.begin()
    kept = [book.append(replace(FACT, id=name)) for name in ("first", "second")]
    book.commit()

    assert [(fact.seq, fact.oseq, fact.origin, fact.stream) for fact in kept] == [
        (1, 1, "0a0a0a0a", "monday"), (2, 2, "0a0a0a0a", "monday"),
    ]  # fmt: skip
    assert kept[1].hlc > kept[0].hlc
    assert list(facts(book.connection, "monday")) == kept
    assert list(facts(book.connection, "monday", after=1)) == kept[1:]
    assert list(own_facts(book.connection, "monday", HOST)) == kept[::-1]
    assert not list(own_facts(book.connection, "monday", AMINA))
    assert book.seq() == 2


def test_what_is_rolled_back_leaves_no_gap() -> None:
    book = log()
    book.begin()
    book.append(FACT)
    book.roll_back()
    book.roll_back()
    book.begin()
    fail_after(book, lambda: book.append(FACT))
    kept = book.append(FACT)
    book.commit()

    assert kept.oseq == 1


def test_the_log_goes_on_after_what_somebody_else_wrote_in_the_same_file() -> None:
    book = log()
    other = Log(book.connection, BOOK.kinds, "tuesday", "0a0a0a0a")
    for one, name in ((book, "a"), (other, "b"), (book, "c")):
        one.begin()
        one.append(replace(FACT, id=name))
        one.commit()

    found = book.connection.execute("select id, oseq from fact order by seq").fetchall()
    assert found == [("a", 1), ("b", 2), ("c", 3)]


def test_the_stamp_of_a_field_is_its_last_writers_in_this_convening() -> None:
    book = log()
    assert book.stamp("stage", STAGE, "shows") == ""
    book.begin()
    kept = book.append(FACT)
    book.commit()

    assert book.stamp("stage", STAGE, "shows") == f"{kept.hlc:016x}0a0a0a0a"
    assert Log(book.connection, BOOK.kinds, "tuesday", "0a0a0a0a").stamp("stage", STAGE, "shows") == ""


def test_answers_that_are_no_facts_are_remembered_for_who_asked() -> None:
    book = log()
    book.remember("yes", "amina", 7)
    book.remember("no", "amina", Refusal("ballot.too_many_dots", dots=3))
    book.remember("no", "amina", 9)

    assert book.answered("yes", {"amina"}) == 7
    no = book.answered("no", {"amina", "phone"})
    assert isinstance(no, Refusal)
    assert (no.code, no.values) == ("ballot.too_many_dots", {"dots": 3})
    stranger = book.answered("yes", {"tomas"})
    assert isinstance(stranger, Refusal)
    assert stranger.code == "wish.not_yours"
    assert book.answered("new", {"amina"}) is None


def test_the_disk_giving_up_in_a_savepoint_is_told_as_it_is() -> None:
    book = log()
    book.begin()
    fail_after(book, lambda: book.connection.execute("rollback"))
    book.begin()
    book.commit()
