"""The nearest free place for a box: searched row by row, past whole stretches that are known to be taken."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom of what a box must lie in, or of what it covers."""

_FARTHEST = 60
_SURE = 1e-6
"""What comes closer to an edge than this is not known to be taken: there the exact question is asked."""

_ACROSS, _DOWN, _MOST = 8, 4, 2_000
"""How many cells a box takes each way, and how many there are at most each way."""

_ALIKE = 8.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the middle of a box is wanted, how large the box is, and in what it must lie."""

    x: float
    y: float
    width: float
    height: float
    bounds: Bounds


class Barred:
    """Where the left upper corner of boxes of about one size cannot lie, in cells of their bounds.

    A cell is barred when one box that is taken bars all of it. A place in any other cell may be free or not.
    """

    def __init__(self, size: tuple[float, float], bounds: Bounds, gap: float, taken: Iterable[Bounds]) -> None:
        self._left, self._top, right, bottom = bounds
        self._gap, self._far = gap, (size[0] + gap, size[1] + gap)
        self.wide = max(1.0, self._far[0] / _ACROSS, (right - self._left) / _MOST)
        self._high = max(1.0, self._far[1] / _DOWN, (bottom - self._top) / _MOST)
        across, down = self.column(right) + 1, int((bottom - self._top) / self._high) + 1
        self._rows = [bytearray(across) for _ in range(max(1, down))]
        for edges in taken:
            self.add(edges)

    def add(self, edges: Bounds) -> None:
        """A box was put here."""
        left, top, right, bottom = edges
        first, last = _within(left - self._far[0] - self._left, right + self._gap - self._left, self.wide)
        upper, lower = _within(top - self._far[1] - self._top, bottom + self._gap - self._top, self._high)
        last = min(last, len(self._rows[0]))
        for row in self._rows[upper:lower] if first < last else ():
            row[first:last] = b"\1" * (last - first)

    def row(self, y: float) -> bytearray:
        """The cells at a height: 1 for each that is barred."""
        return self._rows[int((y - self._top) / self._high)]

    def column(self, x: float) -> int:
        """The cell of its row in which a place lies."""
        return max(0, int((x - self._left) / self.wide))


def _within(start: float, end: float, size: float) -> tuple[int, int]:
    """The cells that lie wholly between two places: from which one, and before which one."""
    return max(0, math.ceil((start + _SURE) / size)), max(0, math.floor((end - _SURE) / size))


def alike(box: Wanted) -> tuple[float, float]:
    """A size that many boxes share, none of them smaller: where this one cannot lie, they cannot either."""
    return box.width // _ALIKE * _ALIKE, box.height // _ALIKE * _ALIKE


@dataclass(frozen=True, slots=True)
class _Found:
    """A free place, and the way to it: how long it is, how many steps down and across."""

    way: tuple[float, int, int] = (math.inf, 0, 0)
    place: tuple[float, float] | None = None


class Search:
    """Looks for the free place nearest to where a box is wanted, in steps of half a box with its gap.

    `barred` holds for boxes that are no larger; `is_free` answers for one place exactly.
    """

    def __init__(self, box: Wanted, gap: float, barred: Barred, is_free: Callable[[tuple[float, float]], bool]) -> None:
        self._barred, self._is_free = barred, is_free
        left, top, right, bottom = box.bounds
        self._left, self._last_x = left, max(left, right - box.width)
        self._top, self._last_y = top, max(top, bottom - box.height)
        self._x = min(self._last_x, max(left, box.x - box.width / 2))
        self._y = min(self._last_y, max(top, box.y - box.height / 2))
        self._column, self._cell, self._from = barred.column(self._x), barred.wide, self._x - left
        self._across, self._down = (box.width + gap) / 2, (box.height + gap) / 2
        # One step down is so many times as long as one across.
        self._flat = round(self._down / self._across, 1)
        far = max((self._last_x - left) / self._across, (self._last_y - top) / self._down)
        self._reach = min(1 + int(far), _FARTHEST)

    def nearest(self) -> tuple[float, float] | None:
        """The nearest free place, None without any; of places as near the upper one, then the left one."""
        found = _Found()
        for rows in range(self._reach + 1):
            if (rows * self._flat) ** 2 > found.way[0]:
                break
            for j in (-rows, rows) if rows else (0,):
                y = self._y + j * self._down
                if self._top - self._down < y < self._last_y + self._down:
                    # The last step may be a short one: room that is left along an edge is room.
                    y = self._top if y < self._top else min(y, self._last_y)
                    found = self._in_row(j, y, found)
        return found.place

    def _in_row(self, j: int, y: float, found: _Found) -> _Found:
        cells, middle = self._barred.row(y), self._column
        before, after = cells.rfind(0, 0, middle + 1), cells.find(0, middle)
        # Most rows end here: nothing in them that is not barred, or nothing so near as what was found.
        tall, long = (j * self._flat) ** 2, found.way[0]
        if before >= 0:
            steps = self._steps_to(before, -1) if before < middle else 0
            if steps**2 + tall <= long:
                found = self._along(j, y, -1, steps, found)
        if after >= 0:
            steps = max(1, self._steps_to(after, 1)) if after > middle else 1
            if steps**2 + tall <= found.way[0]:
                found = self._along(j, y, 1, steps, found)
        return found

    def _steps_to(self, column: int, way: int) -> int:
        """As many steps as lead to a cell of a row, or to the last one before it: rounding leads past no place."""
        return int(abs((column if way > 0 else column + 1) * self._cell - self._from) / self._across)

    def _along(self, j: int, y: float, way: int, steps: int, found: _Found) -> _Found:
        """Go along a row, to the left or to the right, as far as what is there may be nearer than what was found."""
        cells, tall = self._barred.row(y), (j * self._flat) ** 2
        while steps <= self._reach and (steps**2 + tall, j, way * steps) < found.way:
            x = self._x + way * steps * self._across
            if not self._left - self._across < x < self._last_x + self._across:
                break
            x = self._left if x < self._left else min(x, self._last_x)
            column = self._barred.column(x)
            if cells[column]:
                column = cells.find(0, column) if way > 0 else cells.rfind(0, 0, column)
                if column < 0:
                    break
                steps = max(steps + 1, self._steps_to(column, way))
            elif self._is_free((x, y)):
                return _Found((steps**2 + tall, j, way * steps), (x, y))
            else:
                steps += 1
        return found
