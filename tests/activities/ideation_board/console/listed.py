"""The board of the sample as a list: led by real keys on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console import Panel
from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.idea_rows import Listing
from facilitator.activities.ideation_board.rules import GoToStep, HoldIdea, cards_by_cluster, clusters
from facilitator.convening.ids import CardId, ClusterId
from facilitator.kit.qt.acts import KeyFilter
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.dress import dress
from tests.activities.led import Led
from tests.stage.sample_room import SampleRoom

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Listed(Led):
    """The panel with five clusters, forty ideas in them and two that wait; `key` presses what people press."""

    def __init__(self, room: SampleRoom, qtbot: QtBot) -> None:
        super().__init__(room, qtbot, Panel, "ideas")
        self.keys = KeyFilter(self.acts)
        self.keys.install()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    @property
    def ideas(self) -> IdeaList:
        """The list."""
        return self.panel.findChildren(IdeaList)[0]

    @property
    def canvas(self) -> BoardCanvas:
        """The same board, painted."""
        return self.panel.findChildren(BoardCanvas)[0]

    def key(self, *keys: str) -> None:
        """Press keys where the focus is, as "Shift M" or "Down"; the records are shown after each."""
        for said in keys:
            *held, name = said.split(" ")
            wanted = Qt.KeyboardModifier.NoModifier
            for modifier in held:
                wanted |= _MODIFIERS[modifier]
            key = {
                "*": "Asterisk",
                "[": "BracketLeft",
                "]": "BracketRight",
                "Esc": "Escape",
                "Enter": "Return",
                "Del": "Delete",
            }
            focus = QApplication.focusWidget()
            assert focus is not None, f"nothing has the focus for {said}"
            QTest.keyClick(focus, getattr(Qt.Key, f"Key_{key.get(name, name)}"), wanted)
            self.follow()

    def go_to(self, key: str) -> CardId:
        """Walk the list to an idea of the sample."""
        card = self.room.cards[key]
        self.ideas.go_to(card)
        return card

    def write(self, text: str) -> None:
        """Write this over what stands in the field that has the focus, and press Enter."""
        self.key("Ctrl A")
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)
        self.key("Enter")

    def cluster(self, at: int) -> ClusterId:
        """The id of the cluster at a position."""
        return clusters(self.records(), self.block)[at].id

    def texts_in(self, at: int) -> list[str]:
        """What lies in the cluster at a position."""
        return [card.text for card in cards_by_cluster(self.records(), self.block)[self.cluster(at)]]

    def lines(self) -> list[str]:
        """What a screen reader would be told of every line."""
        return said_of(self.ideas.groups())


def said_of(lines: Listing) -> list[str]:
    """What is said of every line, from top to bottom."""
    return [said for group in lines for said in (group.head.said, *(row.said for row in group.rows))]


@contextmanager
def listed_board(folder: Path, qtbot: QtBot, app: QApplication) -> Iterator[Listed]:
    """The sample's board, sorted and shown to the room; two ideas wait unseen. It is a list, and has the focus."""
    dress(app)
    room = SampleRoom(folder)
    room.join(5)
    led = Listed(room, qtbot)
    room.add_ideas()
    room.say(GoToStep("cluster"), "ideas")
    room.cluster()
    room.add_ideas(texts={"u1": "Solar pumps with local parts", "u2": "Publish who was consulted"})
    room.reveal_board()
    for key in ("u1", "u2"):
        room.say(HoldIdea(room.cards[key]), "ideas")
    led.follow()
    led.press("Shift L")
    qtbot.waitUntil(led.ideas.hasFocus)
    yield led
    app.removeEventFilter(led.keys)
    room.close()
