"""A canvas looked at through a lens: what is seen lies where it was put, at any scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from facilitator.kit.qt.canvas_lens import LARGEST, SMALLEST, Lens, within


@pytest.mark.parametrize("scale", [SMALLEST, 1.0, LARGEST])
def test_what_is_seen_at_a_place_is_what_lies_there(scale: float) -> None:
    lens = Lens(scale, 30, 50)
    box = QRectF(100, 200, 148, 40)

    assert lens.under(lens.seen(box).topLeft()) == QPointF(100, 200)
    assert lens.seen(box).width() == 148 * scale


def test_scales_stay_between_what_can_be_read_and_what_can_be_found() -> None:
    assert [within(scale) for scale in (0.01, 0.8, 9.0)] == [SMALLEST, 0.8, LARGEST]
