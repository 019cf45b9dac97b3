"""Arrows on a canvas lead to the nearest note in their direction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt

from facilitator.kit.qt.canvas_steps import step_from
from tests.kit.qt.boards import reached

BOXES = {
    name: QRectF(x, y, 100, 40)
    for name, x, y in (
        ("middle", 300, 300),
        ("left", 100, 310),
        ("far", 0, 0),
        ("right", 600, 280),
        ("below", 340, 500),
    )
}


def test_each_arrow_has_its_direction() -> None:
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

    assert [step_from(BOXES, "middle", key) for key in keys] == ["left", "right", "far", "below"]
    assert step_from(BOXES, "right", Qt.Key.Key_Right) == "right"
    assert step_from(BOXES, "far", Qt.Key.Key_Up) == "far"
    assert step_from(BOXES, "below", Qt.Key.Key_Down) == "below"


def test_without_a_note_the_first_is_next_and_an_empty_canvas_has_none() -> None:
    assert step_from(BOXES, "", Qt.Key.Key_Down) == "middle"
    assert step_from(BOXES, "below", Qt.Key.Key_Home) == "middle"
    assert step_from(BOXES, "middle", Qt.Key.Key_End) == "below"
    assert step_from({}, "", Qt.Key.Key_Home) == ""


@given(places=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 700)), min_size=1, max_size=20))
def test_wherever_notes_lie_arrows_lead_from_every_note_to_every_other(places: list[tuple[int, int]]) -> None:
    boxes = {f"n{at}": QRectF(left, top, 150, 60) for at, (left, top) in enumerate(places)}
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

    ways = {here: {step_from(boxes, here, key) for key in arrows} for here in boxes}

    for start in boxes:
        assert reached(ways, start) == set(boxes)
