"""The line that points out what looks alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.twin_line import TwinLine


def test_one_pair_is_pointed_out_at_a_time_and_the_rest_is_counted(qtbot: QtBot) -> None:
    done: list[str] = []
    line = TwinLine(lambda: done.append("look"), lambda: done.append("apart"))
    qtbot.addWidget(line)
    line.show_pairs([])
    assert line.isHidden()

    line.resize(900, 40)
    line.show_pairs([("Solar pumps", "Solar\npump"), ("a", "b"), ("c", "d")])
    for name in ("Look at both", "Not the same"):
        button = next(each for each in line.findChildren(QAbstractButton) if each.accessibleName() == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    said = [label.accessibleName() for label in line.findChildren(QLabel)]
    assert said == ["“\u2068Solar pumps\u2069” and “\u2068Solar pump\u2069” look alike.", "2 more pairs"]
    assert done == ["look", "apart"]
