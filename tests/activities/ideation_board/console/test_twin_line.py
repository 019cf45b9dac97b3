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

    pair, more = line.findChildren(QLabel)
    assert pair.accessibleName() == "“\u2068Solar pumps\u2069” and “\u2068Solar pump\u2069” look alike."
    assert more.text() == "2 more pairs"
    assert done == ["look", "apart"]


def test_where_room_is_short_the_ideas_are_cut_and_not_their_count(qtbot: QtBot) -> None:
    line = TwinLine(lambda: None, lambda: None)
    qtbot.addWidget(line)
    line.show()
    line.show_pairs([("Rain tanks on every school roof", "Rain tanks on each of the school roofs"), ("a", "b")])
    line.resize(600, 40)

    pair, more = line.findChildren(QLabel)
    qtbot.waitUntil(lambda: "…" in pair.text())
    assert more.text() == "1 more pair"
    assert more.width() >= more.sizeHint().width()
