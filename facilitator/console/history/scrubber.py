"""The slider along the day: marks of what happened above it, the knob at the moment that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from facilitator.console.history.axis import Axis
from facilitator.i18n import _
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.slider import DrawnSlider

_TALLEST, _GAP, _TRACK, _KNOB, _FOOT = 34, 8, 6, 18, 3
_MARK_EVERY = 22
_EDGE = _KNOB / 2 + 3


class Scrubber(DrawnSlider):
    """A place counts the facts before a moment; the last is now."""

    def __init__(self) -> None:
        super().__init__(_("Moment of the day"))
        self._axis = Axis(())
        self.setRange(0, 0)

    def show_axis(self, axis: Axis, places: int) -> None:
        """Show a day of so many facts."""
        self._axis = axis
        self.setRange(min(1, places), places)
        self.update()

    def show_place(self, place: int, said: str) -> None:
        """Be at a place; `said` is its time in words."""
        self.setValue(place)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _TALLEST + _GAP + _KNOB + _FOOT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def knob_at(self) -> QPointF:
        """Where the knob stands."""
        return QPointF(self._x(self._axis.share(self.value() - 1)), _TALLEST + _GAP + _KNOB / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks = theme_in_use().inks
        knob, wide = self.knob_at(), self.width() - 2 * _EDGE
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            count = max(1, int(wide // _MARK_EVERY))
            for number, height in enumerate(self._axis.heights(count)):
                if height:
                    x = self._x((number + 0.5) / count)
                    tall = 4 + height * (_TALLEST - 4)
                    painter.fillRect(QRectF(x - 1, _TALLEST - tall, 2, tall), inks.ink_3)
            track = QRectF(_EDGE - 3, knob.y() - _TRACK / 2, wide + 6, _TRACK)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.line)
            painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
            painter.setBrush(inks.accent)
            painter.drawRoundedRect(self._passed(track, knob.x()), _TRACK / 2, _TRACK / 2)
            painter.setPen(QPen(inks.accent, 2))
            painter.setBrush(inks.raised)
            painter.drawEllipse(knob, _KNOB / 2 + 1, _KNOB / 2 + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.accent)
            painter.drawEllipse(knob, _KNOB / 2 - 3, _KNOB / 2 - 3)

    def _passed(self, track: QRectF, x: float) -> QRectF:
        if self._is_mirrored():
            return QRectF(x, track.top(), track.right() - x, track.height())
        return QRectF(track.left(), track.top(), x - track.left(), track.height())

    def _x(self, share: float) -> float:
        wide = self.width() - 2 * _EDGE
        return self.width() - _EDGE - share * wide if self._is_mirrored() else _EDGE + share * wide

    def want_at(self, x: float) -> None:
        wide = max(1.0, self.width() - 2 * _EDGE)
        share = (self.width() - _EDGE - x if self._is_mirrored() else x - _EDGE) / wide
        if (number := self._axis.nearest(share)) >= 0:
            self.wanted.emit(number + 1)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
