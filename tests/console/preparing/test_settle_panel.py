"""The list of what is to settle."""

from __future__ import annotations

from collections.abc import Callable

import pytest
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


def test_blocks_that_nobody_leads_are_one_line_that_opens_to_all(
    room: Room, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    found = [Unsettled(checks.NO_GUIDE, FIRST_DAY, room.block(title)) for title in ("Arrive", "Talk", "Close")]
    clash = Unsettled(checks.CLASH, FIRST_DAY, found[1].block, values={"minutes": 5})
    panel = SettlePanel()
    panel.show_unsettled((found[0], clash, *found[1:]), room.records, {})
    shown(panel)
    assert [row.words for row in panel.list.rows()] == [
        "Nobody leads 3 blocks yet.",
        "“Talk” has a fixed start, and the block before runs 5 min into it.",
    ]

    QTest.keyClick(panel.list, Qt.Key.Key_Return)

    words = [row.words for row in panel.list.rows()]
    assert [each for each in words if each.startswith("Nobody leads “")] == [
        f"Nobody leads “{title}” yet." for title in ("Arrive", "Talk", "Close")
    ]
    assert panel.list.rows()[0].said == "Nobody leads 3 blocks yet., open"
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.wanted) as wanted:
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert wanted.args == [found[0]]
    panel.show_unsettled(found[:1], room.records, {})
    assert [row.words for row in panel.list.rows()] == ["Nobody leads “Arrive” yet."]


@pytest.mark.parametrize("count", [1, 5, 9])
def test_the_list_ends_with_its_last_line(room: Room, shown: Callable[[QWidget], None], count: int) -> None:
    """No strip of ground under it, which would look like the top of one more line."""
    panel = SettlePanel()
    found = Unsettled(checks.NO_QUESTION, FIRST_DAY, room.block("Lunch"))
    panel.show_unsettled([found] * count, room.records, {})
    shown(panel)

    panel.resize(600, panel.minimumSizeHint().height())

    view = panel.list
    last = view.visualRect(view.model().index(min(count, 6) - 1, 0))
    assert view.mapTo(panel, last.bottomLeft()).y() == panel.height() - 1
