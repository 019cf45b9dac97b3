"""The console's outbox: asks again with the same id until there is an answer, and says how many wait."""

from __future__ import annotations

import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count, pairwise

import pytest
from pytestqt.qtbot import QtBot

from facilitator.convening.ids import WishId
from facilitator.convening.words import NotSaved, Receipt, Refusal, Wish
from facilitator.kit.qt.outbox import Outbox


@dataclass(frozen=True, slots=True)
class AddIdea(Wish):
    text: str


@dataclass
class Desk:
    """Answers each attempt with the next of its answers; the last one for ever."""

    answers: list[Exception | None]
    asked: list[tuple[str, str]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    def ask(self, wish: Wish, wish_id: WishId) -> Future[Receipt]:
        assert isinstance(wish, AddIdea)
        self.asked.append((wish.text, wish_id))
        self.at.append(time.monotonic())
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        future: Future[Receipt] = Future()
        if answer is None:
            future.set_result(Receipt(wish_id, len(self.asked)))
        else:
            future.set_exception(answer)
        return future


def outbox_for(desk: Desk) -> Outbox:
    numbers = count(1)
    return Outbox(desk.ask, lambda: WishId(f"wish-{next(numbers)}"), first_delay_ms=5)


def test_a_wish_that_is_saved_is_answered_with_its_receipt(qtbot: QtBot) -> None:
    outbox = outbox_for(Desk([None]))

    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(answer.done)

    assert answer.result() == Receipt("wish-1", 1)


def test_a_wish_that_could_not_be_saved_is_asked_again_with_the_same_id(qtbot: QtBot) -> None:
    desk = Desk([NotSaved(), NotSaved(), None])
    outbox = outbox_for(desk)

    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(answer.done)

    assert desk.asked == [("Rain tanks", "wish-1")] * 3


def test_a_refusal_is_an_answer(qtbot: QtBot) -> None:
    desk = Desk([Refusal("board.no_such_card")])
    outbox = outbox_for(desk)

    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(answer.done)

    with pytest.raises(Refusal, match=r"board\.no_such_card"):
        answer.result()
    assert len(desk.asked) == 1


def test_it_tells_how_many_wait_and_when_none_do(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    outbox = outbox_for(desk)
    told: list[int] = []
    outbox.waiting_changed.connect(told.append)

    answers = [outbox.say(AddIdea("Rain tanks")), outbox.say(AddIdea("Fence springs"))]
    qtbot.waitUntil(lambda: outbox.waiting() == 2)
    desk.answers = [None]
    qtbot.waitUntil(lambda: all(answer.done() for answer in answers))

    assert told == [1, 2, 1, 0]
    assert outbox.waiting() == 0


def test_each_wait_is_longer_than_the_one_before(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    outbox = outbox_for(desk)

    outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(lambda: len(desk.at) >= 5)

    waits = [later - earlier for earlier, later in pairwise(desk.at)]
    assert all(wait >= least - 0.002 for wait, least in zip(waits, (0.005, 0.010, 0.020, 0.040), strict=False))


def test_whoever_chose_an_id_keeps_it(qtbot: QtBot) -> None:
    desk = Desk([NotSaved(), None])
    outbox = outbox_for(desk)

    answer = outbox.say_as(AddIdea("Rain tanks"), WishId("mine"))
    qtbot.waitUntil(answer.done)

    assert {wish_id for _, wish_id in desk.asked} == {"mine"}


def test_a_wish_taken_back_is_not_asked_again(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    outbox = outbox_for(desk)

    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(lambda: outbox.waiting() == 1)
    answer.cancel()
    qtbot.waitUntil(lambda: outbox.waiting() == 0)

    assert answer.cancelled()


def test_once_the_disk_is_well_nobody_waits_for_the_next_attempt(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    numbers = count(1)
    outbox = Outbox(desk.ask, lambda: WishId(f"wish-{next(numbers)}"), first_delay_ms=600_000)
    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(lambda: outbox.waiting() == 1)

    desk.answers = [None]
    outbox.try_now()
    outbox.try_now()

    qtbot.waitUntil(answer.done)
    assert desk.asked == [("Rain tanks", "wish-1")] * 2


def test_a_closed_outbox_asks_no_more_and_says_so_to_whoever_waits(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    outbox = outbox_for(desk)
    answer = outbox.say(AddIdea("Rain tanks"))
    qtbot.waitUntil(lambda: outbox.waiting() == 1)

    outbox.close()
    late = outbox.say(AddIdea("Fence springs"))
    qtbot.waitUntil(lambda: answer.done() and late.done())
    asked = len(desk.asked)
    qtbot.wait(100)

    assert [type(each.exception()) for each in (answer, late)] == [NotSaved, NotSaved]
    assert len(desk.asked) == asked
    assert outbox.waiting() == 0


def test_what_was_decided_while_it_closed_is_answered(qtbot: QtBot) -> None:
    outbox = outbox_for(Desk([None]))
    answer = outbox.say(AddIdea("Rain tanks"))

    outbox.close()

    assert answer.result(0) == Receipt("wish-1", 1)


def test_what_waits_is_asked_again_in_the_order_it_was_said(qtbot: QtBot) -> None:
    desk = Desk([NotSaved()])
    numbers = count(1)
    outbox = Outbox(desk.ask, lambda: WishId(f"wish-{next(numbers)}"), first_delay_ms=600_000)
    said = [f"idea {number}" for number in range(20)]
    for text in said:
        outbox.say(AddIdea(text))
    qtbot.waitUntil(lambda: outbox.waiting() == len(said))
    desk.asked.clear()

    desk.answers = [None]
    outbox.try_now()

    assert [text for text, _ in desk.asked] == said
