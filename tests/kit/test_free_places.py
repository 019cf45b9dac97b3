"""The nearest free place: quickly found, and always the one that trying every place in order finds."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from functools import partial
from types import FrameType
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from facilitator.kit.fanning import fanned
from facilitator.kit.free_places import Barred, Bounds, Search, Wanted, alike

Place = tuple[float, float]
FARTHEST = 60


def tried_in_order(box: Wanted, gap: float, taken: list[Bounds]) -> Place | None:
    """The rule itself: every step from where a box is wanted, the shortest way first, until one leads to free room."""
    left, top, right, bottom = box.bounds
    last_x, last_y = max(left, right - box.width), max(top, bottom - box.height)
    x, y = min(last_x, max(left, box.x - box.width / 2)), min(last_y, max(top, box.y - box.height / 2))
    across, down = (box.width + gap) / 2, (box.height + gap) / 2
    reach = min(FARTHEST, 1 + int(max((last_x - left) / across, (last_y - top) / down)))
    for _long, j, i in sorted(ways(reach, round(down / across, 1))):
        to_x, to_y = x + i * across, y + j * down
        if left - across < to_x < last_x + across and top - down < to_y < last_y + down:
            place = left if to_x < left else min(to_x, last_x), top if to_y < top else min(to_y, last_y)
            if is_free(place, box, gap, taken):
                return place
    return None


def ways(reach: int, flat: float) -> Iterator[tuple[float, int, int]]:
    for j in range(-reach, reach + 1):
        for i in range(-reach, reach + 1):
            yield i**2 + (j * flat) ** 2, j, i


def is_free(place: Place, box: Wanted, gap: float, taken: list[Bounds]) -> bool:
    left, top, right, bottom = (
        place[0] - gap,
        place[1] - gap,
        place[0] + box.width + gap,
        place[1] + box.height + gap,
    )
    return not any(one[0] < right and one[2] > left and one[1] < bottom and one[3] > top for one in taken)


def laid(boxes: list[Wanted], gap: float, taken: list[Bounds]) -> list[Place | None]:
    """Boxes one after the other, each found by the search, which knows what is barred for boxes alike."""
    barred: dict[tuple[float, float], Barred] = {}
    found: list[Place | None] = []
    for box in boxes:
        kind = barred.setdefault(alike(box), Barred(alike(box), box.bounds, gap, taken))
        place = Search(box, gap, kind, partial(is_free, box=box, gap=gap, taken=taken)).nearest()
        assert place == tried_in_order(box, gap, taken)
        found.append(place)
        if place is not None:
            taken.append((*place, place[0] + box.width, place[1] + box.height))
            for each in barred.values():
                each.add(taken[-1])
    return found


SIZES = st.sampled_from([(148.0, 27.0), (148.0, 43.0), (148.0, 59.0), (60.0, 90.0), (50.0, 50.0), (31.7, 12.3)])
ROOMS = st.sampled_from([(0.0, 0.0, 700.0, 500.0), (-120.5, 33.3, 380.2, 371.9), (0.0, 0.0, 150.0, 900.0)])
SPOTS = st.sampled_from([0.0, 0.5, 1.0]) | st.floats(-0.1, 1.1)


@settings(deadline=None, max_examples=30)
@drawn(
    room=ROOMS,
    gap=st.sampled_from([0.0, 1.5, 6.0]),
    wished=st.lists(st.tuples(SPOTS, SPOTS, SIZES), min_size=5, max_size=40),
    others=st.lists(st.tuples(SPOTS, SPOTS, SIZES), max_size=5),
)
def test_the_place_found_is_the_first_of_those_tried_in_order(
    room: Bounds,
    gap: float,
    wished: list[tuple[float, float, tuple[float, float]]],
    others: list[tuple[float, float, tuple[float, float]]],
) -> None:
    """Whatever lies there already, also across the edges of the room and on one another."""
    left, top, right, bottom = room
    taken = [
        (
            left + x * (right - left),
            top + y * (bottom - top),
            left + x * (right - left) + w,
            top + y * (bottom - top) + h,
        )
        for x, y, (w, h) in others
    ]
    boxes = [Wanted(left + x * (right - left), top + y * (bottom - top), *size, room) for x, y, size in wished]

    laid(boxes, gap, taken)


@pytest.mark.parametrize("size", [(148.0, 27.0), (148.0, 59.0), (50.0, 50.0)])
@pytest.mark.parametrize("spread", [0.0, 40.0, 300.0])
def test_a_crowd_finds_the_places_that_trying_in_order_finds(spread: float, size: tuple[float, float]) -> None:
    """Also square ones, whose ways across and down are often as long."""
    dice, room = random.Random(11), (0.0, 0.0, 2200.0, 1500.0)
    boxes = [
        Wanted(dice.gauss(1100, spread), dice.gauss(750, spread), *dice.choice([size, (148.0, 43.0)]), room)
        for _ in range(100)
    ]

    assert fanned(boxes, 6) == laid(boxes, 6, [])


def test_a_room_without_a_place_is_told() -> None:
    room = (0.0, 0.0, 160.0, 60.0)

    assert laid([Wanted(80, 30, 150, 50, room)] * 2, 6, []) == [(5.0, 5.0), None]


def asked(count: int) -> int:
    """How many calls it takes to lay so many boxes that are all wanted on one place."""
    calls, boxes = 0, [Wanted(1900, 1900, 148, 43, (0, 0, 3800, 3800))] * count

    def count_call(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count_call)
    try:
        assert None not in fanned(boxes, 6)
    finally:
        sys.setprofile(None)
    return calls


def test_a_place_far_from_a_full_middle_is_found_without_trying_all_between() -> None:
    """1,200 boxes on one place: trying every place in between takes twelve thousand calls for each."""
    assert asked(1200) < 1200 * 3000
