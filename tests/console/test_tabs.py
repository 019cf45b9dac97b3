"""Pages side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.tabs import Tabs
from tests.console.conftest import button, press


def test_a_press_tells_the_page_and_the_arrows_go_along(shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    tabs = Tabs(("Agenda", "Convening", "People"))
    shown(tabs)

    with qtbot.waitSignal(tabs.turned) as turned:
        press(qtbot, tabs, "People")
    button(tabs, "People").setFocus()
    QTest.keyClick(button(tabs, "People"), Qt.Key.Key_Right)

    assert turned.args == [2]
    assert button(tabs, "Agenda").hasFocus()
