"""The result of a vote: ranks, ties that share one, dots and the people who gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

from facilitator.kit.pdf.drawings import Dots, Drawing, Tag
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Look, paint
from facilitator.kit.pdf.rows import Cell, Row, Table, table
from facilitator.kit.pdf.text import draw_line, words
from facilitator.kit.pdf.typeface import Weight

RANK = 46.0
TAG = 22.0
DOTS = 157.0
PEOPLE = 50.0
TOTAL = 36.0
IDEA = TEXT_WIDTH - RANK - TAG - DOTS - PEOPLE - TOTAL
BRACKET = 40.0
TOP, FOOT = 8.0, 10.5


@dataclass(frozen=True, slots=True)
class Standing:
    """How one idea fared. `place` is its cluster's, counted from 0, or -1; `is_ahead` sets it off from the rest."""

    rank: int
    text: str
    dots: int
    voters: int
    place: int = -1
    is_ahead: bool = False


def ranking(look: Look, standings: Sequence[Standing]) -> Table:
    """Set standings, best first. Equal ranks are bracketed; the caller has skipped the ranks after a tie."""
    most = max((standing.dots for standing in standings), default=0)
    ranks = [0, *(standing.rank for standing in standings), 0]
    rows = []
    for number, standing in enumerate(standings, start=1):
        tie = _Tie(ranks[number - 1] == standing.rank, ranks[number + 1] == standing.rank)
        rows.append(_row(look, standing, tie, most))
    return table(look, lambda: _head(look), rows)


def has_ties(standings: Sequence[Standing]) -> bool:
    """Say whether any two ideas share a rank."""
    return any(one.rank == other.rank for one, other in pairwise(standings))


@dataclass(frozen=True, slots=True)
class _Tie:
    goes_up: bool
    goes_down: bool


def _head(look: Look) -> Row:
    _ = look.gettext
    said = look.column_head
    at_end = said.but(align=Align.END)
    return Row(
        (
            Cell(RANK + TAG, words(look, _("Rank"), said)),
            Cell(IDEA, words(look, _("Idea"), said)),
            Cell(DOTS, words(look, _("Dots"), said)),
            Cell(PEOPLE, words(look, _("People"), at_end)),
            Cell(TOTAL, words(look, _("Total"), at_end)),
        ),
        look.theme.colours.line_strong,
    )


def _row(look: Look, standing: Standing, tie: _Tie, most: int) -> Row:
    colours = look.theme.colours
    weight = Weight.SEMIBOLD if standing.is_ahead else Weight.REGULAR
    colour = colours.accent if standing.is_ahead else colours.line_strong
    end = look.heading.but(size=14.25, leading=18, align=Align.END)
    people = look.small.but(align=Align.END, colour=colours.ink_2)
    return _RankRow(
        (
            Cell(RANK, _Rank(look, standing.rank, tie)),
            Cell(TAG, Tag(look, standing.place) if standing.place >= 0 else None, drop=2),
            Cell(IDEA, words(look, standing.text, look.label.but(leading=16.5, weight=weight)), drop=3, gap=8),
            Cell(DOTS, Dots(DOTS, standing.dots, most, colour), drop=4.6),
            Cell(PEOPLE, words(look, str(standing.voters), people), drop=4.5),
            Cell(TOTAL, words(look, str(standing.dots), end)),
        ),
        look,
        tie,
    )


class _RankRow(Row):
    """A row of the ranking, with its part of the bracket that joins it to its equals above and below."""

    def __init__(self, cells: Sequence[Cell], look: Look, tie: _Tie) -> None:
        super().__init__(cells, look.hair, TOP, FOOT)
        self._colour = look.theme.colours.line_strong
        self._tie = tie

    def draw(self) -> None:
        """Draw the row, then the bracket."""
        super().draw()
        if not (self._tie.goes_up or self._tie.goes_down):
            return
        canvas = self.canv
        canvas.setStrokeColor(paint(self._colour))
        canvas.setLineWidth(1)
        middle = self.height - TOP - 9
        top = self.height if self._tie.goes_up else middle
        foot = 0 if self._tie.goes_down else middle
        canvas.line(BRACKET, top, BRACKET, foot)
        if not (self._tie.goes_up and self._tie.goes_down):
            canvas.line(BRACKET - 4, middle, BRACKET, middle)


class _Rank(Drawing):
    """A rank, and a word where it is shared."""

    role = "P"

    def __init__(self, look: Look, rank: int, tie: _Tie) -> None:
        super().__init__(RANK, 18)
        self._look = look
        self._rank = str(rank)
        self._word = look.gettext("tie") if tie.goes_up or tie.goes_down else ""

    def paint_on(self, canvas: Canvas) -> None:
        """Paint the number and the word."""
        look = self._look
        number = look.heading.but(size=14.25)
        x = draw_line(canvas, look, self._rank, number, 0, 3.75)
        if self._word:
            draw_line(canvas, look, self._word, look.column_head, x + 4.5, 3.75)
