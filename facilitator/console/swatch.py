"""A small square in the colour of a kind of block, beside its word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.theme import theme_in_use

_SIDE = 10


class Swatch(QWidget):
    """The colour of a category: gather, think, decide, act, pause."""

    def __init__(self, category: str) -> None:
        super().__init__()
        self._category = category
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        is_pause = self._category == "pause"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.category(self._category))
            painter.setPen(QPen(theme.inks.line_strong, 1) if is_pause else Qt.PenStyle.NoPen)
            box = QRectF(self.rect())
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if is_pause else box, 3, 3)
