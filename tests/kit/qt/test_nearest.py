"""Where arrows lead, wherever boxes lie: what is meant by each side, and that nothing is out of reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from facilitator.kit.qt.nearest import Boxes, Side, beside
from tests.kit.qt.boards import reached


@st.composite
def scattered(draw: st.DrawFn) -> Boxes:
    """Boxes of several sizes anywhere, over one another too."""
    corner, size = st.integers(0, 600), st.integers(20, 200)
    return {
        f"n{at}": QRectF(draw(corner), draw(corner), draw(size), draw(size)) for at in range(draw(st.integers(1, 25)))
    }


@given(scattered())
def test_from_every_box_every_other_can_be_reached(boxes: Boxes) -> None:
    ways = {here: {beside(boxes, here, side) for side in Side} for here in boxes}

    for start in boxes:
        assert reached(ways, start) == set(boxes)


@given(scattered())
def test_an_arrow_never_leads_to_the_other_side(boxes: Boxes) -> None:
    for here, box in boxes.items():
        right = boxes[beside(boxes, here, Side.RIGHT)].center()
        down = boxes[beside(boxes, here, Side.DOWN)].center()

        assert right.x() >= box.center().x()
        assert down.y() >= box.center().y()


@given(scattered())
def test_in_a_mirrored_picture_right_is_left(boxes: Boxes) -> None:
    grid = {each: QRectF(at % 4 * 100, at // 4 * 100, 90, 90) for at, each in enumerate(boxes)}
    mirrored = {each: QRectF(-box.right(), box.top(), box.width(), box.height()) for each, box in grid.items()}

    for here in grid:
        assert beside(grid, here, Side.RIGHT) == beside(mirrored, here, Side.LEFT)
        assert beside(grid, here, Side.UP) == beside(mirrored, here, Side.UP)


@pytest.mark.parametrize(
    ("side", "end"), [(Side.LEFT, "left"), (Side.RIGHT, "right"), (Side.UP, "up"), (Side.DOWN, "down")]
)
def test_on_each_side_the_nearest_is_meant(side: Side, end: str) -> None:
    boxes = {
        "here": QRectF(200, 200, 100, 50),
        "left": QRectF(80, 210, 100, 50),
        "right": QRectF(320, 190, 100, 50),
        "up": QRectF(210, 130, 100, 50),
        "down": QRectF(190, 270, 100, 50),
        "far left": QRectF(-100, 200, 100, 50),
        "far right": QRectF(500, 200, 100, 50),
        "far down": QRectF(200, 600, 100, 50),
        "aside": QRectF(320, 400, 100, 50),
    }

    assert beside(boxes, "here", side) == end


def test_where_nothing_lies_one_stays() -> None:
    assert {beside({"one": QRectF(0, 0, 10, 10)}, "one", side) for side in Side} == {"one"}


def test_a_lower_note_two_lanes_away_is_nearer_than_one_far_above_in_the_next() -> None:
    boxes = {
        "here": QRectF(0, 800, 100, 50),
        "top": QRectF(0, 0, 100, 50),
        "next lane": QRectF(110, 0, 100, 50),
        "two lanes on": QRectF(220, 800, 100, 50),
    }

    assert beside(boxes, "here", Side.RIGHT) == "two lanes on"
    assert beside(boxes, "top", Side.RIGHT) == "next lane"
