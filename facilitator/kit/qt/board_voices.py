"""What a screen reader meets on a board or a canvas: each cluster or zone, and in it each note, found by its id."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from shiboken6 import isValid

from facilitator.i18n import _, ngettext

if TYPE_CHECKING:
    from facilitator.kit.qt.board_access import BoardAccess

_NONE = cast(QAccessibleInterface, None)


class Voice(QAccessibleInterface):
    """Speaks for one cluster, one zone or one note; silent once it is gone."""

    def __init__(self, board: BoardAccess, subject: str) -> None:
        super().__init__()
        self.board = board
        self.subject = subject

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        return self.board.window()

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """What is said is changed through the board's own keys, never from outside."""

    def foregroundColor(self) -> QColor:
        return self.board.foregroundColor()

    def backgroundColor(self) -> QColor:
        return self.board.backgroundColor()

    def seen_at(self, place: QRect) -> QRect:
        """A place of the viewport as it lies on the screen."""
        return place.translated(self.board.canvas().viewport().mapToGlobal(QPoint()))


class ClusterVoice(Voice):
    """A list of the notes of one cluster: "B Repair, 9 ideas"."""

    def isValid(self) -> bool:
        return self.board.column(self.subject) >= 0

    def parent(self) -> QAccessibleInterface:
        return self.board

    def childCount(self) -> int:
        return len(self.board.notes_of(self.subject))

    def child(self, index: int) -> QAccessibleInterface:
        notes = self.board.notes_of(self.subject)
        return self.board.voice(notes[index].id) if 0 <= index < len(notes) else _NONE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        note = self.board.note_under(x, y)
        is_here = bool(note) and self.board.column_with(note) == self.board.column(self.subject)
        return self.board.voice(note) if is_here else _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        ids = [note.id for note in self.board.notes_of(self.subject)]
        return ids.index(child.subject) if isinstance(child, Voice) and child.subject in ids else -1

    def text(self, text: QAccessible.Text) -> str:
        at = self.board.column(self.subject)
        if text is not QAccessible.Text.Name or at < 0:
            return ""
        column = self.board.canvas().columns()[at]
        count = len(column.notes)
        ideas = ngettext("{count} idea", "{count} ideas", count).format(count=count)
        return f"{column.letter} {column.name}".strip() + f", {ideas}"

    def rect(self) -> QRect:
        at = self.board.column(self.subject)
        return self.seen_at(self.board.canvas().column_place(at)) if at >= 0 else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class NoteVoice(Voice):
    """One note: "Note 12 of 150: Solar pumps, in B Repair"."""

    def isValid(self) -> bool:
        return self.board.column_with(self.subject) >= 0

    def parent(self) -> QAccessibleInterface:
        at = self.board.column_with(self.subject)
        return self.board.voice(self.board.canvas().columns()[at].id) if at >= 0 else self.board

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        return _NONE

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return _NONE

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def text(self, text: QAccessible.Text) -> str:
        note = self.board.note(self.subject)
        if note is None:
            return ""
        if text is QAccessible.Text.Name:
            column = self.board.canvas().columns()[self.board.column_with(self.subject)]
            number, count = self.board.number(self.subject)
            words = _("Note {number} of {count}: {text}, in {cluster}")
            cluster = f"{column.letter} {column.name}".strip()
            said = words.format(number=number, count=count, text=note.text, cluster=cluster)
            return ", ".join(
                filter(None, (said, self.board.canvas().corner(self.subject), cluster_words(note.cluster)))
            )
        if text is QAccessible.Text.Description:
            off = [_("not on stage yet")] if note.is_off_stage else []
            return ", ".join(filter(None, (note.caption, *off)))
        return ""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        return self.seen_at(self.board.canvas().note_place(self.subject))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        canvas = self.board.canvas()
        state.selectable = state.focusable = True
        is_current = self.subject == canvas.selected()
        state.selected = is_current or self.subject in self.board.picked()
        state.focused = is_current and canvas.hasFocus()
        state.offscreen = not canvas.viewport().rect().intersects(canvas.note_place(self.subject))
        return state


def cluster_words(cluster: str) -> str:
    """Say of what a note is part that stands elsewhere: "cluster A Money that lasts"; "" for none."""
    return _("cluster {name}").format(name=cluster) if cluster else ""


class Choir:
    """Keeps every voice of a board for as long as Qt may ask it, and takes leave of those whose subject is gone.

    Qt gives an id to each voice that a screen reader has met and deletes it itself; one that Python threw away
    before would be asked through a pointer to nothing.
    """

    def __init__(self) -> None:
        self._voices: dict[str, Voice] = {}
        self._leaving: list[Voice] = []

    def voice(self, subject: str, make: Callable[[], Voice]) -> Voice:
        """The voice of a cluster or a note, always the same one."""
        known = self._voices.get(subject)
        if known is None or not isValid(known):
            known = self._voices[subject] = make()
        return known

    def keep(self, subjects: Collection[str]) -> None:
        """Take leave of all others, once nobody is being asked: it may be one of them who speaks now."""
        gone = [subject for subject in self._voices if subject not in subjects]
        self._leaving += [self._voices.pop(subject) for subject in gone]
        if gone:
            QTimer.singleShot(0, self._part)

    def end(self) -> None:
        """Take leave of everybody: the board is no more."""
        self._leaving += self._voices.values()
        self._voices.clear()
        self._part()

    def _part(self) -> None:
        leaving, self._leaving = self._leaving, []
        for voice in filter(isValid, leaving):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(voice))
