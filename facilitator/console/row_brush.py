"""Paints one row of a list in its own measures; in a right-to-left window everything lies the other way round."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lines import direction_of
from facilitator.kit.qt.theme import theme_in_use

# Put together once: a page of rows writes a hundred texts, and joining flags costs more than writing a short one.
_IN_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_AT_LEFT, _AT_RIGHT = _IN_ONE_LINE | Qt.AlignmentFlag.AlignLeft, _IN_ONE_LINE | Qt.AlignmentFlag.AlignRight


class Side(Enum):
    """Where words stand in their place: at its beginning or at its end."""

    START = "start"
    END = "end"


class RowBrush:
    """Measures are pixels from the row's beginning edge and its top."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self.painter = painter
        self.theme = theme_in_use()
        self._rect = QRectF(option.rect)
        self._direction: Qt.LayoutDirection = option.direction
        self._state: QStyle.StateFlag = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    @property
    def width(self) -> float:
        """How wide the row is."""
        return self._rect.width()

    @property
    def height(self) -> float:
        """How high the row is."""
        return self._rect.height()

    @property
    def is_mirrored(self) -> bool:
        """Whether the window reads from the right."""
        return self._direction is Qt.LayoutDirection.RightToLeft

    @property
    def is_chosen(self) -> bool:
        """Whether the row is the selected one."""
        return bool(self._state & QStyle.StateFlag.State_Selected)

    @property
    def is_under_mouse(self) -> bool:
        """Whether the mouse is over the row."""
        return bool(self._state & QStyle.StateFlag.State_MouseOver)

    @property
    def has_focus(self) -> bool:
        """Whether the row is the current one of a list that has the focus."""
        return bool(self._state & QStyle.StateFlag.State_HasFocus)

    def place(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Where a box of the row lies in the window."""
        start = self._rect.left() + left
        if self._direction is Qt.LayoutDirection.RightToLeft:
            start = self._rect.right() - left - width
        return QRectF(start, self._rect.top() + top, width, height)

    def words(self, text: str, box: QRectF, font: QFont, colour: QColor, side: Side = Side.START) -> float:
        """Write one line, middle high, with an ellipsis where room ends; gives the width it took."""
        metrics = QFontMetricsF(font)
        shown, wide = text, metrics.horizontalAdvance(text)
        if wide > box.width() + 0.5:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
            wide = metrics.horizontalAdvance(shown)
        is_right = (side is Side.END) is not self.is_mirrored
        # People write in many scripts: each text reads from its own side, wherever it stands.
        self.painter.setLayoutDirection(direction_of(text))
        self.painter.setFont(font)
        self.painter.setPen(colour)
        room = box.adjusted(-2, 0, 0, 0) if is_right else box.adjusted(0, 0, 2, 0)
        self.painter.drawText(room, _AT_RIGHT if is_right else _AT_LEFT, shown)
        return wide

    def icon(self, name: str, left: float, size: float, colour: QColor, middle: float = -1) -> None:
        """Paint an icon; in the middle of the row unless a middle line is given."""
        middle = self.height / 2 if middle < 0 else middle
        paint_icon(self.painter, self.place(left, middle - size / 2, size, size), name, colour)

    def ground(self, colour: QColor) -> None:
        """Fill the whole row."""
        self.painter.fillRect(self._rect, colour)

    def block(self, box: QRectF, colour: QColor, radius: float, border: QColor | None = None) -> None:
        """Fill a box with round corners."""
        self.painter.setBrush(colour)
        if border is None:
            self.painter.setPen(Qt.PenStyle.NoPen)
        else:
            self.painter.setPen(border)
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        self.painter.drawRoundedRect(box, radius, radius)

    def line(self, left: float, right: float) -> None:
        """Draw the thin line at the row's foot, from `left` to `right` pixels before its end."""
        box = self.place(left, self.height - 1, self.width - left - right, 1)
        self.painter.fillRect(box, self.theme.inks.line)

    def ring(self) -> None:
        """Frame the row that has the focus, inside its edges."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self.painter.pen()
        pen.setColor(self.theme.inks.focus)
        pen.setWidthF(2)
        pen.setStyle(Qt.PenStyle.SolidLine)
        self.painter.setPen(pen)
        self.painter.drawRoundedRect(self._rect.adjusted(2, 2, -2, -2), 4, 4)
