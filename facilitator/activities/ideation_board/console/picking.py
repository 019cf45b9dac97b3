"""Picking several ideas at once, in the tray and in the columns: Ctrl and Shift with arrows or a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Picking(QObject):
    """The ideas that are picked, in the order in which they were. While it `waits`, going elsewhere drops none."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ids: dict[str, None] = {}
        self._is_waiting = False

    def ids(self) -> tuple[str, ...]:
        """The picked ideas."""
        return tuple(self._ids)

    def waits(self) -> bool:
        """Whether what is picked waits for one more."""
        return self._is_waiting

    def wait_with(self, card: str) -> None:
        """Hold on to one idea until another one is chosen for it."""
        self._is_waiting = True
        self._become([card])

    def toggle(self, card: str) -> None:
        """Pick an idea, or drop it."""
        self._become([one for one in self._ids if one != card] if card in self._ids else [*self._ids, card])

    def add(self, cards: Iterable[str]) -> None:
        """Pick more ideas."""
        self._become([*self._ids, *cards])

    def keep(self, there: Iterable[str]) -> None:
        """Drop those that are no longer on the board."""
        known = set(there)
        self._become([card for card in self._ids if card in known])

    def clear(self) -> None:
        """Drop all."""
        self._is_waiting = False
        self._become([])

    def _become(self, cards: list[str]) -> None:
        wanted = dict.fromkeys(card for card in cards if card)
        self._is_waiting = self._is_waiting and bool(wanted)
        if list(wanted) != list(self._ids):
            self._ids = wanted
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class Pickable:
    """A view in which ideas are picked: what lies where, what is chosen, and the order ideas are read in."""

    view: QAbstractScrollArea
    at: Callable[[QPoint], str]
    chosen: Callable[[], str]
    choose: Callable[[str], None]
    order: Callable[[], list[str]]


class PickHands(QObject):
    """Hears one view before it hears itself, and picks; a plain arrow or press drops what was picked."""

    def __init__(self, shown: Pickable, picking: Picking) -> None:
        super().__init__(shown.view)
        self._shown, self._picking = shown, picking
        self._is_moving = False
        shown.view.installEventFilter(self)
        shown.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys of the view and presses in it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self._shown.view:
            return not self._is_moving and self._pressed_key(event)
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            return watched is self._shown.view.viewport() and self._pressed(event)
        return False

    def _pressed_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._picking.ids():
            self._picking.clear()
            return True
        if key is Qt.Key.Key_Space and held == _CTRL:
            self._picking.toggle(self._shown.chosen())
            return True
        if key not in _ARROWS:
            return False
        if held == _SHIFT:
            before = self._shown.chosen()
            self._move(event)
            self._picking.add([before, self._shown.chosen()])
            return True
        if held == _CTRL:
            self._move(event)
            return True
        if not self._picking.waits():
            self._picking.clear()
        return False

    def _move(self, event: QKeyEvent) -> None:
        """Let the view go on as if the arrow had been pressed alone."""
        self._is_moving = True
        plain = QKeyEvent(QEvent.Type.KeyPress, event.key(), Qt.KeyboardModifier.NoModifier, "", event.isAutoRepeat())
        QApplication.sendEvent(self._shown.view, plain)
        self._is_moving = False

    def _pressed(self, event: QMouseEvent) -> bool:
        card = self._shown.at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        held = event.modifiers() & (_SHIFT | _CTRL)
        if not held or not card:
            if card not in self._picking.ids() and not self._picking.waits():
                self._picking.clear()
            return False
        chosen = self._shown.chosen()
        if held == _CTRL:
            if not self._picking.ids():
                self._picking.add([chosen] if chosen != card else [])
            self._picking.toggle(card)
        else:
            order = self._shown.order()
            ends = sorted((order.index(chosen) if chosen in order else order.index(card), order.index(card)))
            self._picking.add(order[ends[0] : ends[1] + 1])
        self._shown.choose(card)
        self._shown.view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True
