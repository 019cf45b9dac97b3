"""A canvas in a box: places become pixels and pixels places, mirrored too; notes in rows keep their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import ENDS, Canvas, CanvasNote, CanvasZone, Ground, GroundMeasures

MEASURES = GroundMeasures(beside=90, below=24, band=24, gap=6, note=140)
HALVES = (CanvasZone("a", "A", 0, 0, 0.5, 1, snaps=False), CanvasZone("b", "B", 0.5, 0, 1, 1, snaps=True))
NAMES = dict(zip(ENDS, ("Cheap", "Dear", "Small", "Large"), strict=True))


def ground(*notes: CanvasNote, mirrored: bool = False) -> Ground:
    return Ground(Canvas(HALVES, NAMES, notes), QRectF(0, 0, 890, 524), MEASURES, is_mirrored=mirrored)


def note(name: str, x: float, y: float, zone: str) -> CanvasNote:
    return CanvasNote(BoardNote(name, name), "grey", x, y, zone)


def high(_note: BoardNote, _width: float) -> float:
    return 40


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_place_is_found_again_by_its_point(mirrored: bool) -> None:
    seen = ground(mirrored=mirrored)

    for zone in HALVES:
        for x, y in ((zone.left + 0.1, 0.1), (zone.left + 0.4, 0.9)):
            found = seen.fraction(seen.point(x, y, zone))
            assert found == pytest.approx((x, y), abs=0.001)
    assert seen.fraction(QPointF(-500, -500)) == ((1.0 if mirrored else 0.0), 0.0)


def test_mirrored_everything_begins_on_the_right() -> None:
    plain, mirrored = ground(), ground(mirrored=True)

    assert plain.zone_box(HALVES[0]) == QRectF(90, 0, 400, 500)
    assert mirrored.zone_box(HALVES[0]) == QRectF(400, 0, 400, 500)
    assert plain.end_box("top").right() <= plain.area.left()
    assert mirrored.end_box("top").left() >= mirrored.area.right()
    assert plain.end_box("left").left() == plain.area.left()
    assert mirrored.end_box("left").right() == mirrored.area.right()


def test_notes_in_rows_follow_one_another_and_none_slips_past_the_foot() -> None:
    notes = [note(f"n{number:02}", 0.5, 0.01 * number, "b") for number in range(40)]

    found = ground().place(notes, high)

    assert list(found) == [f"n{number:02}" for number in range(len(found))]
    assert len(found) == 20
    room = ground().inner(HALVES[1])
    assert all(room.adjusted(-1, -1, 1, 1).contains(box) for box in found.values())


def test_notes_on_one_place_are_fanned_out_within_their_zone() -> None:
    notes = [note(f"n{number}", 0.25, 0.5, "a") for number in range(12)]

    found = ground().place(notes, high)

    assert len(found) == 12
    boxes = list(found.values())
    assert all(ground().inner(HALVES[0]).adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
