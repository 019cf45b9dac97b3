"""Many equal dots: drawn once as a picture and stamped at every place, since news of answers comes often."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

Look = Callable[[QPainter, QRectF, QColor], None]
"""Draws one dot into its box."""


def stamp(painter: QPainter, places: Iterable[QPointF], size: float, look: Look, colour: QColor) -> None:
    """Draw a dot of this size with its top left corner at each of the places, on whole pixels of the screen."""
    ratio, transform = painter.device().devicePixelRatioF(), painter.worldTransform()
    dot = _picture(size, transform.m11(), ratio, look, colour)
    painter.save()
    painter.resetTransform()
    for place in places:
        at = transform.map(place) * ratio
        painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, dot)
    painter.restore()


def _picture(size: float, scale: float, ratio: float, look: Look, colour: QColor) -> QPixmap:
    wide = math.ceil(size * scale * ratio) + 1
    drawn = QPixmap(wide, wide)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        look(painter, QRectF(0, 0, size, size), colour)
    return drawn
