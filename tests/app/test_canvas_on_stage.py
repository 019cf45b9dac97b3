"""A 2x2 in the real windows: chosen and filled by keys alone on the console, read on the stage, taken back by Ctrl Z."""

from __future__ import annotations

from datetime import UTC
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.panel import Panel
from facilitator.activities.ideation_board.console.unsorted import UnsortedList
from facilitator.activities.ideation_board.rules import (
    STEP,
    AddIdeas,
    GoToStep,
    RevealBoard,
    Spot,
    spots,
)
from facilitator.app import house
from facilitator.app.windows import Windows
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from facilitator.kit.qt.canvas_view import CanvasView
from facilitator.kit.qt.reading import Reading
from tests.stage.sample_room import picture

MOST_MS = 8000


def room_of(windows: Windows) -> house.Room:
    assert windows.room is not None
    return windows.room.room


def test_two_notes_are_laid_and_moved_by_keys_and_the_room_sees_them(windows: Windows, qtbot: QtBot) -> None:
    with qtbot.waitActive(windows.console):
        windows.console.activateWindow()
    windows.open_sample()
    room = room_of(windows)
    board = next(
        BlockId(block.id) for block in room.desk.news.records[Block].values() if block.activity == "ideation_board"
    )
    room.tell(GoLive())
    room.tell(StartBlock(board))
    for wish in (GoToStep("cluster"), AddIdeas(("Rain tanks", "Open books")), RevealBoard()):
        room.tell(wish, activity=board)

    def laid() -> dict[str, Spot]:
        records = room.desk.news.records
        return {records[Card][card].text: spot for card, spot in spots(records, board).items()}

    qtbot.waitUntil(lambda: bool(windows.console.findChildren(UnsortedList)), timeout=MOST_MS)
    tray = windows.console.findChildren(UnsortedList)[-1]
    press(windows, "Lay the board out as: Impact and effort")
    view = windows.console.findChildren(CanvasView)[-1]
    qtbot.waitUntil(view.isVisible, timeout=MOST_MS)
    qtbot.waitUntil(lambda: any(idea.text == "Open books" for idea in tray.waiting()), timeout=MOST_MS)
    tray.setFocus()
    for count, (text, key) in enumerate((("Rain tanks", Qt.Key.Key_1), ("Open books", Qt.Key.Key_4)), start=1):
        tray.select(next(idea.id for idea in tray.waiting() if idea.text == text))
        QTest.keyClick(tray, key)
        qtbot.waitUntil(partial(lambda wanted: len(laid()) == wanted, count), timeout=MOST_MS)
    assert {text: spot.zone for text, spot in laid().items()} == {
        "Rain tanks": "quick_wins",
        "Open books": "time_sinks",
    }

    qtbot.waitUntil(lambda: len(view.ids()) == 2, timeout=MOST_MS)
    view.setFocus()
    view.select(laid()["Rain tanks"].card)
    before = laid()["Rain tanks"]
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: laid()["Rain tanks"].x == before.x + STEP, timeout=MOST_MS)
    qtbot.waitUntil(lambda: "Rain tanks" in seen(windows), timeout=MOST_MS)
    assert {"Quick wins", "Better left", "Much effort", "Open books"} <= set(seen(windows))

    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: laid()["Rain tanks"] == before, timeout=MOST_MS)
    press(windows, "Lay the board out as: Columns")
    qtbot.waitUntil(lambda: "Quick wins" not in seen(windows), timeout=MOST_MS)
    assert not view.isVisible()


def press(windows: Windows, title: str) -> None:
    panel = windows.console.findChildren(Panel)[-1]
    next(act for act in panel.acts() if act.title == title).do()


def seen(windows: Windows) -> list[str]:
    """What the room reads now."""
    assert windows.room is not None
    scene = windows.room.show.scene
    picture(scene, Reading(0, UTC))
    return scene.painted_text().splitlines()
