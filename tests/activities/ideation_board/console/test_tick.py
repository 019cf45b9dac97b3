"""A box to tick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.tick import Tick
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use


def test_a_press_on_its_words_or_space_ticks_and_the_box_is_filled(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    tick = Tick()
    qtbot.addWidget(tick)
    tick.show_text("Show both wordings & more")
    tick.resize(260, 26)
    tick.show()

    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(200, 13))

    assert tick.isChecked()
    assert tick.accessibleName() == "Show both wordings & more"
    accent = theme_in_use().inks.accent
    assert tick.grab().toImage().pixelColor(3, 18) == accent
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()
    assert tick.grab().toImage().pixelColor(3, 18) != accent
