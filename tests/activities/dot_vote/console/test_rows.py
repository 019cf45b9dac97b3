"""Rows of a vote."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.rows import Check, Row, RowList


def test_space_tells_the_row_that_was_pressed(qtbot: QtBot) -> None:
    rows, pressed = RowList("Ideas", 40), list[str]()
    qtbot.addWidget(rows)
    rows.pressed_row.connect(pressed.append)
    rows.show_rows([Row("a", "One", check=Check.ON), Row("b", "Two", check=Check.OFF)])
    rows.setCurrentIndex(rows.model().index(1, 0))

    QTest.keyClick(rows, Qt.Key.Key_Space)

    assert pressed == ["b"]


def test_the_current_row_stays_current_when_others_come(qtbot: QtBot) -> None:
    rows = RowList("Ideas", 40)
    qtbot.addWidget(rows)
    rows.show_rows([Row("a", "One"), Row("b", "Two")])
    rows.setCurrentIndex(rows.model().index(1, 0))

    rows.show_rows([Row("c", "New"), Row("a", "One"), Row("b", "Two")])

    assert rows.current() == "b"


def test_a_row_is_read_aloud_with_its_number_and_its_end(qtbot: QtBot) -> None:
    rows = RowList("Result", 40)
    qtbot.addWidget(rows)

    rows.show_rows([Row("a", "Pool funds", "1", "3 dots")])

    assert rows.model().data(rows.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "1. Pool funds, 3 dots"
