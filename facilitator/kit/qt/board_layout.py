"""Where notes lie on the board: columns side by side, each one lane of notes or, when all must be seen, several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapreplace
from typing import NamedTuple

from PySide6.QtCore import QRectF

COLUMN_GAP = 10.0
LANE_GAP = 5.0
NARROWEST = 100.0
_WHOLE_LANE = 150.0
_MOST_LANES = 400


@dataclass(frozen=True, slots=True)
class BoardNote:
    """A note on the board. `caption` is a quiet second line; what is off stage is half faded.

    `cluster` is the letter and the name of what it belongs to where only its colour shows that: said, not painted.
    """

    id: str
    text: str
    caption: str = ""
    is_off_stage: bool = False
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A column: its letter, the sentence the room chose, the name of its colour ("sky") and its notes in order."""

    id: str
    letter: str
    name: str
    colour: str
    notes: tuple[BoardNote, ...] = ()


class PlacedNote(NamedTuple):
    """A note and where it lies, in board units (pixels at scale 1): plain numbers, as every paint reads them all."""

    note: BoardNote
    column: int
    left: float
    top: float
    width: float
    height: float

    @property
    def box(self) -> QRectF:
        """The rectangle in which it lies."""
        return QRectF(self.left, self.top, self.width, self.height)


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column, from where to where it reaches, and its lanes, each sorted from the top."""

    column: BoardColumn
    left: float
    width: float
    lanes: tuple[tuple[PlacedNote, ...], ...]

    def reading_order(self) -> list[PlacedNote]:
        """Its notes as they follow one another, lane by lane merged by order of the column."""
        by_id = {placed.note.id: placed for lane in self.lanes for placed in lane}
        return [by_id[note.id] for note in self.column.notes]


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """A whole board as laid out. Asking for what is in a rectangle costs by what is found, not by what there is."""

    columns: tuple[PlacedColumn, ...] = ()
    width: float = 0.0
    height: float = 0.0
    by_id: dict[str, PlacedNote] = field(default_factory=dict)

    def inside(self, view: QRectF) -> Iterator[PlacedNote]:
        """Every note that a rectangle touches."""
        for column in self.columns:
            if column.left > view.right() or column.left + column.width < view.left():
                continue
            for lane in column.lanes:
                if lane and lane[0].left <= view.right() and lane[0].left + lane[0].width >= view.left():
                    yield from _between(lane, view.top(), view.bottom())

    def column_at(self, x: float) -> int:
        """The column under, or nearest to, a place; -1 on an empty board."""
        if not self.columns:
            return -1
        return min(range(len(self.columns)), key=lambda index: _distance(self.columns[index], x))

    def note_at(self, x: float, y: float) -> str:
        """The id of the note under a point, "" for none."""
        hit = next(self.inside(QRectF(x, y, 0.01, 0.01)), None)
        return hit.note.id if hit and hit.box.contains(x, y) else ""


Height = Callable[[BoardNote, float], float]
"""How high a note is at a width."""


def lay_full_width(columns: Sequence[BoardColumn], width: float, height: Height) -> BoardLayout:
    """One lane for each column, as wide as there is room: the board scrolls down."""
    count = len(columns)
    lane = max(NARROWEST, (width - COLUMN_GAP * (count - 1)) / count) if count else 0.0
    return _placed(columns, [1] * count, lane, _heights(columns, lane, height))


def lay_whole(columns: Sequence[BoardColumn], shape: float, height: Height) -> BoardLayout:
    """As many lanes for each column as bring the board to a shape (height / width), so that all of it can be seen."""
    lanes, heights = [1] * len(columns), _heights(columns, _WHOLE_LANE, height)
    tall = [sum(each) + LANE_GAP * len(each) for each in heights]
    while columns and sum(lanes) < _MOST_LANES:
        index = max(range(len(columns)), key=lambda at: tall[at] / lanes[at])
        wide = sum(lanes) * (_WHOLE_LANE + LANE_GAP) + len(columns) * (COLUMN_GAP - LANE_GAP)
        if tall[index] / lanes[index] <= wide * shape:
            break
        lanes[index] += 1
    return _placed(columns, lanes, _WHOLE_LANE, heights)


def seen_from_right(layout: BoardLayout) -> BoardLayout:
    """The same board where people read from the right: its first column, and the first lane of each, is the last."""
    width = layout.width
    columns = tuple(
        PlacedColumn(
            each.column,
            width - each.left - each.width,
            each.width,
            tuple(tuple(_across(note, width) for note in lane) for lane in each.lanes),
        )
        for each in layout.columns
    )
    return BoardLayout(columns, width, layout.height, _by_id(columns))


def _across(placed: PlacedNote, width: float) -> PlacedNote:
    return placed._replace(left=width - placed.left - placed.width)


def _by_id(columns: Sequence[PlacedColumn]) -> dict[str, PlacedNote]:
    return {note.note.id: note for column in columns for lane in column.lanes for note in lane}


def _heights(columns: Sequence[BoardColumn], width: float, height: Height) -> list[list[float]]:
    return [[height(note, width) for note in column.notes] for column in columns]


def _placed(
    columns: Sequence[BoardColumn], lanes: list[int], lane_width: float, heights: list[list[float]]
) -> BoardLayout:
    placed: list[PlacedColumn] = []
    left, deepest, made = 0.0, 0.0, tuple.__new__  # a third of what it takes by the names, for every note of a board
    for index, (column, count) in enumerate(zip(columns, lanes, strict=True)):
        # The lane that is free soonest takes the next note, of equal ones the first.
        feet = [(0.0, lane) for lane in range(count)]
        rows: list[list[PlacedNote]] = [[] for _ in range(count)]
        lefts = [left + lane * (lane_width + LANE_GAP) for lane in range(count)]
        for note, high in zip(column.notes, heights[index], strict=True):
            foot, lane = feet[0]
            rows[lane].append(made(PlacedNote, (note, index, lefts[lane], foot, lane_width, high)))
            heapreplace(feet, (foot + high + LANE_GAP, lane))
        width = count * (lane_width + LANE_GAP) - LANE_GAP
        placed.append(PlacedColumn(column, left, width, tuple(map(tuple, rows))))
        left += width + COLUMN_GAP
        deepest = max(deepest, *(foot for foot, _lane in feet))
    return BoardLayout(tuple(placed), max(0.0, left - COLUMN_GAP), deepest, _by_id(placed))


def _between(lane: tuple[PlacedNote, ...], top: float, bottom: float) -> tuple[PlacedNote, ...]:
    first = bisect_left(lane, top, key=_bottom)
    return lane[first : bisect_right(lane, bottom, lo=first, key=_top)]


def _top(placed: PlacedNote) -> float:
    return placed.top


def _bottom(placed: PlacedNote) -> float:
    return placed.top + placed.height


def _distance(column: PlacedColumn, x: float) -> float:
    return max(column.left - x, x - column.left - column.width, 0.0)
