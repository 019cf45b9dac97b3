"""How a truth or a pair is painted as one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.activities.wicked_questions.console.pair_painter import paint_joint
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.theme import Theme, theme_in_use

if TYPE_CHECKING:
    from facilitator.activities.wicked_questions.console.lines import Line

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP, _PILL = 12, 8, 18
_AIR, _LEADING = 4, 18


class LinePainter(QStyledItemDelegate):
    """Paints lines in the theme in use."""

    def __init__(self, lines: QListView, height: int) -> None:
        super().__init__(lines)
        self._height = height
        self._most = max(1, (height - _AIR) // _LEADING)
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = cast("Line", index.data(Qt.ItemDataRole.UserRole))
        theme = theme_in_use()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_on or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.inks.accent_soft if line.is_on else theme.inks.surface)
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme.inks.line)
        inner = box.adjusted(_SIDE, 1, -_SIDE, 0)
        if line.number:
            faint = TextStyle(theme.sized(13), theme.inks.ink_3, 18, upright=Upright.MIDDLE)
            self._text.write(painter, inner, line.number, faint)
            inner.setLeft(inner.left() + 12 + _GAP)
        inner.setRight(self._paint_end(painter, inner, line, theme))
        self._paint_words(painter, inner, line, theme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.inks.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -1), 5, 5)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, line: Line, theme: Theme) -> None:
        weight = 600 if line.is_on else 500 if line.joint else 400
        style = TextStyle(theme.sized(13, weight), theme.inks.ink, _LEADING, Align.LEFT, Upright.MIDDLE, lines=1)
        if not line.joint:
            self._text.write(painter, box, line.first, style.limited(self._most))
            return
        half = QRectF(box)
        half.setWidth((box.width() - 60) / 2)
        took = self._text.write(painter, half, line.first, style)
        left = took.right() + _GAP
        left += paint_joint(painter, left, box.center().y(), line.joint, _PILL, theme, self._text) + _GAP
        self._text.write(painter, QRectF(left, box.top(), box.right() - left, box.height()), line.second, style)

    def _paint_end(self, painter: QPainter, box: QRectF, line: Line, theme: Theme) -> float:
        right = box.right()
        if line.icon:
            paint_icon(painter, QRectF(right - 12, box.center().y() - 6, 12, 12), line.icon, theme.inks.ink_2)
            right -= 12 + 4
        if line.end:
            style = text_style(theme, "console", "caption", theme.inks.ink_2).placed(Align.RIGHT, Upright.MIDDLE)
            took = self._text.write(
                painter, QRectF(box.left(), box.top(), right - box.left(), box.height()), line.end, style
            )
            right = min(took.left(), box.right() - 30)
        if line.is_on:
            right -= 14 + _GAP
            paint_icon(painter, QRectF(right, box.center().y() - 7, 14, 14), "check", theme.inks.accent)
        return right - _GAP
