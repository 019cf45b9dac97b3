"""Ideas in two columns, cluster by cluster: complete, in their own words, breaking where they must."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.pdf.look import COLUMN_GAP, COLUMN_WIDTH, Look, paint
from facilitator.kit.pdf.marks import Within
from facilitator.kit.pdf.sections import ClusterHead, air, list_part
from facilitator.kit.pdf.text import words
from facilitator.kit.pdf.typeface import Weight

BETWEEN_CLUSTERS = 18.0
SECOND_COLUMN = COLUMN_WIDTH + COLUMN_GAP
LONGEST_ROW = 260.0
"""A row that is higher than this may break inside."""


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea as it is printed: its words, other wordings that were merged into it, and dots it received.

    `sure` says how sure the room is, in a word, with `quarters` of its shape full; "" says nothing.
    """

    text: str
    also: tuple[str, ...] = ()
    dots: int = 0
    sure: str = ""
    quarters: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ideas under one sentence. `place` counts from 0 and gives letter and colour; -1 has neither."""

    place: int
    name: str
    ideas: Sequence[Idea]


class _Line(NamedTuple):
    """What can be placed: a head or a row, its height, and how to repeat its head in the next column."""

    flowable: Flowable
    height: float
    is_head: bool
    again: Callable[[], Flowable]


class _Placed(NamedTuple):
    x: float
    top: float
    line: _Line


_BASELINE = 7.75
"""How far above its rule the last line of an idea stands."""


class IdeaRow(Flowable):
    """One idea over a thin rule, with its dots beside its last line, so that they interrupt no words."""

    begins = 0.0

    def __init__(self, look: Look, content: Flowable, dots: int) -> None:
        super().__init__()
        self._look = look
        self._content = content
        self._dots = str(dots) if dots else ""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Leave room for the dots."""
        self._high = self._content.wrap(width - (34 if self._dots else 4), height)[1]
        self.width, self.height = width, self._high + 6.75
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break a very long idea; the dots stay with its end."""
        parts = self._content.split(width - (34 if self._dots else 4), height - 6.75)
        if len(parts) < 2:
            return [self]
        first, rest = IdeaRow(self._look, parts[0], 0), IdeaRow(self._look, parts[1], 0)
        rest._dots = self._dots
        if rest.wrap(width, height)[1] <= height:
            return [first, rest]
        return [first, *rest.split(width, height)]

    def draw(self) -> None:
        """Draw the words, the dots, the rule."""
        canvas: Canvas = self.canv
        self._content.drawOn(canvas, self.begins, 3.75)
        canvas.setStrokeColor(paint(self._look.faint))
        canvas.setLineWidth(0.75)
        canvas.line(0, 0, self.width, 0)
        if not self._dots:
            return
        canvas.setFillColor(paint(self._look.theme.colours.accent))
        font = self._look.typeface.name(Weight.SEMIBOLD)
        canvas.setFont(font, 9.8)
        canvas.drawRightString(self.width, _BASELINE, self._dots)
        canvas.circle(self.width - canvas.stringWidth(self._dots, font, 9.8) - 6.5, _BASELINE + 3.5, 3, 0, 1)


class SureRow(IdeaRow):
    """How sure the room is of the idea above: a word, and a shape that is as full. Source: practice, rule BD5."""

    begins = 12.0

    def __init__(self, look: Look, content: Flowable, quarters: int) -> None:
        super().__init__(look, content, 0)
        self._quarters = quarters

    def draw(self) -> None:
        """Draw the shape before the words."""
        canvas: Canvas = self.canv
        soft = paint(self._look.theme.colours.ink_2)
        canvas.setStrokeColor(soft)
        canvas.setFillColor(soft)
        canvas.setLineWidth(0.75)
        canvas.circle(3.5, _BASELINE + 3, 3.5, 1, 0)
        canvas.wedge(0, _BASELINE - 0.5, 7, _BASELINE + 6.5, 90, -90 * self._quarters, 0, 1)
        super().draw()


class TwoColumns(Flowable):
    """Lines in two columns. A page is filled left, then right; what fits one page is balanced."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        super().__init__()
        self._lines = lines
        self.weight = len(lines)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the balanced height if all fits, else more than there is, so that it is split."""
        self._placed = self._balanced(height)
        foot = max((top + line.height for _, top, line in self._placed), default=height + 1)
        self.width, self.height = width, foot
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Fill what room there is; the rest goes on."""
        placed, at = self._place(height)
        if at >= len(self._lines):
            return [self]
        if at < 3 and at < len(self._lines):
            return []
        rest = list(self._lines[at:])
        if not rest[0].is_head:
            head = rest[0].again()
            rest.insert(0, _Line(head, head.wrap(COLUMN_WIDTH, 1)[1], is_head=True, again=rest[0].again))
        return [_Page(placed, height, at), TwoColumns(rest)]

    def draw(self) -> None:
        """Draw what `wrap` placed."""
        _draw_placed(self.canv, self._placed, self.height)

    def _balanced(self, height: float) -> list[_Placed]:
        """Place everything at the least height, parted between clusters if that costs little; nothing if too much."""
        if self._place(height)[1] < len(self._lines):
            return []
        low, high = 0.0, height
        while high - low > 4:
            middle = (low + high) / 2
            if self._place(middle)[1] < len(self._lines):
                low = middle
            else:
                high = middle
        for allowed in (high * 1.15, high * 1.4):
            if allowed <= height and (whole := self._unbroken(allowed)):
                return whole
        return self._place(high)[0]

    def _unbroken(self, height: float) -> list[_Placed]:
        for turn in (at for at, line in enumerate(self._lines) if line.is_head and at):
            placed: list[_Placed] = []
            if self._fill(placed, 0, 0.0, height, turn) < turn:
                return []
            if self._fill(placed, turn, SECOND_COLUMN, height, len(self._lines)) == len(self._lines):
                return placed
        return []

    def _place(self, height: float) -> tuple[list[_Placed], int]:
        placed: list[_Placed] = []
        at = 0
        for x in (0.0, SECOND_COLUMN):
            at = self._fill(placed, at, x, height, len(self._lines))
        return placed, at

    def _fill(self, placed: list[_Placed], at: int, x: float, height: float, until: int) -> int:
        top, first = 0.0, at
        while at < until:
            line = self._lines[at]
            if at == first and not line.is_head:
                head = line.again()
                again = _Line(head, head.wrap(COLUMN_WIDTH, height)[1], is_head=True, again=line.again)
                placed.append(_Placed(x, top, again))
                top += again.height
            gap = BETWEEN_CLUSTERS if line.is_head and at > first else 0
            follows = sum(row.height for row in self._lines[at + 1 : min(at + 3, until)]) if line.is_head else 0
            if top + gap + line.height + (follows if top else 0) > height:
                break
            placed.append(_Placed(x, top + gap, line))
            top += gap + line.height
            at += 1
        return at


class _Page(Flowable):
    """Lines that have their places on a page."""

    def __init__(self, placed: list[_Placed], height: float, weight: int) -> None:
        super().__init__()
        self._placed = placed
        self.height = height
        self.weight = weight

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the room that was filled."""
        return width, self.height

    def draw(self) -> None:
        """Draw every line at its place."""
        _draw_placed(self.canv, self._placed, self.height)


def _draw_placed(canvas: Canvas, placed: Sequence[_Placed], height: float) -> None:
    for x, top, line in placed:
        line.flowable.drawOn(canvas, x, height - top - line.height)


def clusters_in_columns(look: Look, clusters: Sequence[Cluster]) -> TwoColumns:
    """Set clusters with their ideas in two columns; clusters without ideas are left out."""
    lines: list[_Line] = []
    for cluster in clusters:
        if cluster.ideas:
            lines += _cluster_lines(look, cluster)
    return TwoColumns(lines)


def ideas_in_columns(look: Look, ideas: Sequence[Idea], name: str = "") -> TwoColumns:
    """Set ideas that lie in no cluster in two columns, under a plain head if it has a name."""
    return TwoColumns(_cluster_lines(look, Cluster(-1, name, ideas)))


def _cluster_lines(look: Look, cluster: Cluster) -> list[_Line]:
    def again() -> Flowable:
        if not cluster.name:
            return air(0)
        name = look.gettext("{name}, continued").format(name=cluster.name)
        return ClusterHead(look, cluster.place, name, 0, again=True)

    head = ClusterHead(look, cluster.place, cluster.name, len(cluster.ideas)) if cluster.name else air(0)
    lines = [_Line(head, head.wrap(COLUMN_WIDTH, 1)[1], is_head=True, again=again)]
    whole = Within("L", look.new_key())
    for idea in cluster.ideas:
        rows = _idea_rows(look, idea, whole)
        lines += [_Line(row, row.wrap(COLUMN_WIDTH, 1)[1], is_head=False, again=again) for row in rows]
    return lines


def _idea_rows(look: Look, idea: Idea, whole: Within) -> list[Flowable]:
    parts = list_part(look, whole)
    content = words(look, idea.text, look.small.but(leading=12.75), "LBody")
    content.within = parts
    rows: list[Flowable] = [IdeaRow(look, content, idea.dots)]
    if idea.sure:
        sure = words(look, idea.sure, look.small.but(leading=12.75, colour=look.theme.colours.ink_2), "LBody")
        sure.within = parts
        rows.append(SureRow(look, sure, idea.quarters))
    for wording in idea.also:
        said = look.gettext("also said: {wording}").format(wording=wording)
        soft = words(look, said, look.small.but(leading=12.75, colour=look.theme.colours.ink_2), "LBody")
        soft.within = parts
        rows.append(IdeaRow(look, soft, 0))
    return [part for row in rows for part in _cut(row)]


def _cut(row: Flowable) -> list[Flowable]:
    if row.wrap(COLUMN_WIDTH, 1)[1] <= LONGEST_ROW:
        return [row]
    parts: list[Flowable] = row.split(COLUMN_WIDTH, LONGEST_ROW)
    return parts
