"""What was taken away can be taken back in the line that says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app.windows import Windows
from facilitator.convening.agenda import Block, RemoveBlock
from facilitator.convening.ids import ROOM, PersonId
from facilitator.convening.undo import UndoLast

PATIENCE_MS = 10_000
QUOTED = "\u2068Tea and a walk\u2069"


@pytest.fixture
def windows(windows: Windows) -> Windows:
    windows.open_sample()
    return windows


def shown(windows: Windows) -> str:
    return "\n".join(each.accessibleName() for each in windows.console.findChildren(QWidget) if each.isVisible())


def tea(windows: Windows) -> Block | None:
    return next((block for block in windows.records()[Block].values() if block.title == "Tea and a walk"), None)


def take_tea_away(windows: Windows, qtbot: QtBot) -> None:
    block = tea(windows)
    assert block is not None
    assert windows.room is not None
    windows.room.voices.say_to(ROOM)(RemoveBlock(block.id))
    qtbot.waitUntil(lambda: f"You took “{QUOTED}” off" in shown(windows), timeout=PATIENCE_MS)


def undos(windows: Windows) -> list[QAbstractButton]:
    return [b for b in windows.console.findChildren(QAbstractButton) if b.isVisible() and b.text() == "Undo"]


def test_a_press_brings_back_what_was_taken_away(windows: Windows, qtbot: QtBot) -> None:
    """Fault 40. The facilitator takes the wrong thing away: "Undo" stands beside what was done."""
    take_tea_away(windows, qtbot)
    assert tea(windows) is None
    qtbot.waitUntil(lambda: bool(undos(windows)), timeout=PATIENCE_MS)

    QTest.mouseClick(undos(windows)[0], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "It is back." in shown(windows), timeout=PATIENCE_MS)
    assert tea(windows) is not None


def test_what_came_back_by_another_way_is_not_offered_any_more(windows: Windows, qtbot: QtBot) -> None:
    take_tea_away(windows, qtbot)
    assert windows.room is not None

    windows.room.voices.say_to(ROOM)(UndoLast())

    qtbot.waitUntil(lambda: "It is back." in shown(windows), timeout=PATIENCE_MS)


def test_what_somebody_else_took_away_is_theirs_to_take_back(windows: Windows, qtbot: QtBot) -> None:
    block = tea(windows)
    assert block is not None
    assert windows.room is not None

    windows.room.room.tell(RemoveBlock(block.id), by=PersonId("somebody"))

    qtbot.waitUntil(lambda: tea(windows) is None, timeout=PATIENCE_MS)
    qtbot.wait(50)
    assert QUOTED not in shown(windows)
