"""A facilitator at the laptop: the app's own windows, led by keys, and looked at as people look at them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

import zxingcpp
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.room_windows import RoomWindows
from facilitator.app.windows import Windows
from facilitator.convening.agenda import Block, current
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from tests.phones.room import HOST_NAME

Done = TypeVar("Done")
Key = Qt.Key
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
NINE = 1_805_360_400_000
"""18 March 2027, 09:00 in Greenwich."""

PATIENCE_MS = 20_000
"""How long anything may take before a story ends badly; nothing waits so long when all is well."""


class Wall:
    """The clock on the wall: nine o'clock on the day of the sample, and it goes on from there."""

    def __init__(self) -> None:
        self._began, self._passed_ms = time.monotonic(), 0

    def now_ms(self) -> int:
        """What it says, in UTC milliseconds."""
        return NINE + self._passed_ms + round((time.monotonic() - self._began) * 1000)

    def let_pass(self, minutes: float) -> None:
        """Let so many minutes go by at once."""
        self._passed_ms += round(minutes * 60_000)


class Facilitator:
    """Leads from the console, and looks at the stage."""

    def __init__(self, folder: Path, qtbot: QtBot, wall: Wall | None = None) -> None:
        self._qtbot = qtbot
        self.wall = wall or Wall()
        doors = house.Doors(ports=(0,), more_hosts=(HOST_NAME, "127.0.0.1"))
        self.windows = Windows(folder, doors, self.wall.now_ms)
        self.windows.show()
        self.look_at(self.console)

    def close(self) -> None:
        """End everything, and take the windows away."""
        self.windows.close()
        self.console.close()
        self.console.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def console(self) -> QWidget:
        """The console's window."""
        return self.windows.console

    @property
    def room(self) -> RoomWindows:
        """The open convening."""
        assert self.windows.room is not None
        return self.windows.room

    @property
    def records(self) -> Records:
        """Everything the desk knows."""
        return self.room.room.desk.news.records

    @property
    def port(self) -> int:
        """Where phones come in; 0 while they cannot."""
        bridge = self.room.room.bridge
        return bridge.port if bridge is not None else 0

    def until(self, is_so: Callable[[], object]) -> None:
        """Let the windows go on until it is so."""
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=PATIENCE_MS)

    def wait(self, done: Future[Done]) -> Done:
        """Let the windows go on until something is done elsewhere, and give what came of it."""
        self.until(done.done)
        return done.result()

    def look_at(self, window: QWidget) -> None:
        """Put a window in front: keys go to what has the focus in it."""
        window.activateWindow()
        self.until(window.isActiveWindow)

    def press(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key; it goes where the system sends keys: to the focus of the window in front."""
        window = QApplication.activeWindow()
        assert window is not None
        QTest.keyClick(window.windowHandle(), key, held)

    def type(self, text: str) -> None:
        """Type letters, one key each."""
        for letter in text:
            self.press(Key(ord(letter.upper())), SHIFT if letter.isupper() else NONE)

    def write(self, text: str) -> None:
        """Write where the focus is, in place of what stands there."""
        self.press(Key.Key_A, CTRL)
        self.go_on_writing(text)

    def go_on_writing(self, text: str) -> None:
        """Write where the cursor stands."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def tab_to(self, name: str, held: Qt.KeyboardModifier = NONE) -> None:
        """Press Tab until what bears this name has the focus; with Shift held the other way round."""
        for _press in range(99):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == name:
                return
            self.press(Key.Key_Tab, held)
        raise AssertionError(f"Tab never came to {name!r}")

    def rows(self, name: str) -> list[str]:
        """What the rows of a list say to a screen reader."""
        for view in self.console.findChildren(QAbstractItemView):
            if view.isVisible() and view.accessibleName() == name:
                model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
                return [str(model.index(at, 0).data(role)) for at in range(model.rowCount())]
        return []

    def hold(self, key: Key, times: int) -> None:
        """Hold a key down until the keyboard has repeated it so many times."""
        window = QApplication.focusWidget() or QApplication.activeWindow()
        assert window is not None
        text = chr(key).lower() if key < 128 else ""
        for kind, again in (
            (QEvent.Type.KeyPress, False),
            *[(QEvent.Type.KeyPress, True)] * times,
            (QEvent.Type.KeyRelease, False),
        ):
            QApplication.sendEvent(window, QKeyEvent(kind, key, NONE, text, again))

    def people_here(self) -> list[Person]:
        """Who has taken a seat."""
        return [person for person in self.records[Person].values() if person.is_here]

    def focus_on(self, name: str) -> None:
        """Go to the one thing on the console that bears this name."""
        self.look_at(self.console)
        found = [
            child
            for child in self.console.findChildren(QWidget)
            if child.isVisible() and child.accessibleName() == name
        ]
        assert len(found) == 1, f"{len(found)} times {name!r}"
        found[0].setFocus()

    def has(self, name: str) -> bool:
        """Whether something on the console bears this name."""
        return any(child.accessibleName() == name for child in self.console.findChildren(QWidget) if child.isVisible())

    def look(self) -> tuple[bytes, str]:
        """Look at the stage and the console: the stage's pixels, and all that both say, whatever time it is."""
        self.until_painted()
        pixels = self.room.stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        said = f"{self.stage_text()}\n{self.console_text()}"
        return bytes(pixels.constBits()), re.sub(r"\d\d?:\d\d|\d+ min late", "~", said)

    def block(self) -> Block | None:
        """The block that runs."""
        return self.records[Block].get(current(self.records))

    def go_to(self, activity: str) -> Block:
        """Press "next block" until the first block of this activity runs."""
        self.look_at(self.console)
        self.until_painted()
        while (block := self.block()) is None or block.activity != activity:
            before = current(self.records)
            self.press(Key.Key_N, SHIFT)
            self.until(partial(self._has_left, before))
            # Who leads looks before pressing again: "next" is next to what is shown.
            self.until_painted()
        return block

    def _has_left(self, block: str) -> bool:
        return current(self.records) != block

    def until_painted(self) -> None:
        """Let the windows go on until the stage shows all that the desk knows now."""
        wanted = self.room.room.desk.news.seq
        self.until(lambda: self.room.stage.picture.seq >= wanted and not self.room.stage.picture.is_fading)

    def stage_text(self) -> str:
        """What stands on the stage, lines joined, so that a wrapped text is found."""
        return self.room.stage.painted_text()

    def console_text(self) -> str:
        """Everything that the console shows or a screen reader finds on it."""
        return "\n".join(seen_on(self.console))

    def codes(self) -> list[str]:
        """What a camera reads from the stage."""
        grey = self.room.stage.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pixels = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
        return [found.text for found in zxingcpp.read_barcodes(pixels)]

    def join_path(self) -> str:
        """Point a camera at the stage until it finds where phones join; give the path behind the address."""
        self.until(lambda: [code for code in self.codes() if code.lower().startswith("http")])
        (address,) = [code for code in self.codes() if code.lower().startswith("http")]
        found = re.fullmatch(r"http://[^/]+:(\d+)(/j/[^/]+)", address, re.IGNORECASE)
        assert found is not None
        assert int(found[1]) == self.port
        return found[2]


def seen_on(window: QWidget) -> Iterator[str]:
    """Every text of a window: labels, names and descriptions for a screen reader, and the rows of its lists."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _rows(widget.model())
    yield from _said(QAccessible.queryAccessibleInterface(window))


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for row in range(model.rowCount(QModelIndex())):
        for role in roles:
            yield str(model.index(row, 0).data(role) or "")


def _said(top: QAccessibleInterface) -> Iterator[str]:
    todo = [top]
    while todo:
        each = todo.pop()
        if each.state().invisible:
            continue
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            yield each.text(kind)
        todo += [child for at in range(each.childCount()) if (child := each.child(at)).isValid()]
