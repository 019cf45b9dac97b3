"""Lines of truths and of pairs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.lines import Line, LineList


def test_enter_tells_the_line_that_was_pressed(qtbot: QtBot) -> None:
    lines, pressed = LineList("Truths", 32), list[str]()
    qtbot.addWidget(lines)
    lines.pressed_line.connect(pressed.append)
    lines.show_lines([Line("a", "One"), Line("b", "Two")])
    lines.go_to("b")

    QTest.keyClick(lines, Qt.Key.Key_Return)

    assert pressed == ["b"]


def test_a_pair_is_read_aloud_as_a_whole_question(qtbot: QtBot) -> None:
    lines = LineList("Candidates", 34)
    qtbot.addWidget(lines)

    lines.show_lines([Line("a", "fast", "AND", "slow", whole="How is it that we are fast and slow?", end="3 people")])

    said = lines.model().data(lines.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "How is it that we are fast and slow?, 3 people"


def test_the_current_line_stays_current_when_counts_change(qtbot: QtBot) -> None:
    lines = LineList("Truths", 32)
    qtbot.addWidget(lines)
    lines.show_lines([Line("a", "One", end="1"), Line("b", "Two", end="1")])
    lines.go_to("b")

    lines.show_lines([Line("b", "Two", end="2"), Line("a", "One", end="1")])

    assert lines.current() == "b"
