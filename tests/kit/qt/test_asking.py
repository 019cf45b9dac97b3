"""How a face asks: refusals as sentences, and twice for what cannot be undone."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote import ACTIVITY
from facilitator.convening.clock import PauseTimer
from facilitator.convening.words import Receipt, Refusal, Wish
from facilitator.kit.qt.asking import WITHIN_MS, Asking, Twice


class Door:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.answers: list[Future[Receipt]] = []

    def say(self, _wish: Wish) -> Future[Receipt]:
        self.answers.append(Future())
        return self.answers[-1]


def test_a_refusal_is_told_as_a_sentence_and_what_is_taken_is_told_too(qapp: QApplication) -> None:
    host, door, heard = QObject(), Door(), list[str]()
    asking = Asking(door.say, ACTIVITY.refusals, host)
    asking.refused.connect(heard.append)
    asking.granted.connect(lambda: heard.append("taken"))

    asking(PauseTimer())
    asking(PauseTimer())
    door.answers[0].set_exception(Refusal("vote.is_open"))
    door.answers[1].set_result(Receipt("w", 1))
    qapp.processEvents()

    assert heard == ["The rules are fixed while the vote is open.", "taken"]


def test_who_asked_hears_that_it_was_refused(qapp: QApplication) -> None:
    host, door, heard = QObject(), Door(), list[str]()
    asking = Asking(door.say, ACTIVITY.refusals, host)

    asking(PauseTimer(), lambda: heard.append("no"))
    door.answers[0].set_exception(Refusal("vote.is_open"))
    qapp.processEvents()

    assert heard == ["no"]


def test_what_cannot_be_undone_is_done_at_the_second_press(qapp: QApplication) -> None:
    host, done = QObject(), list[str]()
    twice = Twice(lambda: done.append("done"), host)

    twice.press()
    after_one = list(done)
    twice.press()

    assert after_one == []
    assert done == ["done"]


def test_the_second_press_has_a_short_while(qtbot: QtBot) -> None:
    host, done = QObject(), list[str]()
    twice = Twice(lambda: done.append("done"), host, within_ms=20)

    with qtbot.waitSignal(twice.relaxed):
        twice.press()
    twice.press()

    assert done == []
    assert WITHIN_MS == 3000
