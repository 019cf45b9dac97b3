"""Dots drawn once and stamped many times."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.stage.stamps import stamp
from facilitator.kit.qt.marks import paint_dot
from tests.activities.scale.stage.looking import colour_at, drawn

RED = QColor("#ff0000")


@pytest.mark.parametrize("width", [1920, 960, 304])
def test_a_dot_is_stamped_where_it_would_be_drawn(qapp: QApplication, width: int) -> None:
    places = [QPointF(100, 200), QPointF(1000, 300), QPointF(1700, 900)]

    image = drawn(lambda painter: stamp(painter, places, 60, paint_dot, RED), width, width * 9 // 16)

    scale = width / 1920
    for place in places:
        assert colour_at(image, (place.x() + 30) * scale, (place.y() + 30) * scale) == "#ff0000"
        assert colour_at(image, (place.x() - 6) * scale - 1, (place.y() + 30) * scale) == "#ffffff"


def test_it_is_drawn_once(qapp: QApplication) -> None:
    looks = []

    def look(painter: QPainter, box: QRectF, colour: QColor) -> None:
        looks.append(box)
        paint_dot(painter, box, colour)

    drawn(lambda painter: stamp(painter, [QPointF(x, 100) for x in range(500)], 20, look, RED))

    assert looks == [QRectF(0, 0, 20, 20)]
