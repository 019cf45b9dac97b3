"""The day as it was planned and as it went: two ribbons, then a row for each block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from facilitator.kit.pdf.dates import minutes_as_time
from facilitator.kit.pdf.drawings import ColumnDigits, Drawing, MinuteBars, Ribbon, Stretch, draw_block
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Look, paint
from facilitator.kit.pdf.rows import Cell, Row, table
from facilitator.kit.pdf.sections import air
from facilitator.kit.pdf.text import draw_line, words
from facilitator.kit.pdf.typeface import Weight
from facilitator.kit.theme import CATEGORIES

PLANNED, ACTUAL, LEAD, DIFFERENCE = 45.0, 48.0, 100.0, 30.0
BARS = 150.0
LABEL = 52.5
RIBBON_HEIGHT = 10.5
MOST_PER_MINUTE = 1.5
"""No bar is longer than this many points a minute, so that short days do not shout."""


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the day. Starts are minutes since midnight; `actual_start` is -1 for a block that never ran."""

    title: str
    lead: str
    category: str
    planned_start: int
    planned_minutes: int
    actual_start: int = -1
    actual_minutes: int = 0

    @property
    def has_run(self) -> bool:
        """Whether the block ever began."""
        return self.actual_start >= 0


def agenda_table(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    """Set the day: ribbons, legend, rows, and what the bars mean. Without real times, the plan alone."""
    has_run = any(line.has_run for line in lines)
    longest = max((max(line.planned_minutes, line.actual_minutes) for line in lines), default=1)
    scale = min(BARS / max(longest, 1), MOST_PER_MINUTE)
    rows = [_row(look, line, scale, has_run=has_run) for line in lines]
    parts: list[Flowable] = [*agenda_ribbons(look, lines), air(16)]
    parts.append(table(look, lambda: _head(look, has_run=has_run), rows))
    if has_run:
        parts += [air(10), _BarLegend(look)]
    return parts


def day_ribbon(look: Look, lines: Sequence[Line], height: float = 12.0) -> Ribbon:
    """Set the ribbon of the day alone: as it went if it has gone, else as planned."""
    has_run = any(line.has_run for line in lines)
    minutes = [Stretch(line.actual_minutes if has_run else line.planned_minutes, line.category) for line in lines]
    alt = look.gettext("The blocks of the day in proportion to their minutes.")
    return Ribbon(look, minutes, TEXT_WIDTH, height, alt)


def agenda_ribbons(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    """Set the shape of the day: as planned, as it went if it has gone, and what the colours mean."""
    _ = look.gettext
    has_run = any(line.has_run for line in lines)
    named = [(_("Planned"), [Stretch(line.planned_minutes, line.category) for line in lines])]
    if has_run:
        named.append((_("Actual"), [Stretch(line.actual_minutes, line.category) for line in lines]))
    parts: list[Flowable] = []
    for name, stretches in named:
        said = ", ".join(f"{line.title} {stretch.minutes:g}" for line, stretch in zip(lines, stretches, strict=True))
        alt = _("{name}, minutes of each block: {list}").format(name=name, list=said)
        parts.append(_NamedRibbon(look, name, Ribbon(look, stretches, TEXT_WIDTH - LABEL, RIBBON_HEIGHT, alt)))
    shown = {line.category for line in lines}
    return [*parts, _CategoryLegend(look, [name for name in CATEGORIES if name in shown])]


class _NamedRibbon(Drawing):
    def __init__(self, look: Look, name: str, ribbon: Ribbon) -> None:
        super().__init__(TEXT_WIDTH, 15)
        self._name = words(look, name, look.caption)
        self._ribbon = ribbon

    def paint_on(self, canvas: object) -> None:
        """Paint the name and its ribbon."""
        high = self._name.wrap(LABEL, 15)[1]
        self._name.drawOn(self.canv, 0, (self.height - high) / 2)
        self._ribbon.drawOn(self.canv, LABEL, (self.height - RIBBON_HEIGHT) / 2)


class _CategoryLegend(Drawing):
    def __init__(self, look: Look, categories: Sequence[str]) -> None:
        super().__init__(TEXT_WIDTH, 20)
        self._look = look
        self._categories = categories

    def paint_on(self, canvas: object) -> None:
        """Paint a square and a word for each category."""
        _ = self._look.gettext
        said = {
            "gather": _("Gather"), "think": _("Think"), "decide": _("Decide"), "act": _("Act"), "pause": _("Pause"),
        }  # fmt: skip
        x = LABEL
        for name in self._categories:
            draw_block(self.canv, self._look, name, (x, 3, 7.5, 7.5))
            x = draw_line(self.canv, self._look, said[name], self._look.caption, x + 12, 4) + 14


class _BarLegend(Drawing):
    def __init__(self, look: Look) -> None:
        super().__init__(TEXT_WIDTH, 14)
        self._look = look

    def paint_on(self, canvas: object) -> None:
        """Paint a sample of each bar and its word."""
        _ = self._look.gettext
        colours = self._look.theme.colours
        samples = (("", _("planned")), (colours.accent, _("actual")), (self._look.over_plan, _("over plan")))
        x = 0.0
        for colour, word in samples:
            if colour:
                self.canv.setFillColor(paint(colour))
                self.canv.rect(x, 4, 18, 4.5, stroke=0, fill=1)
            else:
                self.canv.setStrokeColor(paint(colours.line_strong))
                self.canv.setLineWidth(0.6)
                self.canv.rect(x, 4.3, 18, 3.9, stroke=1, fill=0)
            x = draw_line(self.canv, self._look, word, self._look.caption, x + 22.5, 4) + 14


def _head(look: Look, *, has_run: bool) -> Row:
    _ = look.gettext
    said = look.column_head
    cells = [Cell(PLANNED, words(look, _("Planned"), said))]
    if has_run:
        cells.append(Cell(ACTUAL, words(look, _("Actual"), said)))
    cells.append(Cell(_block_width(has_run=has_run), words(look, _("Block"), said)))
    cells.append(Cell(LEAD, words(look, _("Guide"), said)))
    cells.append(Cell(BARS, words(look, _("Minutes"), said)))
    if has_run:
        cells.append(Cell(DIFFERENCE, words(look, "+/−", said.but(align=Align.END))))
    return Row(cells, look.theme.colours.line_strong)


def _row(look: Look, line: Line, scale: float, *, has_run: bool) -> Row:
    colours = look.theme.colours
    is_pause = line.category == "pause"
    plain = look.small.but(colour=colours.ink_2 if is_pause else colours.ink)
    title = plain.but(weight=Weight.REGULAR if is_pause else Weight.SEMIBOLD)
    cells = [Cell(PLANNED, ColumnDigits(look, minutes_as_time(line.planned_start), plain))]
    if has_run:
        real = minutes_as_time(line.actual_start) if line.has_run else "–"
        cells.append(Cell(ACTUAL, ColumnDigits(look, real, plain)))
    cells.append(Cell(_block_width(has_run=has_run), words(look, line.title, title), gap=8))
    cells.append(Cell(LEAD, words(look, line.lead, plain) if line.lead else None, gap=8))
    cells.append(Cell(BARS, MinuteBars(look, line.planned_minutes, line.actual_minutes, scale), drop=-0.5))
    if has_run:
        cells.append(Cell(DIFFERENCE, _difference(look, line)))
    return Row(cells, look.hair, 7, 7)


def _difference(look: Look, line: Line) -> Flowable:
    plain = look.small.but(align=Align.END)
    if not line.has_run:
        return words(look, look.gettext("not run"), plain.but(size=8.6, colour=look.theme.colours.ink_3))
    over = line.actual_minutes - line.planned_minutes
    if over > 0:
        return words(look, f"+{over}", plain.but(weight=Weight.SEMIBOLD, colour=look.theme.colours.over))
    return words(look, f"−{-over}" if over else "0", plain)


def _block_width(*, has_run: bool) -> float:
    rest: float = TEXT_WIDTH - PLANNED - LEAD - BARS
    return rest - ACTUAL - DIFFERENCE if has_run else rest
