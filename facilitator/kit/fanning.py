"""Fanning out: boxes that would lie on one another are moved apart, each as little as it takes, always the same way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom of what a box must lie in."""

_CELL = 192.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the middle of a box is wanted, how large the box is, and in what it must lie."""

    x: float
    y: float
    width: float
    height: float
    bounds: Bounds


def fanned(wanted: Sequence[Wanted], gap: float) -> list[tuple[float, float] | None]:
    """The left upper corner of each box, none on another one; None for a box that finds no room any more.

    The first in order has the first choice; others go to the nearest place that is free. Where so many lie in the
    same bounds that this leaves some without room, those stand in a grid, each as near as may be.
    """
    taken = _Taken()
    groups: dict[Bounds, list[int]] = {}
    for number, box in enumerate(wanted):
        groups.setdefault(box.bounds, []).append(number)
    found: list[tuple[float, float] | None] = [None] * len(wanted)
    for numbers in groups.values():
        boxes = [wanted[number] for number in numbers]
        places = _freely(boxes, gap, taken)
        if None in places:
            stiff = _in_grid(boxes, gap, taken)
            places = stiff if stiff.count(None) < places.count(None) else places
        for number, box, at in zip(numbers, boxes, places, strict=True):
            found[number] = at
            if at is not None:
                taken.add(at, box)
    return found


def _freely(boxes: Sequence[Wanted], gap: float, taken: _Taken) -> list[tuple[float, float] | None]:
    ours = _Taken(taken)
    found: list[tuple[float, float] | None] = []
    for box in boxes:
        # Boxes are about alike: after one that found no room, the next are not let search again.
        is_full = None in found
        place = None if is_full else next((at for at in _nearby(box, gap) if ours.is_free(at, box, gap)), None)
        if place is not None:
            ours.add(place, box)
        found.append(place)
    return found


def _in_grid(boxes: Sequence[Wanted], gap: float, taken: _Taken) -> list[tuple[float, float] | None]:
    left, top, right, bottom = boxes[0].bounds
    wide, high = max(box.width for box in boxes), max(box.height for box in boxes)
    across, down = int((right - left + gap) // (wide + gap)), int((bottom - top + gap) // (high + gap))
    largest = replace(boxes[0], width=wide, height=high)
    grid = ((left + i * (wide + gap), top + j * (high + gap)) for i in range(across) for j in range(down))
    free = {at for at in grid if taken.is_free(at, largest, gap)}
    found: list[tuple[float, float] | None] = []
    for box in boxes:
        middle = (box.x - box.width / 2, box.y - box.height / 2)
        place = min(free, key=lambda at: ((at[0] - middle[0]) ** 2 + (at[1] - middle[1]) ** 2, at), default=None)
        if place is not None:
            free.discard(place)
        found.append(place)
    return found


class _Taken:
    """The places that are taken, by the cells they touch."""

    def __init__(self, others: _Taken | None = None) -> None:
        self.cells: dict[tuple[int, int], list[Bounds]] = {}
        for cell, there in others.cells.items() if others is not None else ():
            self.cells[cell] = [*there]

    def add(self, at: tuple[float, float], box: Wanted) -> None:
        edges = (at[0], at[1], at[0] + box.width, at[1] + box.height)
        for cell in _cells(edges):
            self.cells.setdefault(cell, []).append(edges)

    def is_free(self, at: tuple[float, float], box: Wanted, gap: float) -> bool:
        left, top = at[0] - gap, at[1] - gap
        right, bottom = at[0] + box.width + gap, at[1] + box.height + gap
        return not any(
            other[0] < right and other[2] > left and other[1] < bottom and other[3] > top
            for cell in _cells((left, top, right, bottom))
            for other in self.cells.get(cell, ())
        )


def _nearby(box: Wanted, gap: float) -> Iterator[tuple[float, float]]:
    """The places for a box, nearest first: half a box at a time away from where it is wanted."""
    left, top, right, bottom = box.bounds
    last_x, last_y = max(left, right - box.width), max(top, bottom - box.height)
    x, y = min(last_x, max(left, box.x - box.width / 2)), min(last_y, max(top, box.y - box.height / 2))
    across, down = (box.width + gap) / 2, (box.height + gap) / 2
    reach = 1 + int(max((last_x - left) / across, (last_y - top) / down))
    for i, j in _rings(min(reach, 60), round(down / across, 1)):
        # The last step may be a short one: room that is left along an edge is room.
        at = (min(last_x, max(left, x + i * across)), min(last_y, max(top, y + j * down)))
        if abs(at[0] - x - i * across) < across and abs(at[1] - y - j * down) < down:
            yield at


@lru_cache(64)
def _rings(reach: int, flat: float) -> tuple[tuple[int, int], ...]:
    """Steps across and down, the shortest way first; one down is `flat` times as long as one across."""
    steps = range(-reach, reach + 1)
    ways = [(i, j) for i in steps for j in steps]
    return tuple(sorted(ways, key=lambda at: (at[0] ** 2 + (at[1] * flat) ** 2, at[1], at[0])))


def _cells(edges: Bounds) -> Iterator[tuple[int, int]]:
    for column in range(int(edges[0] // _CELL), int(edges[2] // _CELL) + 1):
        for row in range(int(edges[1] // _CELL), int(edges[3] // _CELL) + 1):
            yield column, row
