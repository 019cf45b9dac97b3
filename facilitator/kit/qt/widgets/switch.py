"""A switch: one thing that is on or off, with its words beside it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import Inks, theme_in_use

_TRACK = QSize(30, 18)
_GAP = 8
_KNOB = 14


class Side(Enum):
    """On which side of its words the switch stands: before them, or at the far end of the line."""

    START = "start"
    END = "end"


class Switch(QCheckBox):
    """Press, or Space, to switch. `toggled` tells what people do; `show_state` shows what is true, silently."""

    def __init__(self, text: str, side: Side = Side.START) -> None:
        super().__init__()
        self._side = side
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 9)
        horizontal = QSizePolicy.Policy.Expanding if side is Side.END else QSizePolicy.Policy.Preferred
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)

    def show_state(self, is_on: bool) -> None:  # noqa: FBT001 - it is a switch: on and off are what it shows
        """Show on or off without telling: the records said so."""
        self.blockSignals(True)
        self.setChecked(is_on)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().font("console", "small")).horizontalAdvance(self.accessibleName())
        return QSize(_TRACK.width() + _GAP + round(words + 1), 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        middle = self.height() / 2
        is_end = (self._side is Side.END) != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        left = float(self.width() - _TRACK.width()) if is_end else 0.0
        track = QRectF(left, middle - _TRACK.height() / 2, _TRACK.width(), _TRACK.height())
        words = QRectF(self.rect())
        words = (
            words.adjusted(0, 0, -_TRACK.width() - _GAP, 0)
            if is_end
            else words.adjusted(_TRACK.width() + _GAP, 0, 0, 0)
        )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._track_colour(theme.inks))
            painter.drawRoundedRect(track, 9, 9)
            knob_left = track.right() - _KNOB - 2 if self.isChecked() else track.left() + 2
            painter.setBrush(theme.inks.on_accent if self.isChecked() and self.isEnabled() else theme.inks.raised)
            painter.drawEllipse(QRectF(knob_left, track.top() + 2, _KNOB, _KNOB))
            painter.setFont(theme.font("console", "small"))
            painter.setPen(theme.inks.ink if self.isEnabled() else theme.inks.ink_3)
            # The box is measured from the left already.
            write_in(self, painter, mirrored(self, words), self.accessibleName())

    def _track_colour(self, inks: Inks) -> QColor:
        if not self.isEnabled():
            return inks.line
        if self.isChecked():
            return inks.accent
        return inks.ink_3 if self.underMouse() else inks.line_strong
