"""The themes of the deck as chips that fill line after line; the one that is on is tinted and has a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use

_HEIGHT, _PADDING, _GAP, _TICK = 30, 10, 6, 13


class ThemeChips(QWidget):
    """One chip for each theme and one for all. `chosen` tells the theme, "" for all."""

    chosen = Signal(str)

    def __init__(self, themes: Sequence[str], count: int) -> None:
        super().__init__()
        self._themes = ("", *themes)
        self._chips = [_ThemeChip(theme or _("All {count}").format(count=count)) for theme in self._themes]
        for chip, theme in zip(self._chips, self._themes, strict=True):
            chip.setParent(self)
            chip.clicked.connect(lambda _checked=False, theme=theme: self.choose(theme))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips[0].setChecked(True)

    def theme(self) -> str:
        """The theme that is on, "" for all."""
        return next(theme for theme, chip in zip(self._themes, self._chips, strict=True) if chip.isChecked())

    def choose(self, theme: str) -> None:
        """Turn to a theme."""
        for other, chip in zip(self._themes, self._chips, strict=True):
            chip.setChecked(other == theme)
            chip.updateGeometry()
        self._arrange(self.width())
        self.chosen.emit(theme)

    def step(self, by: int) -> None:
        """Go to a theme further on, or back; after the last comes the first."""
        at = (self._themes.index(self.theme()) + by) % len(self._themes)
        self.choose(self._themes[at])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[-1].bottom() + 1

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        for chip, place in zip(self._chips, self._places(width), strict=True):
            chip.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places, left, top = [], 0, 0
        for chip in self._chips:
            wide = chip.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + _HEIGHT + _GAP
            places.append(QRect(left, top, wide, _HEIGHT))
            left += wide + _GAP
        return places


class _ThemeChip(QPushButton):
    """One theme."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, _HEIGHT / 2)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().sized(13, 500)).horizontalAdvance(self._title)
        tick = _TICK + _GAP if self.isChecked() else 0
        return QSize(round(words + 0.5) + tick + 2 * _PADDING + 2, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        is_on = self.isChecked()
        font = theme.sized(13, 500)
        metrics = QFontMetricsF(font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(inks.accent_line if is_on else inks.line_strong, 1))
            painter.setBrush(inks.accent_soft if is_on else inks.sunken if self.underMouse() else inks.raised)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            left = float(_PADDING)
            ink = inks.accent if is_on else inks.ink
            if is_on:
                paint_icon(painter, QRectF(left, (_HEIGHT - _TICK) / 2, _TICK, _TICK), "check", ink)
                left += _TICK + _GAP
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QPointF(left, _HEIGHT / 2 + (metrics.ascent() - metrics.descent()) / 2), self._title)
