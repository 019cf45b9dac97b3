"""Fanning out: boxes that would lie on one another are moved apart, each as little as it takes, always the same way."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom of what a box must lie in."""

_CELL = 192.0
_FIRST_RING = 4


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
        place = ours.nearest_free(box, gap)
        if place is None:
            break  # boxes are about alike: the next ones need not search
        ours.add(place, box)
        found.append(place)
    return found + [None] * (len(boxes) - len(found))


def _in_grid(boxes: Sequence[Wanted], gap: float, taken: _Taken) -> list[tuple[float, float] | None]:
    left, top, right, bottom = boxes[0].bounds
    wide, high = max(box.width for box in boxes), max(box.height for box in boxes)
    across, down = int((right - left + gap) // (wide + gap)), int((bottom - top + gap) // (high + gap))
    largest = replace(boxes[0], width=wide, height=high)
    columns = [
        _Column([(left + i * (wide + gap), top + j * (high + gap)) for j in range(down)])
        for i in range(across)
    ]  # fmt: skip
    for column in columns:
        column.take([row for row, at in enumerate(column.places) if not taken.is_free(at, largest, gap)])
    found: list[tuple[float, float] | None] = []
    for box in boxes:
        x, y = box.x - box.width / 2, box.y - box.height / 2
        row = min(down, max(0, int((y - top) // (high + gap)) + 1))
        near = [(column.places[at], column, at) for column in columns for at in column.beside(row)]
        if not near:
            found.append(None)
            continue
        place, column, at = min(near, key=lambda each: ((each[0][0] - x) ** 2 + (each[0][1] - y) ** 2, each[0]))
        column.take([at])
        found.append(place)
    return found


class _Column:
    """A column of the grid: from any of its rows the way to the next ones that are free is short.

    Each row knows a row at or after it, and one before it, that was free last time: all the way there is taken.
    """

    def __init__(self, places: list[tuple[float, float]]) -> None:
        self.places = places
        self._after = list(range(len(places) + 1))
        self._before = list(range(len(places) + 1))

    def take(self, rows: Sequence[int]) -> None:
        for row in rows:
            self._after[row], self._before[row + 1] = row + 1, row

    def beside(self, row: int) -> list[int]:
        """The free rows nearest to a boundary between rows: one after it and one before it, where there are any."""
        after, before = _end_of(self._after, row), _end_of(self._before, row)
        return [*([before - 1] if before > 0 else []), *([after] if after < len(self.places) else [])]


def _end_of(ways: list[int], start: int) -> int:
    """Follow ways to where they end; each step taken is made to lead there at once."""
    end = start
    while ways[end] != end:
        end = ways[end]
    while ways[start] != end:
        ways[start], start = end, ways[start]
    return end


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
        rows = range(int(top // _CELL), int(bottom // _CELL) + 1)
        for column in range(int(left // _CELL), int(right // _CELL) + 1):
            for row in rows:
                for other in self.cells.get((column, row), ()):
                    if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top:
                        return False
        return True

    def nearest_free(self, box: Wanted, gap: float) -> tuple[float, float] | None:
        """The nearest free place for a box, half a box at a time away from where it is wanted; None without any."""
        left, top, right, bottom = box.bounds
        last_x, last_y = max(left, right - box.width), max(top, bottom - box.height)
        x, y = min(last_x, max(left, box.x - box.width / 2)), min(last_y, max(top, box.y - box.height / 2))
        across, down = (box.width + gap) / 2, (box.height + gap) / 2
        reach = 1 + int(max((last_x - left) / across, (last_y - top) / down))
        for i, j in _ways(min(reach, 60), round(down / across, 1)):
            # The last step may be a short one: room that is left along an edge is room.
            to_x, to_y = x + i * across, y + j * down
            if left - across < to_x < last_x + across and top - down < to_y < last_y + down:
                to_x = left if to_x < left else min(to_x, last_x)
                to_y = top if to_y < top else min(to_y, last_y)
                if self.is_free((to_x, to_y), box, gap):
                    return to_x, to_y
        return None


def _ways(reach: int, flat: float) -> Iterator[tuple[int, int]]:
    """Steps across and down, the shortest way first; one down is `flat` times as long as one across.

    In rings, so that whoever finds room close by does not wait until the ways to the far ones are in order.
    """
    inner, outer = 0, _FIRST_RING
    while inner * inner <= reach * reach * (1 + flat * flat):
        yield from _ring(inner, outer, reach, flat)
        inner, outer = outer, outer * 2


@lru_cache(256)
def _ring(inner: int, outer: int, reach: int, flat: float) -> tuple[tuple[int, int], ...]:
    wide = min(reach, outer)
    tall = min(reach, math.ceil(outer / flat)) if flat else reach
    ways = [
        (long, j, i)
        for i in range(-wide, wide + 1)
        for j in range(-tall, tall + 1)
        if inner * inner <= (long := i**2 + (j * flat) ** 2) < outer * outer
    ]
    return tuple((i, j) for _long, j, i in sorted(ways))


def _cells(edges: Bounds) -> list[tuple[int, int]]:
    rows = range(int(edges[1] // _CELL), int(edges[3] // _CELL) + 1)
    return [(column, row) for column in range(int(edges[0] // _CELL), int(edges[2] // _CELL) + 1) for row in rows]
