"""How a row of a vote is painted: a hairline, what leads it, its title, its dots, and words at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.i18n import _
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.marks import dot_row, paint_dots
from facilitator.kit.qt.theme import Theme, theme_in_use

if TYPE_CHECKING:
    from facilitator.activities.dot_vote.console.rows import Row

_Index = QModelIndex | QPersistentModelIndex
_LEAD, _CHECK, _GAP = 26, 18, 10
_DOT, _DOT_GAP = 11, 4
_MOST_DOTS = 14


class RowPainter(QStyledItemDelegate):
    """Paints rows in the theme in use."""

    def __init__(self, rows: QListView, height: int, end_width: int) -> None:
        super().__init__(rows)
        self._height = height
        self._end_width = end_width
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = cast("Row", index.data(Qt.ItemDataRole.UserRole))
        theme = theme_in_use()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option, theme)
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme.inks.line)
        if row.is_cut:
            self._paint_cut(painter, box, theme)
        inner = box.adjusted(2, 1, -4, 0)
        inner.setLeft(self._paint_lead(painter, inner, row, theme))
        inner.setRight(self._paint_end(painter, inner, row, theme))
        inner.setRight(self._paint_dots(painter, inner, row, theme))
        ink = theme.inks.ink_3 if row.check.value == "off" else theme.inks.ink
        title = TextStyle(theme.sized(14, 500), ink, 20, Align.LEFT, Upright.MIDDLE, lines=1)
        self._text.write(painter, inner, row.title, title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, theme: Theme) -> None:
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.inks.surface)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.inks.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -1), 5, 5)

    def _paint_cut(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(QPen(theme.inks.accent, 2, Qt.PenStyle.DashLine))
        painter.drawLine(box.topLeft(), box.topRight())
        style = text_style(theme, "console", "caption", theme.inks.accent).placed(Align.RIGHT)
        words = _("suggested cut")
        took = self._text.measure(words, box.width(), style).width() + _GAP
        ground = QRectF(box.right() - took, box.top() - 2, took, 16)
        painter.fillRect(ground, theme.inks.raised)
        self._text.write(painter, ground.adjusted(0, 0, -4, 0), words, style)

    def _paint_lead(self, painter: QPainter, box: QRectF, row: Row, theme: Theme) -> float:
        left = box.left()
        if row.check.value != "none":
            is_on = row.check.value == "on"
            icon, ink = ("check-square-fill", theme.inks.accent) if is_on else ("square", theme.inks.line_strong)
            paint_icon(painter, QRectF(left + 2, box.center().y() - _CHECK / 2, _CHECK, _CHECK), icon, ink)
            left += _CHECK + _GAP
        if row.lead or row.check.value != "none":
            is_rank = row.of > 0 and row.check.value == "none"
            font = theme.sized(16, 700) if is_rank else theme.sized(13)
            style = TextStyle(font, theme.inks.ink if is_rank else theme.inks.ink_3, 20, Align.CENTRE, Upright.MIDDLE)
            self._text.write(painter, QRectF(left, box.top(), _LEAD, box.height()), row.lead, style)
            if row.is_tied:
                painter.fillRect(QRectF(left + _LEAD, box.top() + 8, 2, box.height() - 16), theme.inks.line_strong)
            left += _LEAD + _GAP
        return left

    def _paint_end(self, painter: QPainter, box: QRectF, row: Row, theme: Theme) -> float:
        if not row.end:
            return box.right()
        style = text_style(theme, "console", "small", theme.inks.ink_2).placed(Align.RIGHT, Upright.MIDDLE).limited(1)
        half = box.adjusted(box.width() - (self._end_width or box.width() * 0.55), 0, 0, 0)
        took = self._text.write(painter, half, row.end, style)
        return (half.left() if self._end_width else took.left()) - _GAP

    def _paint_dots(self, painter: QPainter, box: QRectF, row: Row, theme: Theme) -> float:
        if not row.of:
            return box.right()
        count = min(row.of, _MOST_DOTS)
        took = count * (_DOT + _DOT_GAP)
        left = box.right() - took
        share = row.placed / row.of * count
        filled = max(round(share), 1) if row.placed else 0
        paint_dots(painter, dot_row(left, box.center().y(), count, _DOT, _DOT_GAP), filled, theme)
        return left - _GAP
