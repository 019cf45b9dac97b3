"""The bar at the foot of a window: the keys that act now, and what was saved last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.direction import mirrored, mirrored_point, read_from_its_own_side
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import Theme, theme_in_use
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

_HEIGHT, _SIDE, _GAP, _AFTER_CAP = 32, 16, 20, 6
_WORDS = 190
"""The most that one act may take, in pixels: a long title leaves the others their place."""


class KeyBar(QWidget):
    """Shows as many acts as there is room for, the first ones first; a press on one does it."""

    def __init__(self) -> None:
        super().__init__()
        self._acts: tuple[Act, ...] = ()
        self._names: list[tuple[str, str]] = []
        self._status = ""
        self._icon = ""
        self._places: list[tuple[QRectF, Act]] = []
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Show the keys of these acts; those without a key, or not possible now, are left out."""
        self._acts = tuple(act for act in acts if act.key)
        now = self._possible()
        before, self._names = self._names, [(act.key, act.title) for act in now]
        if self._names == before:
            # What is said after every edit looks the same: only what a press does is taken anew.
            self._places = [(place, act) for (place, _), act in zip(self._places, now, strict=False)]
            return
        self.setAccessibleName("\n".join(f"{key_words(act.key)}: {act.title}" for act in self._acts))
        self.update()

    def show_status(self, words: str, icon: str = "floppy-disk") -> None:
        """Say at the far end what is safe: "Saved on this laptop 10:58"."""
        if (words, icon) != (self._status, self._icon):
            self._status, self._icon = words, icon
            self.setAccessibleDescription(words)
            self.update()

    def shown(self) -> tuple[str, ...]:
        """The titles there was room for when it was painted last."""
        return tuple(act.title for _, act in self._places)

    def sizeHint(self) -> QSize:
        return QSize(600, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        act = next((act for place, act in self._places if place.contains(event.position())), None)
        if act is not None and act.is_enabled():
            act.do()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.inks.surface)
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.inks.line)
            end = self._paint_status(painter, theme)
            self._paint_acts(painter, end, theme)

    def _possible(self) -> list[Act]:
        return [act for act in self._acts if act.is_enabled()]

    def _paint_status(self, painter: QPainter, theme: Theme) -> float:
        metrics = QFontMetricsF(theme.font("console", "caption"))
        left = self.width() - _SIDE - metrics.horizontalAdvance(self._status)
        if self._status:
            self._write(painter, left, self._status, theme)
            sign = mirrored(self, QRectF(left - 20, self.height() / 2 - 7, 14, 14))
            paint_icon(painter, sign, self._icon, theme.inks.ink_2)
        return left - 20 - _GAP

    def _paint_acts(self, painter: QPainter, end: float, theme: Theme) -> None:
        self._places.clear()
        left = float(_SIDE)
        metrics = QFontMetricsF(theme.font("console", "caption"))
        for act in self._possible():
            cap = cap_width(act.key, theme)
            words = metrics.elidedText(act.title, Qt.TextElideMode.ElideRight, _WORDS)
            wide = cap + _AFTER_CAP + metrics.horizontalAdvance(words)
            if left + wide > end:
                return
            at = mirrored(self, QRectF(left, 0, cap, self.height()))
            paint_cap(painter, at.left(), at.center().y(), act.key, theme.inks.ink_2, theme.inks.line_strong, theme)
            self._write(painter, left + cap + _AFTER_CAP, words, theme)
            self._places.append((mirrored(self, QRectF(left, 0, wide, self.height())), act))
            left += wide + _GAP

    def _write(self, painter: QPainter, left: float, words: str, theme: Theme) -> None:
        font = theme.font("console", "caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.inks.ink_2)
        read_from_its_own_side(painter, words)
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(mirrored_point(self, left, baseline, metrics.horizontalAdvance(words)), words)
