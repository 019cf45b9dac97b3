"""The choice of how many ideas each person may send."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.limit import LimitChoice
from facilitator.activities.ideation_board.rules import LimitIdeas
from facilitator.convening.words import Wish


def test_a_limit_is_chosen_by_key_and_shown_whatever_it_is(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    choice = LimitChoice(asked.append)
    qtbot.addWidget(choice)
    choice.show()
    assert choice.currentText() == "any number each"

    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    choice.show_limit(2)
    assert choice.currentText() == "2 ideas each"
    choice.show_limit(7)

    assert asked == [LimitIdeas(1), LimitIdeas(2)]
    assert choice.currentText() == "7 ideas each"
