"""Many dots in rows, some of them filled: how many there are, never whose or for what."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.marks import paint_dots
from facilitator.kit.qt.theme import theme_in_use

_LARGEST, _ACROSS, _ROW_GAP = 22.0, 22, 8
_FILLED = 0.74


class DotField(QWidget):
    """Dots in rows that take no more than `most` pixels of height; the more there are, the smaller each.

    Those filled always lie where reading begins.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._filled, self._of, self._most = 0, 0, most
        # Fixed would end at the height of the hint, and cut the last row where a wide field needs more.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_dots(self, filled: int, of: int, said: str) -> None:
        """Show how many of how many are filled; `said` is that in words."""
        self.setAccessibleName(said)
        if (filled, of) == (self._filled, self._of):
            return
        self._filled, self._of = filled, of
        self.updateGeometry()
        self.update()

    def keep_to(self, most: int) -> None:
        """Take no more height than this, in pixels."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, size, gap = self._measure(width)
        rows = -(-self._of // across)
        return max(0, math.ceil(rows * size + (rows - 1) * gap))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        across, size, gap = self._measure(self.width())
        step = (self.width() - size) / max(1, across - 1)
        places = (QRectF(at % across * step, at // across * (size + gap), size, size) for at in range(self._of))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_dots(painter, [mirrored(self, place) for place in places], self._filled, theme_in_use())

    def _measure(self, width: int) -> tuple[int, float, float]:
        """How many dots stand in a row, their size, and the room between two rows."""
        size, most = min(_LARGEST, max(2.0, width / _ACROSS - 6)), float(self._most)
        rows = -(-self._of // _ACROSS)
        if rows * (size + _ROW_GAP) - _ROW_GAP <= most:
            return _ACROSS, size, _ROW_GAP
        pitch = math.sqrt(width * most / self._of)
        across = max(1, int(width / pitch))
        # A last row that is begun must have room too.
        pitch = min(pitch, most / -(-self._of // across))
        return max(across, int(width / pitch)), pitch * _FILLED, pitch * (1 - _FILLED)
