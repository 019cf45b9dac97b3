"""Rows of cells under a head: they break between rows, and the head is repeated on the next page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus import Flowable

from facilitator.kit.pdf.drawings import Blank
from facilitator.kit.pdf.look import COLUMN_GAP, COLUMN_WIDTH, PAGE_HEIGHT, Look, paint
from facilitator.kit.pdf.marks import DECORATION, Within
from facilitator.kit.pdf.text import words

HAIR = 0.75
ROOMY = PAGE_HEIGHT / 2
"""With more room than this left, a row that does not fit would fit no better on the next page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a row: how wide it is, what stands in it, how far below the row's top, and the gap after it."""

    width: float
    content: Any = None
    drop: float = 0
    gap: float = 0


class Row(Flowable):
    """Cells side by side, top aligned, with a rule beneath."""

    def __init__(self, cells: Sequence[Cell], rule: str, top: float = 5, foot: float = 5.5) -> None:
        """Set cells side by side over a rule of a colour ("" for none); `top` and `foot` are points of air."""
        super().__init__()
        self._cells = [cell if cell.content is not None else Cell(cell.width, Blank()) for cell in cells]
        self._rule = rule
        self._top = top
        self._foot = foot
        self._heights: list[float] = []
        self._within: tuple[Within, ...] = ()
        self._role = DECORATION

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure once: the widths of cells do not depend on where the row lies."""
        if not self._heights:
            self._heights = [cell.drop + cell.content.wrap(cell.width - cell.gap, height)[1] for cell in self._cells]
        self.width = sum(cell.width for cell in self._cells)
        self.height = max(self._heights) + self._top + self._foot
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break a row that is too high for any page: long words go on in a second row, the rest stays in the first."""
        self.wrap(width, height)
        room = height - self._top - self._foot
        above, below = [], []
        for cell, high in zip(self._cells, self._heights, strict=True):
            parts = cell.content.split(cell.width - cell.gap, room - cell.drop) if high > room else [cell.content]
            above.append(replace(cell, content=parts[0] if parts else None))
            below.append(replace(cell, content=parts[1] if len(parts) > 1 else None))
        if not any(cell.content for cell in below):
            return [self]
        first, rest = Row(above, self._rule, self._top, self._foot), Row(below, self._rule, self._top, self._foot)
        for row in (first, rest):
            row.lie_in(*self._within, role=self._role)
        return [first, *rest.pieces(height)]

    def pieces(self, height: float) -> list[Row]:
        """Cut a row into as many as it takes for none to be higher than `height`."""
        if self.wrap(0, height)[1] <= height:
            return [self]
        parts: list[Any] = self.split(0, height)
        return parts

    def lie_in(self, *parts: Within, role: str) -> Row:
        """Say what the cells are to a screen reader: cells of a table, parts of a list."""
        self._within, self._role = parts, role
        for cell in self._cells:
            cell.content.role, cell.content.within = role, parts
        return self

    def draw(self) -> None:
        """Draw cells and rule."""
        x = 0.0
        for cell, height in zip(self._cells, self._heights, strict=True):
            cell.content.drawOn(self.canv, x, self.height - self._top - height)
            x += cell.width
        if self._rule:
            self.canv.setStrokeColor(paint(self._rule))
            self.canv.setLineWidth(HAIR)
            self.canv.line(0, 0, self.width, 0)


class Table(Flowable):
    """A head and rows, one below the other."""

    def __init__(self, head: Callable[[], Row] | None, rows: Sequence[Row]) -> None:
        """Take rows that lie in a table already; `head` makes a new head for each page."""
        super().__init__()
        self._head = head
        self._rows = rows
        self._shown = [head(), *rows] if head is not None else list(rows)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Measure all rows."""
        self.height = sum(row.wrap(width, height)[1] for row in self._shown)
        self.width = width
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break between rows, with at least two rows under a head."""
        self.wrap(width, height)
        room = height - sum(row.height for row in self._shown[: len(self._shown) - len(self._rows)])
        fitting, high = 0, 0.0
        for row in self._rows:
            if (high := high + row.height) > room:
                break
            fitting += 1
        if fitting == 0 and height > ROOMY:
            rows = [*self._rows[0].pieces(room), *self._rows[1:]]
            return Table(self._head, rows).split(width, height) if len(rows) > len(self._rows) else []
        if fitting < (1 if height > ROOMY else min(2, len(self._rows))):
            return []
        return [Table(self._head, self._rows[:fitting]), Table(self._head, self._rows[fitting:])]

    def draw(self) -> None:
        """Draw from the top."""
        y = self.height
        for row in self._shown:
            y -= row.height
            row.drawOn(self.canv, 0, y)


def table(look: Look, head: Callable[[], Row] | None, rows: Sequence[Row]) -> Table:
    """Make a table that a screen reader reads as one, row by row."""
    whole = Within("Table", look.new_key())
    for row in rows:
        row.lie_in(whole, Within("TR", look.new_key()), role="TD")
    if head is None:
        return Table(None, rows)
    made = head
    return Table(lambda: made().lie_in(whole, Within("TR", look.new_key()), role="TH"), rows)


def beside(look: Look, notes: Sequence[tuple[str, str]]) -> Flowable:
    """Set short notes side by side, each under a few heavier words."""
    return _Beside([(words(look, head, look.label), words(look, text, look.small)) for head, text in notes])


class _Beside(Flowable):
    def __init__(self, notes: Sequence[tuple[Flowable, Flowable]]) -> None:
        super().__init__()
        self._notes = notes

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give each note a column."""
        self._heights = [
            (head.wrap(COLUMN_WIDTH, height)[1], text.wrap(COLUMN_WIDTH, height)[1]) for head, text in self._notes
        ]
        self.width, self.height = width, max(sum(pair) for pair in self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the notes from the left."""
        for place, ((head, text), (first, second)) in enumerate(zip(self._notes, self._heights, strict=True)):
            x = place * (COLUMN_WIDTH + COLUMN_GAP)
            head.drawOn(self.canv, x, self.height - first)
            text.drawOn(self.canv, x, self.height - first - second)
