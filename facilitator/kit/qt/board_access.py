"""The board for those who do not see it: a list of its notes, each with its text, its column and its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QGuiApplication,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from facilitator.i18n import _, ngettext

if TYPE_CHECKING:
    from facilitator.kit.qt.board import BoardCanvas

_INSTALLED = "facilitator_board_access"


class _NoteAccess(QAccessibleInterface):
    """One note of the list, found anew by its place each time it is asked."""

    def __init__(self, board: _BoardAccess, index: int) -> None:
        super().__init__()
        self._list = board
        self._index = index

    def isValid(self) -> bool:
        return self._index < self._list.childCount()

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        return self._list.window()

    def parent(self) -> QAccessibleInterface:
        return self._list

    def child(self, index: int) -> QAccessibleInterface:
        return cast(QAccessibleInterface, None)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return cast(QAccessibleInterface, None)

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, text: QAccessible.Text) -> str:
        board = self._list.board()
        notes = board.notes_in_order()
        if self._index >= len(notes):
            return ""
        placed = notes[self._index]
        if text is QAccessible.Text.Name:
            return placed.note.text
        if text is QAccessible.Text.Description:
            column = board.columns()[placed.column]
            words = _("In {column}.").format(column=f"{column.letter} {column.name}")
            return f"{words} {placed.note.caption}".strip()
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """A note is edited through its own line, never in the list."""

    def rect(self) -> QRect:
        board = self._list.board()
        place = board.note_place(board.notes_in_order()[self._index].note.id)
        return place.translated(board.viewport().mapToGlobal(QPoint()))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        board = self._list.board()
        notes = board.notes_in_order()
        state.selectable = state.focusable = True
        if self._index < len(notes) and notes[self._index].note.id == board.selected():
            state.selected = state.focused = True
        return state

    def foregroundColor(self) -> QColor:
        return self._list.foregroundColor()

    def backgroundColor(self) -> QColor:
        return self._list.backgroundColor()


class _BoardAccess(QAccessibleWidget):
    """The list itself; its children are notes, column by column."""

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board, QAccessible.Role.List, "")
        self._board = board
        self._notes: list[_NoteAccess] = []

    def board(self) -> BoardCanvas:
        """The board it speaks for."""
        return self._board

    def text(self, text: QAccessible.Text) -> str:
        if text is QAccessible.Text.Name:
            return self._board.accessibleName() or _("Idea board")
        if text is QAccessible.Text.Description:
            count = self.childCount()
            return ngettext("{count} idea", "{count} ideas", count).format(count=count)
        return super().text(text)

    def childCount(self) -> int:
        return len(self._board.notes_in_order())

    def child(self, index: int) -> QAccessibleInterface:
        count = self.childCount()
        while len(self._notes) < count:
            self._notes.append(_NoteAccess(self, len(self._notes)))
        return self._notes[index] if 0 <= index < count else cast(QAccessibleInterface, None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._notes.index(child) if isinstance(child, _NoteAccess) and child in self._notes else -1

    def focusChild(self) -> QAccessibleInterface:
        chosen = self._board.selected()
        ids = [placed.note.id for placed in self._board.notes_in_order()]
        return self.child(ids.index(chosen)) if chosen in ids else self


def install_board_access() -> None:
    """Teach Qt, once, to speak for boards."""
    app = QGuiApplication.instance()
    if app is None or app.property(_INSTALLED):
        return
    app.setProperty(_INSTALLED, True)
    QAccessible.installFactory(_speak_for)


def say_selected(board: QWidget, index: int) -> None:
    """Tell a screen reader that the focus moved to a note."""
    if QAccessible.isActive():
        event = QAccessibleEvent(board, QAccessible.Event.Focus)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


def _speak_for(_class: str, subject: QObject) -> QAccessibleInterface | None:
    from facilitator.kit.qt.board import BoardCanvas

    if not isinstance(subject, BoardCanvas):
        return None
    access = subject.access
    if not isinstance(access, _BoardAccess):
        # Qt holds no reference to what Python made: the board keeps its own voice alive.
        access = subject.access = _BoardAccess(subject)
    return access
