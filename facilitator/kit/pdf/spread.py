"""The answers on a scale: how many chose each point, side by side. Never an average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.kit.pdf.drawings import Dots
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Look
from facilitator.kit.pdf.rows import Cell, Row, Table, table
from facilitator.kit.pdf.text import words
from facilitator.kit.pdf.typeface import Weight

POINT = 28.0
NAME = 160.0
COUNT = 50.0
PEOPLE = TEXT_WIDTH - POINT - NAME - COUNT


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many chose one point. `shade` is its colour ("#RRGGBB"); `counts` sets off what counts as support."""

    point: str
    name: str
    people: int
    shade: str
    counts: bool = False


def spread(look: Look, points: Sequence[Chosen]) -> Table:
    """Set a scale point by point, each with a dot for everybody who chose it and their number."""
    most = max((one.people for one in points), default=0)
    return table(look, lambda: _head(look), [_row(look, one, most) for one in points])


def _head(look: Look) -> Row:
    _ = look.gettext
    said = look.column_head
    cells = (
        Cell(POINT + NAME, words(look, _("Answer"), said)),
        Cell(PEOPLE, words(look, "", said)),
        Cell(COUNT, words(look, _("People"), said.but(align=Align.END))),
    )
    return Row(cells, look.theme.colours.line_strong)


def _row(look: Look, one: Chosen, most: int) -> Row:
    number = look.small.but(weight=Weight.SEMIBOLD)
    name = number if one.counts else look.small
    return Row(
        (
            Cell(POINT, words(look, one.point, number)),
            Cell(NAME, words(look, one.name, name), gap=8),
            Cell(PEOPLE, Dots(PEOPLE, one.people, most, one.shade), drop=2),
            Cell(COUNT, words(look, str(one.people), look.label.but(size=9.8, leading=13.5, align=Align.END))),
        ),
        look.hair,
        top=3.2,
        foot=3.8,
    )
