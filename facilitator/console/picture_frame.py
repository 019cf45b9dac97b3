"""The edge around a small picture of the stage, like the one that the live picture has."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.theme import theme_in_use


class PictureFrame(QWidget):
    """Holds a picture, as large as it is told (width and height in pixels, the edge among them)."""

    def __init__(self, picture: QWidget, size: tuple[int, int]) -> None:
        super().__init__()
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        picture.setParent(self)
        picture.move(1, 1)
        picture.show()
        self.show_size(size)

    def show_size(self, size: tuple[int, int]) -> None:
        """Be as large as there is room for."""
        self.setFixedSize(*size)
        self._picture.setFixedSize(size[0] - 2, size[1] - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QPen(theme_in_use().inks.line_strong, 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
