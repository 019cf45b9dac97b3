"""The timer on the console: digits that tick without trembling, the word beside them, and the bar below."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.bands import Band, paint_stripes
from facilitator.kit.qt.digits import fitted_digits
from facilitator.kit.qt.direction import is_mirrored, mirrored_point, read_from_its_own_side
from facilitator.kit.qt.lettering import ink_left
from facilitator.kit.qt.reading import time_left
from facilitator.kit.qt.theme import Theme, theme_in_use

_WIDEST = "+00:00"


class TimerDigits(QWidget):
    """Time left in large digits; paused ones are faint with the word beside them, time over has a plus."""

    def __init__(self, pixels: int = 56) -> None:
        super().__init__()
        self._pixels = pixels
        self._text = time_left(0)
        self._band = Band.RUNNING
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_time(self, remaining_ms: int, band: Band) -> None:
        """Show the time left, and whether the timer runs, stands still or is over. Repaints only when it changed."""
        text = time_left(remaining_ms)
        if (text, band) == (self._text, self._band):
            return
        self._text, self._band = text, band
        said = {Band.PAUSED: _("{time}, paused"), Band.OVER: _("{time}, time is up")}.get(band, _("{time} left"))
        self.setAccessibleName(said.format(time=text))
        self.update()

    def text(self) -> str:
        """The digits as they are shown."""
        return self._text

    def sizeHint(self) -> QSize:
        font = fitted_digits(theme_in_use(), _WIDEST, self._pixels, 1e6)
        return QSize(round(QFontMetricsF(font).horizontalAdvance(_WIDEST)), round(self._pixels * 60 / 56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = fitted_digits(theme, self._text, self._pixels, self.width())
            metrics = QFontMetricsF(font)
            base = self.height() / 2 + metrics.capHeight() / 2
            painter.setFont(font)
            colours = {Band.PAUSED: theme.inks.ink_3, Band.OVER: theme.inks.over, Band.LAST_MINUTE: theme.inks.warn}
            painter.setPen(colours.get(self._band, theme.inks.ink))
            read_from_its_own_side(painter, self._text)
            wide = metrics.horizontalAdvance(self._text)
            at = -ink_left(self._text, font)
            if is_mirrored(self):
                # By whole pixels, so that digits are smoothed alike on either side.
                at += floor(self.width() - wide - at)
            painter.drawText(QPointF(at, base), self._text)
            if self._band is Band.PAUSED:
                self._paint_paused(painter, wide + 10, base, theme)

    def _paint_paused(self, painter: QPainter, left: float, base: float, theme: Theme) -> None:
        font = theme.sized(13, 600)
        word = _("Paused")
        painter.setFont(font)
        painter.setPen(theme.inks.ink_2)
        took = QFontMetricsF(font).horizontalAdvance(word)
        if left + took <= self.width():
            read_from_its_own_side(painter, word)
            painter.drawText(mirrored_point(self, left, base, took), word)


class ProgressBar(QProgressBar):
    """How much of something is over, 8 high; striped once it is more than all. `said` is its accessible name."""

    def __init__(self, said: str, height: int = 8) -> None:
        super().__init__()
        self._band = Band.RUNNING
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setAccessibleName(said)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, band: Band = Band.RUNNING) -> None:
        """Show a share from 0 to 1."""
        self._band = band
        self.setValue(round(min(1.0, max(0.0, share)) * 1000))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        box = QRectF(self.rect())
        radius = box.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._band is Band.OVER:
                paint_stripes(painter, box, theme, stripe=box.height())
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.sunken)
            painter.drawRoundedRect(box, radius, radius)
            colours = {Band.LAST_MINUTE: inks.warn, Band.PAUSED: inks.ink_3}
            painter.setBrush(colours.get(self._band, inks.accent))
            over = QRectF(box)
            over.setWidth(box.width() * self.value() / 1000)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                over.moveRight(box.right())
            painter.setClipRect(over)
            painter.drawRoundedRect(box, radius, radius)
