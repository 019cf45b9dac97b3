"""A convening on a real desk, and the console before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities import Activity, discover
from facilitator.console.history.looking import Looking, StillPicture
from facilitator.console.opened import Opened
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.facts import Fact
from facilitator.convening.gathering import Convening, CreateConvening
from facilitator.convening.ground import GROUND
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import HOST, ROOM, BlockId, ConveningId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.words import Receipt, Say, Wish
from facilitator.desk.desk import Desk, new_wish_id
from facilitator.desk.news import News
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.echo import Echo
from facilitator.kit.qt.loudness import Volume
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.ringer import Ringer
from facilitator.store.reading import facts
from facilitator.store.workspace import Workspace
from tests.dressing import qtbot

__all__ = ["qtbot"]

NINE = 1_805_360_400_000
"""18 March 2027, 09:00 in Greenwich."""

MINUTE = 60_000
SPEAKING = {"Button", "EditableText", "CheckBox", "RadioButton", "Slider", "SpinBox", "ComboBox", "List"}


@dataclass
class Shelf:
    """Drafts as a dictionary."""

    texts: dict[str, str] = field(default_factory=dict)

    def kept(self, name: str) -> str:
        return self.texts.get(name, "")

    def keep(self, name: str, text: str) -> None:
        self.texts[name] = text


class Room:
    """A desk with one convening, and the clock on its wall, which only moves when it is told."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.book = book = Rulebook(GROUND, {name: activity.rules for name, activity in discover().items()})
        self.qtbot = qtbot
        self.workspace = Workspace(folder, book.kinds)
        self.stream = new_wish_id()
        self.now = NINE
        self.desk = Desk(self.workspace, self.stream, book, self.wall)
        self.echo: Echo[News] = Echo()
        self.drafts = Shelf()
        self.summaries = 0
        self.heard: list[Callable[[Sequence[News]], None]] = []
        self.rung = 0
        self.volume = Volume()
        self.ringer = Ringer(lambda _: None)
        self.turned: list[int] = []
        self.pictured: list[tuple[Records, int]] = []
        self.desk.start()
        self.desk.listen(self.echo.tell)
        self.say(
            CreateConvening(Convening(ConveningId(self.stream), "Clean Water", date="2027-03-18", code="K7QX93PF"))
        )

    def wall(self) -> int:
        """The desk's clock, which is the laptop's."""
        return wall_ms()

    @property
    def records(self) -> Records:
        return self.desk.news.records

    @property
    def activities(self) -> Mapping[str, Activity]:
        return discover()

    def say(self, wish: Wish, activity: str = ROOM, by: PersonId = HOST) -> Receipt:
        receipt = self.desk.say(wish, activity=activity, by=by).result()
        # Whoever asked hears first; what the desk tells everybody comes right after.
        self.desk.errand(lambda _: None).result()
        return receipt

    def block(
        self, title: str, activity: str = "plain", minutes: int = 15, category: str = "gather", prompt: str = ""
    ) -> BlockId:
        wish = AddBlock(Block(BlockId(""), title, activity, prompt, minutes, category=category))
        return BlockId(f"{self.say(wish).id}.1")

    def person(self, name: str) -> PersonId:
        key = PersonId(name.casefold())
        self.say(AddPerson(Person(key, name), Contact(key)))
        return key

    def say_to(self, activity: str) -> Say:
        def say(wish: Wish) -> Future[Receipt]:
            return self.desk.say(wish, activity=activity)

        return say

    def clock(self) -> Reading:
        return Reading(self.now, UTC)

    def pass_minutes(self, minutes: float) -> None:
        self.now += round(minutes * MINUTE)

    def summarise(self) -> None:
        self.summaries += 1

    def opened(self) -> Opened:
        return Opened(
            self.records,
            self.say_to,
            self.activities,
            self.clock,
            self.drafts,
            QWidget(),
            self.ring,
            self.summarise,
            self.turned.append,
            self.looking(),
            self.volume,
            self.ringer,
        )

    def looking(self) -> Looking:
        """What the history looks back with: the log of this desk, and a picture that remembers what it is shown."""

        def read(after: int) -> Future[tuple[Fact, ...]]:
            return self.desk.errand(lambda workspace: tuple(facts(workspace.connection, self.stream, after, 50)))

        def picture(_named: str) -> StillPicture:
            return StillPicture(QWidget(), lambda room, at_ms: self.pictured.append((room, at_ms)))

        return Looking(self.book, read, picture)

    def follow(self, show: Callable[[Records], None]) -> None:
        """Let a page be shown the records each time they change."""

        def heard(told: Sequence[News]) -> None:
            show(told[-1].records)

        self.echo.listen(heard)
        self.heard.append(heard)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=4000)

    def close(self) -> None:
        for heard in self.heard:
            self.echo.forget(heard)
        self.desk.stop()
        self.workspace.close()

    def ring(self) -> None:
        self.rung += 1


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    dress(qapp)


class ClockedRoom(Room):
    """A room whose desk has the clock on its wall too: what is said happens when the wall says it is."""

    def wall(self) -> int:
        return self.now


@pytest.fixture
def room(data_folder: Path, qtbot: QtBot) -> Iterator[Room]:
    made = Room(data_folder, qtbot)
    yield made
    made.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget in a window of its own, as wide as the smallest laptop."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1280, 720)
        widget.show()
        widget.activateWindow()
        with qtbot.waitActive(widget):
            pass

    return show


def said_by(widget: QWidget) -> list[tuple[str, str]]:
    """What a screen reader finds in a window: (role, name) of everything that can be worked with and is shown."""
    found: list[tuple[str, str]] = []
    todo: list[QAccessibleInterface] = [QAccessible.queryAccessibleInterface(widget)]
    while todo:
        each = todo.pop()
        if each.state().invisible:
            continue
        if each.role().name in SPEAKING:
            found.append((each.role().name, each.text(QAccessible.Text.Name)))
        todo += [child for at in range(each.childCount()) if (child := each.child(at)).isValid()]
    return found


def unnamed(widget: QWidget) -> list[str]:
    return [role for role, name in said_by(widget) if not name]


def doubled(widget: QWidget) -> list[str]:
    names = [name for _role, name in said_by(widget)]
    return sorted({name for name in names if names.count(name) > 1})


def button(widget: QWidget, name: str) -> QWidget:
    """The one thing in a window that bears this name."""
    found = [child for child in widget.findChildren(QWidget) if child.accessibleName() == name and child.isVisible()]
    assert len(found) == 1, f"{len(found)} times {name!r}"
    return found[0]


def press(qtbot: QtBot, widget: QWidget, name: str) -> None:
    """Press what bears this name."""
    QTest.mouseClick(button(widget, name), Qt.MouseButton.LeftButton)


def do(page: HasActs, key: str) -> None:
    """Do what a key does, if it does something now."""
    next(act for act in page.acts() if act.key == key and act.is_enabled()).do()


class HasActs(Protocol):
    """A page that keys do something on."""

    def acts(self) -> tuple[Act, ...]: ...


def names(widget: QWidget) -> list[str]:
    """The names of everything that is seen in a window."""
    return [child.accessibleName() for child in widget.findChildren(QWidget) if child.isVisible()]


class OpenedWindows(QObject):
    """Keeps the class of each window that was shown, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@pytest.fixture
def opened_windows(qapp: QApplication) -> Iterator[OpenedWindows]:
    """What windows open from now on."""
    made = OpenedWindows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)
