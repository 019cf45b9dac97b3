"""A whole canvas on one sheet: every note lies where it was put, in its zone, and none on another."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, CanvasZone
from facilitator.kit.qt.canvas_whole import WholeCanvas, lay_whole_canvas

FREE = CanvasZone("free", "Quick wins", 0, 0, 0.5, 1, snaps=False)
ROWS = CanvasZone("rows", "Big bets", 0.5, 0, 1, 1, snaps=True)
NOOK = CanvasZone("nook", "Better left", 0, 0, 0.025, 0.025, snaps=False)
ENDS = {"left": "Cheap", "right": "Dear", "bottom": "Small", "top": "Large"}


def high(note: BoardNote, width: float) -> float:
    return 26.0 + 16 * (len(note.id) % 4)


def canvas(count: int, *zones: CanvasZone) -> Canvas:
    notes = [
        CanvasNote(
            BoardNote(f"n{at}" * (1 + at % 3), f"Note {at}"), "sky", zone.left + 0.01, 0.01 + at / 2000, zone.key
        )
        for at in range(count)
        for zone in (zones[at % len(zones)],)
    ]
    return Canvas(zones, ENDS, tuple(notes))


def zone_of(whole: WholeCanvas, note: str) -> QRectF:
    key = next(each.zone for each in whole.ground.canvas.notes if each.note.id == note)
    return whole.ground.inner(next(zone for zone in whole.ground.canvas.zones if zone.key == key))


@pytest.mark.parametrize("count", [0, 1, 30, 300])
@pytest.mark.parametrize("shape", [0.4, 9 / 16, 1.5])
def test_every_note_lies_in_its_zone_and_none_on_another(count: int, shape: float) -> None:
    whole = lay_whole_canvas(canvas(count, FREE, ROWS), shape, high)

    assert len(whole.places) == count
    assert not whole.left
    for note, box in whole.places.items():
        assert zone_of(whole, note).adjusted(-1, -1, 1, 1).contains(box)
    assert not [one for one, other in combinations(whole.places.values(), 2) if one.intersects(other)]
    assert whole.size.height() / whole.size.width() == pytest.approx(shape)


def test_it_is_no_larger_than_its_notes_ask_for() -> None:
    small, large = (lay_whole_canvas(canvas(count, FREE, ROWS), 9 / 16, high).size for count in (3, 600))

    assert (small.width(), small.height()) == (960, 540)
    assert large.width() * large.height() < 3 * 600 * 158 * 80


def test_what_no_sheet_could_hold_in_its_zone_is_left_under_the_title_of_the_zone() -> None:
    whole = lay_whole_canvas(canvas(90, NOOK, ROWS), 9 / 16, high)

    (left,) = whole.left
    assert left.name == "Better left"
    assert {note.id for note in left.notes} | set(whole.places) == {each.note.id for each in whole.ground.canvas.notes}
    assert not {note.id for note in left.notes} & set(whole.places)


def test_mirrored_it_begins_on_the_right() -> None:
    whole = lay_whole_canvas(canvas(2, FREE, ROWS), 9 / 16, high, is_mirrored=True)

    first, second = (whole.places[each.note.id] for each in whole.ground.canvas.notes)
    assert first.left() > whole.size.width() / 2 > second.right()
