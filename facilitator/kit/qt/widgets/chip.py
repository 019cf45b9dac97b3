"""Chips and pills: a word on a tinted ground that tells a state, never by its colour alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.direction import read_from_its_own_side
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.label import Tone, ground_of, ink_of

_CHIP_HEIGHT, _CHIP_PADDING, _CHIP_GAP = 22, 8, 5
_CHIP_ICON = 12
_PILL_HEIGHT, _PILL_PADDING = 36, 14
_PILL_ICON = 18


class Chip(QWidget):
    """A small word: "6 min late", "Ready", a count. With an icon when it warns or confirms."""

    def __init__(self, text: str = "", tone: Tone = Tone.SOFT, icon: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone, icon)

    def show_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Tell another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().sized(12, 500)).horizontalAdvance(self._text)
        icon = _CHIP_ICON + _CHIP_GAP if self._icon else 0
        return QSize(round(words + 0.5) + icon + 2 * _CHIP_PADDING, _CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        ink = ink_of(self._tone, theme)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground_of(self._tone, theme))
            painter.drawRoundedRect(QRectF(self.rect()), theme.tokens.radius["chip"], theme.tokens.radius["chip"])
            left = float(_CHIP_PADDING)
            if self._icon:
                size = 8 if self._icon == "circle-fill" else _CHIP_ICON
                paint_icon(painter, QRectF(left, (self.height() - size) / 2, size, size), self._icon, ink)
                left += size + _CHIP_GAP
            font = theme.sized(12, 500)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(ink)
            read_from_its_own_side(painter, self._text)
            painter.drawText(QPointF(left, self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2), self._text)


class Pill(Button):
    """What the stage shows, in a round-ended button: on stage, frozen, blank, no projector."""

    def __init__(
        self, text: str, act: Callable[[], object] | None = None, *, tone: Tone = Tone.ACCENT, icon: str = ""
    ) -> None:
        super().__init__(text, act, icon=icon)
        self._tone = tone
        self.setProperty(RING_RADIUS, _PILL_HEIGHT / 2)

    def show_state(self, text: str, tone: Tone, icon: str) -> None:
        """Tell another state of the stage; Tone.INK is the dark ground of a blank stage."""
        self._tone = tone
        self.show_icon(icon)
        self.show_text(text)
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme_in_use().sized(14, 600)).horizontalAdvance(self.accessibleName())
        icon = _PILL_ICON + 8 if self._icon else 0
        return QSize(round(words + 0.5) + icon + 2 * _PILL_PADDING, _PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        ground, border, ink = self._colours(theme)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(border, 1))
            painter.setBrush(ground)
            radius = self.height() / 2 - 0.5
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            left = float(_PILL_PADDING - 2 if self._icon else _PILL_PADDING)
            if self._icon:
                paint_icon(
                    painter, QRectF(left, (self.height() - _PILL_ICON) / 2, _PILL_ICON, _PILL_ICON), self._icon, ink
                )
                left += _PILL_ICON + 8
            font = theme.sized(14, 600)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(ink)
            words = metrics.elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, self.width() - left - 8)
            read_from_its_own_side(painter, words)
            painter.drawText(QPointF(left, self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2), words)

    def _colours(self, theme: Theme) -> tuple[QColor, QColor, QColor]:
        inks = theme.inks
        if self._tone is Tone.INK:
            return inks.ink, inks.ink, inks.paper
        ink = ink_of(self._tone, theme)
        border = inks.accent_line if self._tone is Tone.ACCENT else ink
        return ground_of(self._tone, theme), border, ink
