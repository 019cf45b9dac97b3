"""Acts: what a key, a menu or the palette can do now, and the filter that hears keys in every window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from facilitator.i18n import pgettext


class Reach(Enum):
    """How far a key reaches: not while somebody types, or always, because it comes from a clicker."""

    DESK = "desk"
    CLICKER = "clicker"


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person can do now. The title is a short verb phrase, already in the reader's language.

    The key is written as people say it: "T", "+", "?", "Shift N", "Ctrl K", "Ctrl Enter", "F6", "PgDn"; "" for none.
    Space and Enter alone press the control that has the focus: an act may name Enter to show it, it is never heard.
    """

    key: str
    title: str
    do: Callable[[], None]
    is_enabled: Callable[[], bool] = _always
    reach: Reach = Reach.DESK


KEPT_KEYS = "keptKeys"
"""The property in which a control, or what holds it, names the keys that are its own, as a list."""

_NAMED_KEYS = {
    "Enter": (Qt.Key.Key_Return, Qt.Key.Key_Enter),
    "Space": (Qt.Key.Key_Space,),
    "PgUp": (Qt.Key.Key_PageUp,),
    "PgDn": (Qt.Key.Key_PageDown,),
    "Del": (Qt.Key.Key_Delete,),
    "Backspace": (Qt.Key.Key_Backspace,),
    "Esc": (Qt.Key.Key_Escape,),
    "Tab": (Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    "Up": (Qt.Key.Key_Up,),
    "Down": (Qt.Key.Key_Down,),
    "Left": (Qt.Key.Key_Left,),
    "Right": (Qt.Key.Key_Right,),
    "Home": (Qt.Key.Key_Home,),
    "End": (Qt.Key.Key_End,),
    **{f"F{number}": (Qt.Key(Qt.Key.Key_F1.value + number - 1),) for number in range(1, 13)},
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_OF_THE_FIELD = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
_MINUS = {"−": "-"}


def presses(key: str, event: QKeyEvent) -> bool:
    """Whether a key event is the key an act names.

    Signs such as "?" or "+" are matched by what the keyboard types, so that every layout has them somewhere.
    """
    *modifiers, name = key.split(" ") if key else [""]
    wanted = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        wanted |= _MODIFIERS[modifier]
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if name in _NAMED_KEYS:
        return held == wanted and event.key() in _NAMED_KEYS[name]
    if name.isalnum():
        return held == wanted and event.key() == ord(name.upper())
    sign = _MINUS.get(name, name)
    # While Ctrl is held some keyboards type nothing: then the key itself says which sign it has.
    is_typed = event.text() == sign or (bool(modifiers) and not event.text() and event.key() == ord(sign or " "))
    return bool(sign) and (held & ~Qt.KeyboardModifier.ShiftModifier) == wanted and is_typed


def key_words(key: str) -> str:
    """A key as it stands on a key cap, in the reader's language: "Ctrl Enter"."""
    said = {
        "Ctrl": pgettext("key", "Ctrl"),
        "Shift": pgettext("key", "Shift"),
        "Alt": pgettext("key", "Alt"),
        "Enter": pgettext("key", "Enter"),
        "Space": pgettext("key", "Space"),
        "Del": pgettext("key", "Del"),
        "Esc": pgettext("key", "Esc"),
        "Tab": pgettext("key", "Tab"),
        "Backspace": pgettext("key", "Backspace"),
        "PgUp": pgettext("key", "PgUp"),
        "PgDn": pgettext("key", "PgDn"),
        "Home": pgettext("key", "Home"),
        "End": pgettext("key", "End"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
    }
    return " ".join(said.get(part, part) for part in key.split(" "))


class KeyFilter(QObject):
    """Hears every key of the application and does the act it names. Install it once; it asks for the acts each time.

    A single key acts only while nobody types or looks for a choice by its letters; a held key acts once; a dialog or an
    open menu keeps its keys.
    """

    def __init__(self, acts: Callable[[], Iterable[Act]]) -> None:
        super().__init__()
        self._acts = acts

    def install(self) -> None:
        """Begin to hear keys."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("keys need an application")
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key asks for, before the control with the focus hears it."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if _is_kept_by_control(event):
            return _pressed_by_enter(watched, event)
        if _is_elsewhere() or self._is_closed():
            return False
        act = None if _is_kept(watched, event) else self._called(event)
        if act is None:
            return False
        if not event.isAutoRepeat():
            act.do()
        return True

    def _is_closed(self) -> bool:
        """A window that is not shown hears nothing."""
        host = self.parent()
        return isinstance(host, QWidget) and not host.isVisible()

    def _called(self, event: QKeyEvent) -> Act | None:
        typing, seeking = is_typing(), _seeks_a_choice(event)
        for act in self._acts():
            if (typing or seeking) and not _reaches_typist(act, event):
                continue
            if presses(act.key, event) and act.is_enabled():
                return act
        return None


def is_typing() -> bool:
    """Whether the focus is where a person writes."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return not focus.isReadOnly()
    return isinstance(focus, QAbstractSpinBox) or (isinstance(focus, QComboBox) and focus.isEditable())


def _seeks_a_choice(event: QKeyEvent) -> bool:
    """Whether a letter is meant for the list that has the focus: it goes to the choice that begins with it."""
    return isinstance(QApplication.focusWidget(), QComboBox) and event.text().isprintable() and event.text() != ""


def _reaches_typist(act: Act, event: QKeyEvent) -> bool:
    if any(event.matches(standard) for standard in _OF_THE_FIELD):
        return False
    if act.reach is Reach.CLICKER:
        return not event.text().isprintable() or not event.text()
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & command) or act.key == "F6"


def _is_kept_by_control(event: QKeyEvent) -> bool:
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return bare and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_kept(control: QWidget, event: QKeyEvent) -> bool:
    """Whether the control that has the focus, or what it lies in, keeps a key for itself."""
    holder: QWidget | None = control
    while holder is not None:
        if any(presses(key, event) for key in holder.property(KEPT_KEYS) or ()):
            return True
        holder = None if holder.isWindow() else holder.parentWidget()
    return False


def _pressed_by_enter(control: QWidget, event: QKeyEvent) -> bool:
    """Press a button by Enter. Some desktops do that by themselves, others know Space only."""
    if event.key() == Qt.Key.Key_Space or not isinstance(control, QAbstractButton) or not control.isEnabled():
        return False
    if _is_kept(control, event):
        return False
    if not event.isAutoRepeat():
        control.click()
    return True


def _is_elsewhere() -> bool:
    return QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None
