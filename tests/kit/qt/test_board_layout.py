"""Where notes lie: in order, in their column, without touching, found fast."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF

from facilitator.kit.qt.board_layout import BoardLayout, BoardNote, lay_full_width, lay_whole, seen_from_right
from tests.kit.qt.boards import columns


def height(note: BoardNote, width: float) -> float:
    return 30 + len(note.id) * 3


def boxes(layout: BoardLayout) -> list[QRectF]:
    return [placed.box for placed in layout.by_id.values()]


def test_columns_share_the_width_of_the_window() -> None:
    layout = lay_full_width(columns(10), 790, height)

    assert [column.width for column in layout.columns] == [150] * 5
    assert layout.columns[4].left == 640
    assert layout.width == 790


def test_columns_never_get_too_narrow_to_read() -> None:
    assert lay_full_width(columns(10, count=8), 400, height).columns[0].width == 100


@pytest.mark.parametrize("count", [0, 1, 7, 200])
def test_no_note_lies_on_another(count: int) -> None:
    for layout in (lay_full_width(columns(count), 790, height), lay_whole(columns(count), 0.6, height)):
        assert len(boxes(layout)) == count
        assert not any(one.intersects(other) for one, other in itertools.combinations(boxes(layout), 2))


def test_a_whole_board_has_about_the_shape_of_its_window() -> None:
    layout = lay_whole(columns(1000), 1080 / 1920, height)

    assert layout.height / layout.width == pytest.approx(1080 / 1920, rel=0.25)


def test_notes_in_a_rectangle_are_found_and_no_others() -> None:
    layout = lay_whole(columns(500), 0.5, height)
    view = QRectF(100, 200, 400, 300)

    found = {placed.note.id for placed in layout.inside(view)}
    touched = {placed.note.id for placed in layout.by_id.values() if placed.box.intersects(view)}

    assert touched <= found
    assert all(layout.by_id[note].box.adjusted(-1, -1, 1, 1).intersects(view) for note in found)


def test_a_column_is_read_in_its_own_order_whatever_its_lanes() -> None:
    shown = columns(300)
    layout = lay_whole(shown, 0.5, height)

    read = [placed.note for placed in layout.columns[2].reading_order()]

    assert read == list(shown[2].notes)


def test_the_nearest_column_is_found_between_columns_too() -> None:
    layout = lay_full_width(columns(10), 790, height)

    assert [layout.column_at(x) for x in (-50, 10, 152, 158, 2000)] == [0, 0, 0, 1, 4]
    assert BoardLayout().column_at(10) == -1


def test_the_note_under_a_point_is_found() -> None:
    layout = lay_full_width(columns(10), 790, height)

    assert layout.note_at(10, 10) == "n0"
    assert layout.note_at(10, 5000) == ""


def test_five_columns_fit_the_smallest_laptop() -> None:
    assert lay_full_width(columns(10), 580, height).width == 580


def test_seen_from_the_right_every_column_and_lane_is_mirrored() -> None:
    layout = lay_whole(columns(200), 0.5, height)

    turned = seen_from_right(layout)

    assert (turned.width, turned.height) == (layout.width, layout.height)
    for note, placed in layout.by_id.items():
        box = turned.by_id[note].box
        assert (box.left(), box.top()) == (layout.width - placed.box.right(), placed.box.top())
        assert turned.note_at(box.center().x(), box.center().y()) == note
    assert seen_from_right(turned) == layout
