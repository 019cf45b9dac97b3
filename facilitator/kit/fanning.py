"""Fanning out: boxes that would lie on one another are moved apart, each as little as it takes, always the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from facilitator.kit.free_places import Barred, Bounds, Search, Wanted, alike

__all__ = ["Bounds", "Wanted", "fanned"]

_CELL = 192.0


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
    barred: dict[tuple[float, float], Barred] = {}
    found: list[tuple[float, float] | None] = []
    for box in boxes:
        size = alike(box)
        if size not in barred:
            barred[size] = Barred(size, box.bounds, gap, ours.all)
        place = Search(box, gap, barred[size], partial(ours.is_free, box=box, gap=gap)).nearest()
        if place is None:
            break  # boxes are about alike: the next ones need not search
        edges = ours.add(place, box)
        for each in barred.values():
            each.add(edges)
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
        self.all: list[Bounds] = [*others.all] if others is not None else []
        self.cells: dict[tuple[int, int], list[Bounds]] = {}
        for cell, there in others.cells.items() if others is not None else ():
            self.cells[cell] = [*there]

    def add(self, at: tuple[float, float], box: Wanted) -> Bounds:
        edges = (at[0], at[1], at[0] + box.width, at[1] + box.height)
        self.all.append(edges)
        for cell in _cells(edges):
            self.cells.setdefault(cell, []).append(edges)
        return edges

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


def _cells(edges: Bounds) -> list[tuple[int, int]]:
    rows = range(int(edges[1] // _CELL), int(edges[3] // _CELL) + 1)
    return [(column, row) for column in range(int(edges[0] // _CELL), int(edges[2] // _CELL) + 1) for row in rows]
