"""Switches: pressed anywhere, shown without telling, named by their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Side, Switch


@pytest.mark.parametrize("x", [5, 100])
def test_a_press_on_the_switch_or_its_words_switches(qtbot: QtBot, theme: Theme, x: int) -> None:
    switch = Switch("New ideas open")
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())

    with qtbot.waitSignal(switch.toggled) as told:
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))

    assert told.args == [True]


def test_space_switches(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch("New ideas open")
    qtbot.addWidget(switch)

    QTest.keyClick(switch, Qt.Key.Key_Space)

    assert switch.isChecked()


def test_showing_what_is_true_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch("New ideas open")
    qtbot.addWidget(switch)

    with qtbot.assertNotEmitted(switch.toggled):
        switch.show_state(True)

    assert switch.isChecked()


def test_a_switch_that_is_on_looks_on(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch("Chime at the end", Side.END)
    qtbot.addWidget(switch)
    switch.resize(300, 24)
    off = switch.grab().toImage().pixelColor(285, 5)

    switch.show_state(True)

    assert off == theme.inks.line_strong
    assert switch.grab().toImage().pixelColor(285, 5) == theme.inks.accent


def test_a_switch_is_named_and_says_whether_it_is_on(qtbot: QtBot, theme: Theme) -> None:
    switch = Switch("Names & countries")
    qtbot.addWidget(switch)
    switch.show_state(True)
    spoken = QAccessible.queryAccessibleInterface(switch)

    assert spoken.role() is QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Names & countries"
    assert spoken.state().checked


def test_a_switch_has_room_for_its_words(qtbot: QtBot, theme: Theme) -> None:
    assert Switch("Names on stage, and in the summary").minimumSizeHint().width() > Switch("Names").sizeHint().width()
