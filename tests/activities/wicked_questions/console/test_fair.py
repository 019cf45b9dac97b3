"""The five points of a fair pair."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.check import nudges
from facilitator.activities.wicked_questions.console.fair import FairPair, NudgeBox, Tick
from facilitator.kit.qt.widgets import Chip


def test_points_are_ticked_and_counted(qtbot: QtBot) -> None:
    fair = FairPair()
    qtbot.addWidget(fair)
    fair.show()

    for point in fair.findChildren(QCheckBox)[:4]:
        QTest.mouseClick(point, Qt.MouseButton.LeftButton)

    assert fair.findChildren(Chip)[0].accessibleName() == "4 of 5"


def test_another_pair_begins_without_ticks(qtbot: QtBot) -> None:
    fair = FairPair()
    qtbot.addWidget(fair)
    fair.findChildren(QCheckBox)[0].setChecked(True)

    fair.clear()

    assert not any(point.isChecked() for point in fair.findChildren(QCheckBox))


def test_one_nudge_at_a_time(qtbot: QtBot) -> None:
    box = NudgeBox()
    qtbot.addWidget(box)

    box.show_nudges(nudges("those people", "they never come"))

    assert "The first half leans on “those people”." in [label.text() for label in box.findChildren(QLabel)]
    box.show_nudges([])
    assert box.isHidden()


def test_a_longer_point_takes_another_line(qtbot: QtBot) -> None:
    short, long = Tick("Short"), Tick("A point that says a good deal more than that")
    for tick in (short, long):
        qtbot.addWidget(tick)

    assert long.heightForWidth(200) > short.heightForWidth(200)
