"""A late day in the real console, driven by keys: blocks that could give, and a first one that runs over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.console.catching_up.sheet import CatchUp
from facilitator.console.day import Phase
from facilitator.console.live import Live
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.console.window import ConsoleWindow
from facilitator.convening.agenda import COULD, AddBlock, Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from tests.console.conftest import Room

BLOCKS = (
    Block(BlockId(""), "Welcome", "plain", minutes=20),
    Block(BlockId(""), "Talk", "plain", minutes=30),
    Block(BlockId(""), "Ideas", "ideation_board", "What would help?", minutes=40, category="think", priority=COULD),
    Block(BlockId(""), "Spare", "plain", minutes=4, is_buffer=True),
    Block(BlockId(""), "Lunch", "plain", minutes=60, category="pause"),
    Block(BlockId(""), "Stories", "plain", minutes=10, priority=COULD),
    Block(BlockId(""), "Check-out", "plain", minutes=15),
)


class Late:
    """The console, leading a day that is late, driven by keys as a person does."""

    def __init__(self, room: Room, window: ConsoleWindow) -> None:
        self.room, self.window = room, window
        self.live: Live = window.findChildren(Live)[0]
        self.sheet: CatchUp = self.live.catching

    def run_over(self, minutes: float) -> None:
        """Let the first block run over by so many minutes."""
        first = self.block("Welcome")
        self.room.say(StartBlock(first.id))
        self.room.until(lambda: self.live.day.agenda.rows()[0].phase is Phase.LIVE)
        self.room.pass_minutes(first.minutes + minutes)
        self.live.show_time(self.room.clock())

    def block(self, title: str) -> Block:
        return next(each for each in self.room.records[Block].values() if each.title == title)

    def minutes(self) -> dict[str, int]:
        """What every block has now."""
        return {each.title: each.minutes_now for each in self.room.records[Block].values()}

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, words: str) -> None:
        """Type where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)


def open_late(room: Room, qtbot: QtBot) -> Late:
    """Plan the day, go live, and lead it in a window that hears keys."""
    for block in BLOCKS:
        room.say(AddBlock(block))
    room.say(GoLive())
    window = ConsoleWindow(room.activities, room.clock)
    qtbot.addWidget(window)
    window.open(room.opened())
    window.lead()
    window.listen_to_keys()
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    with qtbot.waitActive(window):
        pass
    room.follow(window.show_records)
    window.show_surroundings(Surroundings(Projector.READY, "1920 × 1080", 3, "10.42.0.1:8000"))
    window.show_records(room.records)
    return Late(room, window)
