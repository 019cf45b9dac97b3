"""How far to look on: not at all for what is in view, else as little as it takes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF

from facilitator.kit.qt.into_view import way_into_view

VIEW = QRect(0, 0, 400, 300)


@pytest.mark.parametrize(
    ("place", "way"),
    [
        (QRectF(5, 5, 100, 40), (0, 0)),
        (QRectF(295, 255, 100, 40), (0, 0)),
        (QRectF(-20, 10, 100, 40), (-25, 0)),
        (QRectF(350, 10, 100, 40), (55, 0)),
        (QRectF(10, -3, 100, 40), (0, -8)),
        (QRectF(350, 290, 100, 40), (55, 35)),
        (QRectF(-20, 0, 500, 400), (-25, -5)),
    ],
)
def test_the_way_is_as_short_as_brings_a_place_into_view(place: QRectF, way: tuple[int, int]) -> None:
    assert way_into_view(place, VIEW, 5) == way
