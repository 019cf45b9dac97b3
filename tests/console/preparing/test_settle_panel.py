"""The list of what is to settle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.preparing.settle_panel import SettlePanel
from facilitator.convening import checks
from facilitator.convening.checks import Severity, Unsettled
from facilitator.convening.days import FIRST_DAY
from tests.console.conftest import Room, press


def test_warnings_come_first_and_enter_tells_which(room: Room, shown: Callable[[QWidget], None], qtbot: QtBot) -> None:
    block = room.block("Lunch")
    thought = Unsettled(checks.BUFFER_SMALL, FIRST_DAY, block, Severity.SUGGESTION, {"minutes": 22})
    warning = Unsettled(checks.NO_GUIDE, FIRST_DAY, block)
    panel = SettlePanel()
    panel.show_unsettled((thought, warning), room.records, {FIRST_DAY: "Day 1"})
    shown(panel)

    assert [row.words for row in panel.list.rows()] == [
        "Nobody leads “Lunch” yet.",
        "There is little room for delays. Add a buffer of 22 min.",
    ]
    with qtbot.waitSignal(panel.wanted) as wanted:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == [warning]
    with qtbot.waitSignal(panel.closed):
        press(qtbot, panel, "Close the list")
