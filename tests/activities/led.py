"""A facilitator's panel that speaks to a real desk and is shown what came of it; pressed, clicked and read."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.kit.qt.acts import Act
from tests.stage.sample_room import SampleRoom


class Shown(Protocol):
    """What a panel answers to."""

    def show_records(self, records: Records) -> None: ...

    def acts(self) -> tuple[Act, ...]: ...


class MadeFor(Protocol):
    """The class of a panel."""

    def __call__(self, say: Say, block: BlockId, /) -> QWidget: ...


class Led:
    """One panel of the sample's day, from the moment its block begins."""

    def __init__(self, room: SampleRoom, qtbot: QtBot, make: MadeFor, key: str) -> None:
        self.room, self.bot = room, qtbot
        self.block = room.start(key)
        self.panel = make(lambda wish: room.desk.say(wish, activity=self.block), self.block)
        qtbot.addWidget(self.panel)
        self.panel.resize(768, 720)
        self.panel.show()
        self.panel.activateWindow()
        self.follow()

    def records(self) -> Records:
        """Everything the desk knows once it has answered what was said so far."""
        self.room.desk.errand(lambda _workspace: None).result()
        return self.room.desk.news.records

    def follow(self) -> None:
        """Show the panel how things stand."""
        records = self.records()
        QApplication.processEvents()
        cast(Shown, self.panel).show_records(records)
        QApplication.processEvents()

    def acts(self) -> tuple[Act, ...]:
        """What keys do in the panel now."""
        return cast(Shown, self.panel).acts()

    def press(self, key: str) -> None:
        """Press the key of an act that is possible."""
        act = next(act for act in self.acts() if act.key == key)
        assert act.is_enabled(), f"{key} does nothing now"
        act.do()
        self.follow()

    def can(self, key: str) -> bool:
        """Whether a key does something now."""
        return any(act.key == key and act.is_enabled() for act in self.acts())

    def click(self, words: str) -> None:
        """Press the button that bears these words."""
        button = next(
            b for b in self.panel.findChildren(QAbstractButton) if b.accessibleName() == words and not b.isHidden()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.follow()
