"""Paints the rows of a list that are all of one height, each with a brush of its own."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.row_brush import RowBrush
from facilitator.kit.qt.rows import RowModel, RowView

Shown = TypeVar("Shown")
_Index = QModelIndex | QPersistentModelIndex


class RowPaint(QStyledItemDelegate, Generic[Shown]):
    """Gives each row its ground, its line and the ring of the focus; `paint_row` paints what it says.

    `height` is in pixels. The last row has a line below it only with `ends_in_line`: a frame is one already.
    """

    def __init__(
        self, rows: RowModel[Shown], height: int, parent: RowView[Shown], *, ends_in_line: bool = True
    ) -> None:
        super().__init__(parent)
        self._rows, self._height, self._ends_in_line = rows, height, ends_in_line

    def paint_row(self, brush: RowBrush, row: Shown) -> None:
        """Paint what a row says."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        brush = RowBrush(painter, option)
        if brush.is_chosen:
            brush.ground(brush.theme.inks.accent_soft)
        if self._ends_in_line or index.row() < len(self._rows.rows) - 1:
            brush.line(0, 0)
        self.paint_row(brush, self._rows.row_at(index))
        if brush.has_focus:
            brush.ring()
        painter.restore()
