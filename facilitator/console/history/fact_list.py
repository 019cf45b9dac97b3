"""The facts as a list, newest first: time, icon, sentence, and at the end whether it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.history.chronicle import Entry, moment_words, said_of
from facilitator.console.row_brush import RowBrush, Side
from facilitator.console.times import Clock
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView, is_enter, is_writing
from facilitator.kit.qt.theme import digits

ROW = 40
_PADDING, _TIME, _LONG_TIME, _ICON, _END = 16, 42, 132, 17, 72
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
Undoable = Callable[[Entry], bool]


class _Facts(RowModel[Entry]):
    """Facts that came at the top are inserted there; nothing below them is touched."""

    def __init__(self, clock: Clock, undoable: Undoable) -> None:
        super().__init__(
            lambda entry: entry.id,
            lambda entry: said_of(entry, clock(), is_undoable=undoable(entry)),
            lambda entry: entry.sentence,
        )

    def show(self, rows: Sequence[Entry]) -> None:
        """Show these rows."""
        before, after = self._rows, tuple(rows)
        came = len(after) - len(before)
        if came <= 0 or not before or after[came] != before[0] or after[came:] != before:
            super().show(after)
            return
        self.beginInsertRows(_NO_PARENT, 0, came - 1)
        self._rows = after
        self.endInsertRows()


class FactList(RowView[Entry]):
    """Arrows or a press look at a fact: `looked` tells its id. A press on Undo, or `undo_current`, takes it back."""

    looked = Signal(str)
    undo_wanted = Signal(str)

    def __init__(self, clock: Clock, undoable: Undoable) -> None:
        super().__init__(_Facts(clock, undoable), _("What happened, newest first"))
        self._clock, self._undoable = clock, undoable
        self.time_width = _TIME
        self.setItemDelegate(_FactPaint(self, clock, undoable))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; what is being read stays where it is, unless it is the top that is read."""
        before, bar = len(self.rows()), self.verticalScrollBar()
        offset = bar.value()
        newest = self.rows()[0].id if self.rows() else ""
        self.time_width = max(
            (_TIME if len(words) <= 5 else _LONG_TIME for words in self._ends(entries)), default=_TIME
        )
        self._model.show(entries)
        if newest and offset and len(entries) > before and entries[len(entries) - before].id == newest:
            self.doItemsLayout()
            bar.setValue(offset + (len(entries) - before) * ROW)
        self.viewport().update()

    def mark(self, fact: str) -> None:
        """Be at this fact, "" for none, without looking at it anew."""
        at = self._model.place_of(fact) if fact else -1
        self.selectionModel().blockSignals(True)
        index = self._model.index(at) if at >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if at < 0:
            self.clearSelection()
        self.selectionModel().blockSignals(False)
        if at >= 0:
            self.scrollTo(index)
        self.viewport().update()

    def undo_current(self) -> None:
        """Take back the fact the list is at."""
        if self.can_undo_current():
            self.undo_wanted.emit(self.current_id())

    def can_undo_current(self) -> bool:
        """Whether the fact the list is at can be taken back."""
        index = self.currentIndex()
        return index.isValid() and self._undoable(self._model.row_at(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._is_at_end(event.position().toPoint()):
            entry = self._model.row_at(index)
            if self._undoable(entry):
                self.undo_wanted.emit(entry.id)
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            if (current := self.current_id()) != "":
                self.looked.emit(current)
        elif is_writing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def end_of(self, number: int) -> QPoint:
        """Where the last word of a row is pressed, by the row's number from the top."""
        box = self.visualRect(self._model.index(number))
        return QPoint(self._end_left() + _END // 2, box.center().y())

    def _end_left(self) -> int:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return 0 if is_mirrored else self.viewport().width() - _END - _PADDING

    def _is_at_end(self, point: QPoint) -> bool:
        return self._end_left() <= point.x() <= self._end_left() + _END + _PADDING

    def _ends(self, entries: Sequence[Entry]) -> list[str]:
        """The times of the first and the last row: facts are in their order, so the others are no longer."""
        return [moment_words(entry.at, self._clock()) for entry in (*entries[:1], *entries[-1:])]

    def _tell(self, index: _Index) -> None:
        if index.isValid():
            self.looked.emit(self._model.id_at(index))


class _FactPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, view: FactList, clock: Clock, undoable: Undoable) -> None:
        super().__init__(view)
        self._view, self._clock, self._undoable = view, clock, undoable

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        brush = RowBrush(painter, option)
        theme, inks = brush.theme, brush.theme.inks
        if brush.is_chosen:
            brush.ground(inks.accent_soft)
        elif brush.is_under_mouse:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        took = self._view.time_width
        ink = inks.ink_2
        time = brush.place(_PADDING, 0, took, brush.height)
        brush.words(moment_words(entry.at, self._clock()), time, digits(theme.sized(13, 400)), ink)
        brush.icon(entry.icon, _PADDING + took + 10, _ICON, ink)
        left = _PADDING + took + 10 + _ICON + 12
        room = brush.place(left, 0, brush.width - left - _END - 2 * _PADDING, brush.height)
        # A sentence runs as its page does, whatever name it begins with.
        sentence = f"{_RIGHT_TO_LEFT if brush.is_mirrored else _LEFT_TO_RIGHT}{entry.sentence}"
        brush.words(sentence, room, theme.font("console", "body"), inks.ink)
        is_undoable = self._undoable(entry)
        words, end = (_("Undo"), inks.ink) if is_undoable else (_("Show"), ink)
        box = brush.place(brush.width - _PADDING - _END, 0, _END, brush.height)
        brush.words(words, box, theme.sized(13, 600 if is_undoable else 500), end, Side.END)
        if brush.has_focus:
            brush.ring()
        painter.restore()
