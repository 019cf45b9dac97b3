"""Rows of reservations: words as high as they need, and under them where they came from. Never a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, text_style
from facilitator.kit.qt.rows import RowModel, RowView, is_writing
from facilitator.kit.qt.theme import Theme, theme_in_use

_Index = QModelIndex | QPersistentModelIndex
_ABOVE, _BETWEEN, _BELOW, _SIDE = 8, 2, 9, 16
_NARROWEST, _LOWEST = 120, 58


@dataclass(frozen=True, slots=True)
class Spoken:
    """One reservation: its words, where it came from, and how it was taken in, "" while it was not."""

    id: str
    text: str
    source: str
    met: str = ""

    def said(self) -> str:
        """The row for those who do not see it."""
        return ", ".join(part for part in (self.text, self.source, self.met) if part)


class ReservationList(RowView[Spoken]):
    """Reservations one under the other, each whole. `moved` tells which one is current now."""

    moved = Signal(str)

    def __init__(self, said: str) -> None:
        super().__init__(RowModel(lambda row: row.id, Spoken.said), said)
        self.setItemDelegate(_Painter(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(lambda _now: self.moved.emit(self.current_id()))

    def sizeHint(self) -> QSize:
        return QSize(280, _LOWEST * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, _LOWEST)

    def show_rows(self, rows: Sequence[Spoken]) -> None:
        """Show these; when the current one went away, keys go on with the one that took its place."""
        at = self.currentIndex().row()
        self.fill(rows)
        if rows and at >= 0 and not self.current_id():
            self.go_to(rows[min(at, len(rows) - 1)].id)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters are keys of commands here; none of them looks for a row.
        if is_writing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Paints rows in the theme in use, each as high as its words."""

    def __init__(self, rows: QListView) -> None:
        super().__init__(rows)
        self._rows = rows
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        room = max(_NARROWEST, self._rows.viewport().width()) - 2 * _SIDE
        high = sum(self._text.measure(words, room, style).height() for words, style in self._parts(index))
        return QSize(_NARROWEST, round(high) + _ABOVE + _BETWEEN + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        inks, box = theme_in_use().inks, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, inks.surface)
        painter.fillRect(QRectF(box.left() + _SIDE, box.top(), box.width() - 2 * _SIDE, 1), inks.line)
        inner = box.adjusted(_SIDE, _ABOVE, -_SIDE, 0)
        for place, (words, style) in enumerate(self._parts(index)):
            high = self._text.measure(words, inner.width(), style).height()
            self._text.write(painter, inner, words, style)
            inner.setTop(inner.top() + high + (_BETWEEN if place == 0 else 0))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(inks.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(5, 2, -5, -1), 5, 5)
        painter.restore()

    def _parts(self, index: _Index) -> list[tuple[str, TextStyle]]:
        row, theme = cast("Spoken", index.data(Qt.ItemDataRole.UserRole)), theme_in_use()
        side = Align.RIGHT if self._rows.layoutDirection() is Qt.LayoutDirection.RightToLeft else Align.LEFT
        words = text_style(theme, "console", "body", theme.inks.ink).placed(side)
        parts = [(row.text, words), (row.source, _caption(theme, side))]
        if row.met:
            parts.append((row.met, _caption(theme, side).inked(theme.inks.ok)))
        return parts


def _caption(theme: Theme, side: Align) -> TextStyle:
    return text_style(theme, "console", "caption", theme.inks.ink_2).placed(side)
