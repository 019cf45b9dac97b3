"""The seats, two across: arrows move among them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.row_brush import RowBrush, Side
from facilitator.console.seats.seat_rows import SeatRow, Standing
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView

ROW, LEAST = 37, 170
"""How high a seat is, and how narrow; where less room is, one column has to do."""

_GLOBE = 14.0

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    Standing.HERE: "check-circle-fill", Standing.AWAY: "hourglass-medium-bold",
    Standing.PAPER: "note-pencil", Standing.NOT_YET: "user-circle",
}  # fmt: skip


class SeatList(RowView[SeatRow]):
    """Everybody on the list, in one order for all screens: by name."""

    def __init__(self) -> None:
        seats = RowModel[SeatRow](lambda seat: seat.id, SeatRow.said, lambda seat: seat.name)
        super().__init__(seats, _("Seats"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_SeatPaint(seats, self))

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        # Qt looks for what lies near, and takes the seat of the other column where their edges meet.
        steps = {
            QListView.CursorAction.MoveUp: -self._columns(), QListView.CursorAction.MoveDown: self._columns(),
        }  # fmt: skip
        here = self.currentIndex()
        if action not in steps or not here.isValid():
            return super().moveCursor(action, modifiers)
        there = here.row() + steps[action]
        return here if not 0 <= there < len(self.rows()) else here.siblingAtRow(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # One pixel of air: Qt wraps a row that fills the view exactly.
        self.setGridSize(QSize((self._wide() - 1) // self._columns(), ROW))
        super().resizeEvent(event)

    def _wide(self) -> int:
        """The width that Qt lays rows out in: it always leaves room for the scroll bar."""
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()

    def _columns(self) -> int:
        return max(1, min(2, self._wide() // LEAST))


class _SeatPaint(QStyledItemDelegate):
    """Paints a seat: how it stands, the name, and a word at its end."""

    def __init__(self, rows: RowModel[SeatRow], parent: SeatList) -> None:
        super().__init__(parent)
        self._rows, self._list = rows, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._list.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        seat = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        theme, inks = brush.theme, brush.theme.inks
        if brush.is_chosen:
            brush.ground(inks.accent_soft)
        colour = {Standing.HERE: inks.ok, Standing.AWAY: inks.warn}.get(seat.standing, inks.ink_3)
        brush.icon(_ICONS[seat.standing], 6, 16, colour)
        end = 0.0
        if seat.note:
            font = theme.sized(12, 600 if seat.needs_a_look else 400)
            ink = inks.warn if seat.needs_a_look else inks.ink_2
            box = brush.place(brush.width / 2, 0, brush.width / 2 - 14, brush.height)
            end = brush.words(seat.note, box, font, ink, Side.END) + 10
            if seat.is_language:
                brush.icon("globe-hemisphere-west", brush.width - 14 - end - _GLOBE + 4, _GLOBE, ink)
                end += _GLOBE
        name = brush.place(30, 0, brush.width - 30 - 14 - end, brush.height)
        brush.words(seat.name, name, theme.sized(13, 500), inks.ink)
        brush.line(6, 14)
        if brush.has_focus and self._list.hasFocus():
            brush.ring()
        painter.restore()
