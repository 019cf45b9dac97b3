"""Fanning out: no box on another, each near to where it is wanted, the same way every time."""

from __future__ import annotations

import random
import sys
from itertools import combinations
from types import FrameType
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from facilitator.kit.fanning import Wanted, fanned

ROOM = (0.0, 0.0, 800.0, 600.0)
WISHED = st.lists(st.tuples(st.floats(-50, 850), st.floats(-50, 650), st.sampled_from([40.0, 60.0, 90.0])), max_size=60)


def boxes(places: list[tuple[float, float, float]]) -> list[Wanted]:
    return [Wanted(x, y, 150, height, ROOM) for x, y, height in places]


@settings(deadline=None)
@drawn(WISHED)
def test_what_finds_room_lies_in_its_bounds_and_on_nothing_else(places: list[tuple[float, float, float]]) -> None:
    wanted = boxes(places)

    found = fanned(wanted, 6)

    assert fanned(wanted, 6) == found
    laid = [(*at, at[0] + box.width, at[1] + box.height) for box, at in zip(wanted, found, strict=True) if at]
    assert all(left >= 0 and top >= 0 and right <= 800 and bottom <= 600 for left, top, right, bottom in laid)
    for one, other in combinations(laid, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_a_box_with_room_around_it_lies_where_it_is_wanted() -> None:
    assert fanned([Wanted(400, 300, 150, 60, ROOM)], 6) == [(325.0, 270.0)]
    assert fanned([Wanted(0, 0, 150, 60, ROOM)], 6) == [(0.0, 0.0)]


def test_of_boxes_on_one_place_the_first_stays_and_the_others_lie_close_by() -> None:
    first, second, third = fanned([Wanted(400, 300, 150, 60, ROOM)] * 3, 6)

    assert first == (325.0, 270.0)
    assert {second, third} == {(325.0, 204.0), (325.0, 336.0)}


def test_room_that_is_left_along_an_edge_is_room() -> None:
    """Beside the wide one 110 are left: no whole step leads there, a shorter one does."""
    narrow = (0.0, 0.0, 300.0, 60.0)

    found = fanned([Wanted(125, 30, 130, 60, narrow), Wanted(125, 30, 100, 60, narrow)], 6)

    assert found == [(60.0, 0.0), (200.0, 0.0)]


def test_what_finds_no_room_is_told_and_leaves_the_others_alone() -> None:
    narrow = (0.0, 0.0, 150.0, 130.0)

    assert fanned([Wanted(75, 60, 150, 60, narrow)] * 4, 6)[2:] == [None, None]
    assert fanned([Wanted(75, 60, 150, 60, narrow)] * 3 + [Wanted(400, 300, 150, 60, ROOM)], 6)[-1] == (325.0, 270.0)


def test_where_free_hands_leave_too_little_room_each_stands_at_the_nearest_place_of_a_grid() -> None:
    """A grid of 5 x 6 places in the same room; the free fan finds room for fewer than these."""
    dice = random.Random(7)
    wanted = boxes([(dice.uniform(0, 800), dice.uniform(0, 600), 90.0) for _ in range(34)])
    free = {(i * 156.0, j * 96.0) for i in range(5) for j in range(6)}
    right: list[tuple[float, float] | None] = []
    for box in wanted:
        x, y = box.x - 75, box.y - 45
        right.append(min(free, key=lambda at: ((at[0] - x) ** 2 + (at[1] - y) ** 2, at), default=None))
        free.discard(right[-1] or (-1.0, -1.0))

    assert fanned(wanted, 6) == right
    assert right.count(None) == 4


def work(count: int) -> int:
    """How many calls it takes to fan out so many notes in a room that is a little too tight for free hands."""
    dice, high = random.Random(3), count * 13.0
    wanted = [
        Wanted(dice.uniform(0, 1000), dice.uniform(0, high), 148, dice.choice([27, 43, 59]), (0, 0, 1000, high))
        for _ in range(count)
    ]
    calls = 0

    def count_call(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        found = fanned(wanted, 6)
    finally:
        sys.setprofile(None)
    assert None not in found
    return calls


def test_eight_times_as_many_notes_take_no_more_than_eight_times_the_work() -> None:
    work(100)  # the order of the steps is found once and kept

    assert work(2400) < 8 * work(300)
