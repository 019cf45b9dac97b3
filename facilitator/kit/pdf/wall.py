"""A board on paper as the room had it on its wall: its fields with letter, name and notes, on one sheet if they fit.

The letters are as large as one sheet allows, and never smaller than what is read at arm's length: then the wall goes
on over as few sheets as it needs, and a field that goes on says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.pdf.look import MARGIN, TEXT_FOOT, Look
from facilitator.kit.pdf.marks import DECORATION, Within, marked
from facilitator.kit.pdf.typeface import Weight
from facilitator.kit.pdf.wall_fields import (
    WIDEST,
    LaidField,
    Measures,
    Strip,
    Waiting,
    allotted,
    lay_strip,
    measured,
)
from facilitator.kit.pdf.wall_note import Hand, WallField, draw_box, draw_piece

SHEETS = {"a4": landscape(A4), "a3": landscape(A3)}
"""The papers a wall is printed on, lying."""

SIZES = (8.6, 9.2, 9.8, 10.5, 11.25, 12.0, 13.0, 14.0, 16.0, 18.0, 20.0)
"""The letters of a note in points. With the first, the house's least, a page is still read at arm's length."""

MANY = 600
"""From so many notes on no larger letters are tried: they take several sheets anyway."""

_TITLE, _LEAST_TITLE, _BELOW, _WORTH = 22.0, 13.0, 12.0, 0.4


@dataclass(frozen=True, slots=True)
class Wall:
    """What hangs there. `count` says how many ideas in words; `has_boxes` that its fields lie in rows, with lines."""

    title: str
    count: str
    fields: Sequence[WallField]
    has_boxes: bool = False
    is_mirrored: bool = False


def wall_on_paper(look: Look, wall: Wall, paper: str) -> list[Flowable]:
    """The sheets of a wall, each as large as the frame of `paper`, one of SHEETS."""
    wide, high = (SHEETS[paper][0] - 2 * MARGIN, SHEETS[paper][1] - MARGIN - TEXT_FOOT - 1)
    title = _Title(look, wall, wide)
    hand, sheets = _Fitting(look, wall, wide, high - title.height).largest()
    return [
        WallSheet(title, hand, sheet, (wide, high), wall, is_first=not number) for number, sheet in enumerate(sheets)
    ]


class WallSheet(Flowable):
    """One sheet: the question, and strips of fields below it."""

    def __init__(
        self,
        title: _Title,
        hand: Hand,
        strips: Sequence[Strip],
        size: tuple[float, float],
        wall: Wall,
        *,
        is_first: bool,
    ) -> None:
        super().__init__()
        self.width, self.height = size
        self.weight = sum(len(field.lying) for strip in strips for field in strip.fields)
        self.size = hand.size
        self._title, self._hand, self._strips, self._wall, self._is_first = title, hand, strips, wall, is_first

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the whole sheet."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, then field by field, so that it is read in that order."""
        canvas: Canvas = self.canv
        if self._is_first:
            canvas.bookmarkHorizontal("wall", 0, self.height + 12)
            canvas.addOutlineEntry(self._wall.title, "wall", 0, closed=False)
        self._title.draw_on(canvas, self.height, is_first=self._is_first)
        top, gap = self.height - self._title.height, _between(self._hand)
        spare = top - sum(strip.height for strip in self._strips) - gap * (len(self._strips) - 1)
        more = spare / len(self._strips) if self._wall.has_boxes else 0.0
        for strip in self._strips:
            for field in strip.fields:
                self._draw_field(canvas, strip, field, top, strip.height + more)
            top -= strip.height + more + gap

    def _draw_field(self, canvas: Canvas, strip: Strip, field: LaidField, top: float, high: float) -> None:
        hand, box = self._hand, Measures(self._hand, self.width, self._wall.has_boxes).box
        if box:
            draw_box(canvas, hand, (field.left - box, top - high, field.width + 2 * box, high))
        field.head.draw_on(canvas, field.left, top - box, strip.heads)
        begins = top - box - strip.heads
        wide = field.lane_width
        for piece, left, down in field.lying:
            at = (field.left + left, begins - down - piece.height, wide, piece.height)
            draw_piece(canvas, hand, piece, field.inks, at)


class _Title:
    """The question as large as one line allows, on two where it must be, and how many ideas there are."""

    def __init__(self, look: Look, wall: Wall, wide: float) -> None:
        hand = Hand(look, _TITLE, wall.is_mirrored)
        small = hand.style(0.6, Weight.REGULAR, look.theme.colours.ink_2)
        self._wide, self._mirrored = wide, wall.is_mirrored
        self._room = wide * 0.84
        self._count = Hand(look, _TITLE, not wall.is_mirrored).said(wall.count, small)
        self._count_high = self._count.wrap(wide - self._room, 1)[1]
        for size in (_TITLE, 18.0, 15.0, _LEAST_TITLE):
            style = hand.style(size / _TITLE, Weight.BOLD, look.theme.colours.ink)
            self._first = hand.said(wall.title, style, "H1")
            self._again = hand.said(wall.title, style, DECORATION)
            self._high = self._first.wrap(self._room, 1)[1]
            if self._high <= style.leading * (1.5 if size > _LEAST_TITLE + 3 else 2.5):
                break
        self._again.wrap(self._room, 1)
        self.height = max(self._high, self._count_high) + _BELOW

    def draw_on(self, canvas: Canvas, top: float, *, is_first: bool) -> None:
        """Draw it from `top` down. On a sheet that goes on it is a repetition."""
        said = self._first if is_first else self._again
        said.drawOn(canvas, self._wide - self._room if self._mirrored else 0, top - self._high)
        with marked(canvas, "P" if is_first else DECORATION):
            self._count.drawOn(canvas, 0 if self._mirrored else self._room, top - self._count_high - 4)


class _Fitting:
    """Looks for the letters with which a wall takes the fewest sheets, and of those the largest."""

    def __init__(self, look: Look, wall: Wall, wide: float, high: float) -> None:
        self._look, self._wall, self._wide, self._high = look, wall, wide, high
        self._notes = sum(len(field.notes) for field in wall.fields)
        self._keys = [Within("L", look.new_key()) for _field in wall.fields]

    def largest(self) -> tuple[Hand, list[list[Strip]]]:
        best = self._laid(SIZES[0])
        if self._notes >= MANY:
            return best
        low, high = 0, len(SIZES) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if not self._is_even(SIZES[middle]):
                high = middle - 1
                continue
            tried = self._laid(SIZES[middle])
            if len(tried[1]) <= len(best[1]):
                best, low = tried, middle
            else:
                high = middle - 1
        return best

    def _is_even(self, size: float) -> bool:
        """Whether a row holds as many fields as with the smallest letters: columns stay side by side."""
        return self._measures(size).lanes() >= -(-len(self._wall.fields) // self._rows())

    def _rows(self) -> int:
        count = len(self._wall.fields)
        wanted = (1 if count <= 3 else 2 if count <= 8 else 3) if self._wall.has_boxes else 1
        return max(wanted, -(-count // self._measures(SIZES[0]).lanes()))

    def _measures(self, size: float) -> Measures:
        return Measures(Hand(self._look, size, self._wall.is_mirrored), self._wide, self._wall.has_boxes)

    def _laid(self, size: float) -> tuple[Hand, list[list[Strip]]]:
        measures, rows = self._measures(size), self._rows()
        gap = _between(measures.hand)
        share = (self._high - (rows - 1) * gap) / rows
        sheets, room = [list[Strip]()], self._high
        each = -(-len(self._keys) // rows)
        for first in range(0, len(self._keys), each):
            row = self._row(measures, range(first, min(first + each, len(self._keys))), share)
            strip, rest = row.lay(row.waiting, room)
            if sheets[-1] and (rest or strip.height > room):
                fresh, fresh_rest = row.lay(row.waiting, self._high)
                if not fresh_rest or strip.height > room or room < _WORTH * self._high:
                    strip, rest, room = fresh, fresh_rest, self._high
                    sheets.append([])
            sheets[-1].append(strip)
            room -= strip.height + gap
            while rest:
                strip, rest = row.lay(rest, self._high)
                sheets.append([strip])
                room = self._high - strip.height - gap
        return measures.hand, sheets

    def _row(self, measures: Measures, places: range, share: float) -> _Row:
        """Fields side by side: as many lanes for each as it needs, and notes as wide as the lanes leave room for."""
        fields = [self._wall.fields[at] for at in places]
        keys = [self._keys[at] for at in places]
        lanes = max(measures.lanes(), len(fields))
        width = measures.lane_width(len(fields), lanes)
        heads = measures.heads(fields, width)
        most = max(self._high - heads, 4 * measures.hand.size)
        waiting = [measured(measures, field, width, most, key) for field, key in zip(fields, keys, strict=True)]
        counts = allotted(measures, waiting, lanes, share - heads)
        if sum(counts) < lanes:
            width = min(measures.lane_width(len(fields), sum(counts)), WIDEST * measures.hand.size)
            waiting = [measured(measures, field, width, most, key) for field, key in zip(fields, keys, strict=True)]
        return _Row(measures, waiting, sum(counts), width, share - heads)


@dataclass(frozen=True, slots=True)
class _Row:
    """Fields that stand side by side, how many lanes they share, how wide these are, and how high they should be."""

    measures: Measures
    waiting: Sequence[Waiting]
    lanes: int
    width: float
    goal: float

    def lay(self, waiting: Sequence[Waiting], room: float) -> tuple[Strip, list[Waiting]]:
        """Lay what of it has room."""
        counts = allotted(self.measures, waiting, self.lanes, self.goal)
        return lay_strip(self.measures, waiting, counts, self.width, room)


def _between(hand: Hand) -> float:
    """Between two strips."""
    return 1.4 * hand.size
