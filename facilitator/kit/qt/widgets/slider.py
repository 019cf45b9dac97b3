"""A slider: how much of something, by arrows, by a press, or drawn; it snaps to whole steps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import theme_in_use

_KNOB, _TRACK, _HEIGHT = 18, 6, 28
_EDGE = _KNOB / 2 + 2


class DrawnSlider(QSlider):
    """Follows the mouse from the first press; it stands where it is told to, not where it was drawn to.

    `wanted` tells where people want it. `said` is its accessible name.
    """

    wanted = Signal(int)

    def __init__(self, said: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, 6)
        self.actionTriggered.connect(lambda _action: self.wanted.emit(self.sliderPosition()))

    def want_at(self, x: float) -> None:
        """Want what a place on the track stands for; `x` is in pixels from the left."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.want_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.want_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Slider(DrawnSlider):
    """`show_value` shows what is true, silently."""

    def __init__(self, said: str, least: int, most: int, step: int) -> None:
        super().__init__(said)
        self._step = step
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setPageStep(2 * step)

    def show_value(self, value: int) -> None:
        """Show how much it is."""
        self.setValue(value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def knob_at(self) -> QPointF:
        """Where the knob stands."""
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        wide = self.width() - 2 * _EDGE
        x = self.width() - _EDGE - share * wide if self._is_mirrored() else _EDGE + share * wide
        return QPointF(x, self.height() / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = theme_in_use().inks
        knob = self.knob_at()
        ink = inks.accent if self.isEnabled() else inks.ink_3
        track = QRectF(2, knob.y() - _TRACK / 2, self.width() - 4, _TRACK)
        filled = QRectF(track)
        if self._is_mirrored():
            filled.setLeft(knob.x())
        else:
            filled.setRight(knob.x())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.line_strong)
            painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
            painter.setBrush(ink)
            painter.drawRoundedRect(filled, _TRACK / 2, _TRACK / 2)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(inks.raised)
            painter.drawEllipse(knob, _KNOB / 2, _KNOB / 2)

    def want_at(self, x: float) -> None:
        wide = max(1.0, self.width() - 2 * _EDGE)
        share = (self.width() - _EDGE - x if self._is_mirrored() else x - _EDGE) / wide
        steps = round(min(1.0, max(0.0, share)) * (self.maximum() - self.minimum()) / self._step)
        self.wanted.emit(self.minimum() + steps * self._step)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
