"""Asking the desk, and hearing no in a sentence."""

from __future__ import annotations

from concurrent.futures import Future

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from facilitator.activities import discover
from facilitator.console.asking import refusals_of
from facilitator.convening.clock import AddMinutes, PauseTimer
from facilitator.convening.ids import ROOM
from facilitator.convening.notes import WriteNote
from facilitator.convening.words import Receipt, Wish
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room


def test_a_refusal_is_told_as_a_sentence(room: Room, qtbot: QtBot) -> None:
    asking = Asking(room.say_to(ROOM), refusals_of(room.activities))

    with qtbot.waitSignal(asking.refused) as told:
        asking.say(PauseTimer())

    assert told.args == ["No timer is running."]


def test_whoever_asked_hears_the_refusal_instead_of_everybody(room: Room, qtbot: QtBot) -> None:
    asking, heard = Asking(room.say_to(ROOM), refusals_of(room.activities)), list[str]()
    asking.refused.connect(lambda _: heard.append("everybody"))

    asking.ask(AddMinutes(1), refused=heard.append)

    qtbot.waitUntil(lambda: heard == ["No timer is running."])


def test_a_receipt_comes_to_whoever_asked(room: Room, qtbot: QtBot) -> None:
    asking, heard = Asking(room.say_to(ROOM), refusals_of(room.activities)), list[Receipt]()
    block = room.block("Arrive")

    with qtbot.waitSignal(asking.granted):
        asking.ask(WriteNote(block, "tea"), granted=heard.append)

    assert heard[0].seq == room.desk.news.seq


def test_a_fault_of_ours_is_told_plainly(qtbot: QtBot) -> None:
    def broken(_wish: Wish) -> Future[Receipt]:
        answer: Future[Receipt] = Future()
        answer.set_exception(KeyError("nobody"))
        return answer

    asking = Asking(broken, {})

    with qtbot.waitSignal(asking.refused) as told:
        asking.say(PauseTimer())

    assert told.args == ["That did not work. Nothing has changed."]


def test_an_answer_that_comes_after_the_page_has_closed_is_told_to_nobody() -> None:
    answer: Future[Receipt] = Future()
    asking = Asking(lambda _wish: answer, {})
    told: list[str] = []
    asking.refused.connect(told.append)
    asking.say(PauseTimer())

    delete(asking)
    answer.set_result(Receipt("w", 1))

    assert not told


def test_the_sentences_of_all_activities_are_known() -> None:
    assert {"vote.is_open", "board.not_collecting", "wicked.half_missing"} <= set(refusals_of(discover()))
