"""Notes for those who do not see them: a board or a canvas is a list of its clusters or zones, each a list of notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QAccessibleWidget

from facilitator.i18n import _, ngettext
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.board_voices import Choir, ClusterVoice, NoteVoice, Voice

if TYPE_CHECKING:
    from facilitator.kit.qt.board import BoardCanvas
    from facilitator.kit.qt.canvas_view import CanvasView

    NotesView: TypeAlias = BoardCanvas | CanvasView

PICKED = "picked_notes"
"""The property in which a board is told which notes are picked beside the selected one: their ids, as a list."""

_INSTALLED = "facilitator_board_access"


@dataclass(frozen=True, slots=True)
class _Order:
    """Where everything is: read once for what a board shows, however often a screen reader asks."""

    shown: tuple[BoardColumn, ...] = ()
    columns: dict[str, int] = field(default_factory=dict)
    notes: dict[str, tuple[int, int, BoardNote]] = field(default_factory=dict)


class BoardAccess(QAccessibleWidget):
    """The list itself; its children are clusters, and theirs are notes."""

    def __init__(self, board: NotesView) -> None:
        super().__init__(board, QAccessible.Role.List, "")
        self._board = board
        self._order = _Order()
        self._choir = Choir()
        board.destroyed.connect(self._choir.end)

    def canvas(self) -> NotesView:
        """The board, or the canvas, it speaks for."""
        return self._board

    def voice(self, subject: str) -> Voice:
        """Who speaks for a cluster or a note."""
        made = ClusterVoice if self.column(subject) >= 0 else NoteVoice
        return self._choir.voice(subject, lambda: made(self, subject))

    def column(self, cluster: str) -> int:
        """The position of a cluster, -1 for one that is not here."""
        return self._now().columns.get(cluster, -1)

    def column_with(self, note: str) -> int:
        """The position of the cluster a note lies in, -1 for one that is not here."""
        return self._now().notes[note][0] if note in self._now().notes else -1

    def notes_of(self, cluster: str) -> tuple[BoardNote, ...]:
        """The notes of a cluster in the order they are read."""
        at = self.column(cluster)
        return self._now().shown[at].notes if at >= 0 else ()

    def note(self, note: str) -> BoardNote | None:
        """A note by its id; None for one that is not here."""
        return self._now().notes[note][2] if note in self._now().notes else None

    def number(self, note: str) -> tuple[int, int]:
        """Which note it is on the whole board, from 1, and of how many."""
        return self._now().notes[note][1], len(self._now().notes)

    def picked(self) -> list[str]:
        """The notes that are picked beside the selected one."""
        return self._board.property(PICKED) or []

    def note_under(self, x: int, y: int) -> str:
        """The id of the note at a point of the screen, "" for none."""
        return self._board.note_at(QPointF(self._board.viewport().mapFromGlobal(QPoint(x, y))))

    def text(self, text: QAccessible.Text) -> str:
        if text is QAccessible.Text.Name:
            return self._board.accessibleName() or _("Idea board")
        if text is QAccessible.Text.Description:
            count = len(self._now().notes)
            return ngettext("{count} idea", "{count} ideas", count).format(count=count)
        return super().text(text)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = True
        return state

    def childCount(self) -> int:
        return len(self._now().shown)

    def child(self, index: int) -> QAccessibleInterface:
        shown = self._now().shown
        return self.voice(shown[index].id) if 0 <= index < len(shown) else cast(QAccessibleInterface, None)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self.child(self.column_with(self.note_under(x, y)))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.column(child.subject) if isinstance(child, ClusterVoice) else -1

    def focusChild(self) -> QAccessibleInterface:
        chosen = self._board.selected()
        return self.voice(chosen) if self.column_with(chosen) >= 0 else self

    def _now(self) -> _Order:
        shown = self._board.columns()
        if shown is not self._order.shown:
            columns = {column.id: at for at, column in enumerate(shown)}
            lying = ((at, note) for at, column in enumerate(shown) for note in column.notes)
            notes = {note.id: (at, number, note) for number, (at, note) in enumerate(lying, 1)}
            self._order = _Order(shown, columns, notes)
            self._choir.keep({*columns, *notes})
        return self._order


def install_board_access() -> None:
    """Teach Qt, once, to speak for boards and canvases."""
    app = QGuiApplication.instance()
    if app is None or app.property(_INSTALLED):
        return
    app.setProperty(_INSTALLED, True)
    QAccessible.installFactory(_speak_for)


def _speak_for(_class: str, subject: QObject) -> QAccessibleInterface | None:
    from facilitator.kit.qt.board import BoardCanvas
    from facilitator.kit.qt.canvas_view import CanvasView

    if not isinstance(subject, BoardCanvas | CanvasView):
        return None
    access = subject.access
    if not isinstance(access, BoardAccess):
        # Qt holds no reference to what Python made: the board keeps its own voice alive.
        access = subject.access = BoardAccess(subject)
    return access
