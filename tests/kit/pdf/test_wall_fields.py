"""Where notes of a printed wall lie: the tallest field gets the next lane, and what has no room keeps its order."""

from __future__ import annotations

import pytest

from facilitator.kit.pdf.marks import Within
from facilitator.kit.pdf.wall_fields import Measures, Waiting, allotted, lay_strip, measured
from facilitator.kit.pdf.wall_note import Hand, WallField, WallNote
from tests.kit.pdf.paper import plain_look

WIDE, NOTE = 700.0, 100.0


def measures(*, has_boxes: bool = False, is_mirrored: bool = False) -> Measures:
    return Measures(Hand(plain_look(), 10, is_mirrored), WIDE, has_boxes)


def waiting(by: Measures, *counts: int) -> list[Waiting]:
    fields = [WallField("A", f"Field {at}", "sky", [WallNote("word")] * count) for at, count in enumerate(counts)]
    return [measured(by, field, NOTE, 400, Within("L", field.name)) for field in fields]


def test_the_tallest_field_gets_the_next_lane_until_all_fit() -> None:
    by = measures()
    there = waiting(by, 12, 3, 6)
    one = there[0].pieces[0].height + by.lane_gap

    assert allotted(by, there, 6, one * 12) == [1, 1, 1]
    assert allotted(by, there, 6, one * 6) == [2, 1, 1]
    assert allotted(by, there, 6, one * 1) == [3, 1, 2]


def test_a_field_has_no_more_lanes_than_notes() -> None:
    by = measures()

    assert allotted(by, waiting(by, 2, 0), 9, 1) == [2, 1]


@pytest.mark.parametrize("has_boxes", [False, True])
def test_lanes_and_gaps_fill_the_paper(has_boxes: bool) -> None:
    by = measures(has_boxes=has_boxes)
    lanes = by.lanes()

    width = by.lane_width(3, lanes)
    strip, rest = lay_strip(by, waiting(by, 3, 3, 3), [1, 1, lanes - 2], width, 500)

    last = strip.fields[-1]
    assert width >= 10 * 10 * 0.95
    assert last.left + last.width + by.box == pytest.approx(WIDE)
    assert rest == []


def test_what_has_no_room_goes_on_in_order_under_a_head_that_says_so() -> None:
    by = measures()
    (field,) = waiting(by, 9)
    room = 4 * (field.pieces[0].height + by.lane_gap) + 30

    strip, (rest,) = lay_strip(by, [field], [1], NOTE, room)

    lies = [lying.piece for lying in strip.fields[0].lying]
    assert 0 < len(lies) < 9
    assert (*lies, *rest.pieces) == field.pieces
    assert rest.is_again
    assert strip.height <= room + 1


def test_a_short_note_does_not_slip_before_a_long_one_that_has_no_room() -> None:
    by = measures()
    notes = [WallNote("word"), WallNote("many words " * 20), WallNote("last")]
    field = measured(by, WallField("A", "Field", "sky", notes), NOTE, 400, Within("L", "1"))
    first, long, last = field.pieces

    strip, (rest,) = lay_strip(by, [field], [1], NOTE, long.height + 10)

    assert [lying.piece for lying in strip.fields[0].lying] == [first]
    assert rest.pieces == (long, last)


def test_mirrored_the_first_field_and_its_first_note_lie_on_the_right() -> None:
    by = measures(is_mirrored=True)

    strip, _rest = lay_strip(by, waiting(by, 4, 1), [2, 1], NOTE, 500)

    first, second = strip.fields
    assert first.left > second.left
    assert first.left + first.width == pytest.approx(WIDE)
    assert first.lying[0].left > first.lying[1].left
