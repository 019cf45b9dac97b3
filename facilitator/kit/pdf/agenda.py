"""The day as it was planned and as it went: two ribbons, then a row for each block, and quiet ones for its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from facilitator.convening.agenda import AS_PLANNED
from facilitator.kit.pdf.dates import minutes_as_time
from facilitator.kit.pdf.drawings import ColumnDigits, Drawing, MinuteBars, Ribbon, Stretch, draw_block
from facilitator.kit.pdf.look import TEXT_WIDTH, Align, Edition, Look, paint
from facilitator.kit.pdf.rows import Cell, Row, table
from facilitator.kit.pdf.sections import Rule, air
from facilitator.kit.pdf.text import Span, draw_line, sentence, words
from facilitator.kit.pdf.typeface import Weight
from facilitator.kit.theme import CATEGORIES

PLANNED, ACTUAL, LEAD, DIFFERENCE = 45.0, 48.0, 100.0, 36.0
BARS = 144.0
LABEL = 52.5
RIBBON_HEIGHT = 10.5
MOST_PER_MINUTE = 1.5
"""No bar is longer than this many points a minute, so that short days do not shout."""


NEVER = -1
"""What never ran has no time of its own."""

INSET = 12.0
"""How far the steps of a block stand in."""

OVER_FROM, MOST_LESSONS = 3, 3
"""From how many minutes over its plan a block is worth a word for the next time, and how many such words there are."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a block with all its rounds: seconds planned, and taken (-1 for a step that never ran)."""

    title: str
    planned: int
    actual: int = NEVER


@dataclass(frozen=True, slots=True)
class Line:
    """One block of the day. Starts and ends are minutes since the midnight before the day began.

    `actual_start` and `actual_end` are -1 for a block that never ran.
    `replanned` are the minutes it was given when the day ran late: 0 if it was dropped, -1 as planned.
    """

    title: str
    lead: str
    category: str
    planned_start: int
    planned_minutes: int
    actual_start: int = NEVER
    actual_minutes: int = 0
    replanned: int = AS_PLANNED
    steps: tuple[StepLine, ...] = ()
    actual_end: int = NEVER

    @property
    def has_run(self) -> bool:
        """Whether the block ever began."""
        return self.actual_start >= 0

    @property
    def is_dropped(self) -> bool:
        """Whether the day went on without it."""
        return self.replanned == 0 and not self.has_run


def agenda_table(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    """Set the day: ribbons, legend, rows, and what the bars mean. Without real times, the plan alone.

    The facilitator's edition holds the steps of the blocks too.
    """
    has_run = any(line.has_run for line in lines)
    longest = max((max(line.planned_minutes, line.actual_minutes) for line in lines), default=1)
    scale = min(BARS / max(longest, 1), MOST_PER_MINUTE)
    rows = [row for line in lines for row in _rows(look, line, scale, has_run=has_run)]
    parts: list[Flowable] = [*agenda_ribbons(look, lines), air(16)]
    parts.append(table(look, lambda: _head(look, has_run=has_run), rows))
    if has_run:
        parts += [air(10), _BarLegend(look), *_lesson(look, lines)]
    return parts


def day_ribbon(look: Look, lines: Sequence[Line], height: float = 12.0) -> Ribbon:
    """Set the ribbon of the day alone: as it went if it has gone, else as planned."""
    has_run = any(line.has_run for line in lines)
    minutes = [Stretch(line.actual_minutes if has_run else line.planned_minutes, line.category) for line in lines]
    alt = look.gettext("The blocks of the day in proportion to their minutes.")
    return Ribbon(look, minutes, TEXT_WIDTH, height, alt)


def category_names(look: Look) -> dict[str, str]:
    """What the kinds of blocks are called."""
    _ = look.gettext
    return {
        "gather": _("Gather"), "think": _("Think"), "decide": _("Decide"), "act": _("Act"), "pause": _("Pause"),
    }  # fmt: skip


def agenda_ribbons(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    """Set the shape of the day: as planned, as it went if it has gone, and what the colours mean.

    A minute is as wide in both: a day of which half was held is half as long.
    """
    _ = look.gettext
    has_run = any(line.has_run for line in lines)
    named = [(_("Planned"), [Stretch(line.planned_minutes, line.category) for line in lines])]
    if has_run:
        named.append((_("Actual"), [Stretch(line.actual_minutes, line.category) for line in lines]))
    whole = max(sum(stretch.minutes for stretch in stretches) for _name, stretches in named)
    parts: list[Flowable] = []
    for name, stretches in named:
        said = ", ".join(f"{line.title} {stretch.minutes:g}" for line, stretch in zip(lines, stretches, strict=True))
        alt = _("{name}, minutes of each block: {list}").format(name=name, list=said)
        ribbon = Ribbon(look, stretches, TEXT_WIDTH - LABEL, RIBBON_HEIGHT, alt, whole)
        parts.append(_NamedRibbon(look, name, ribbon))
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
        said = category_names(self._look)
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


def _rows(look: Look, line: Line, scale: float, *, has_run: bool) -> list[Row]:
    below = _below(look, line, scale, has_run=has_run)
    last = len(below) - 1
    quiet = [_quiet(cells, look.hair if at == last else "") for at, cells in enumerate(below)]
    return [_row(look, line, scale, "" if quiet else look.hair, has_run=has_run), *quiet]


def _below(look: Look, line: Line, scale: float, *, has_run: bool) -> list[list[Cell]]:
    """What stands under a block: the minutes it was given later, and its steps."""
    _ = look.gettext
    faint = look.least.but(colour=look.theme.colours.ink_2)
    before = PLANNED + (ACTUAL if has_run else 0) + INSET
    wide = _block_width(has_run=has_run) - INSET
    difference = (Cell(DIFFERENCE),) if has_run else ()
    rows = []
    if line.replanned not in (AS_PLANNED, 0, line.planned_minutes):
        said = _("Planned again: {minutes} min in place of {planned}").format(
            minutes=line.replanned, planned=line.planned_minutes
        )
        rows.append([Cell(before), Cell(wide + LEAD, words(look, said, faint), gap=8), Cell(BARS), *difference])
    for step in line.steps if look.edition is Edition.FACILITATOR else ():
        ran = step.actual != NEVER
        said = length_words(look, step.planned)
        if ran:
            said = _("{planned}, took {actual}").format(planned=said, actual=length_words(look, step.actual))
        bars = MinuteBars(look, step.planned / 60, max(step.actual, 0) / 60, scale)
        title = Cell(wide, words(look, step.title, faint), gap=8)
        took = Cell(LEAD, words(look, said, faint), gap=8)
        rest = (Cell(DIFFERENCE, _step_difference(look, step)),) if has_run else ()
        rows.append([Cell(before), title, took, Cell(BARS, bars, drop=-1.5), *rest])
    return rows


def _quiet(cells: list[Cell], rule: str) -> Row:
    return Row(cells, rule, 0, 7 if rule else 2.5)


def _step_difference(look: Look, step: StepLine) -> Flowable | None:
    if step.actual == NEVER:
        return None
    over = step.actual - step.planned
    sign = "+" if over > 0 else "−" if over < 0 else ""
    said = f"{sign}{abs(over) // 60}:{abs(over) % 60:02}" if over else "0"
    return words(look, said, look.least.but(align=Align.END, colour=look.theme.colours.ink_2))


def length_words(look: Look, seconds: int) -> str:
    """Say a length: "5 min", "2:30 min"."""
    shown = str(seconds // 60) if seconds % 60 == 0 else f"{seconds // 60}:{seconds % 60:02}"
    return look.gettext("{minutes} min").format(minutes=shown)


def _lesson(look: Look, lines: Sequence[Line]) -> list[Flowable]:
    """What the clock taught: the blocks that ran over most, with the minutes they need. Source: practice, TM13."""
    _ = look.gettext
    over = sorted(
        (line for line in lines if line.has_run and line.actual_minutes - line.planned_minutes >= OVER_FROM),
        key=lambda line: line.planned_minutes - line.actual_minutes,
    )[:MOST_LESSONS]
    if not over:
        return []
    named = _(", ").join(
        _("{block}: {minutes} min").format(block=line.title, minutes=line.actual_minutes) for line in over
    )
    taught = Span(_("What the clock taught us."), Weight.BOLD)
    said = Span(_(" Next time, give these the minutes they took: {list}.").format(list=named), Weight.REGULAR)
    return [air(14), Rule(look.theme.colours.line_strong), air(9), sentence(look, (taught, said), look.body)]


def _row(look: Look, line: Line, scale: float, rule: str, *, has_run: bool) -> Row:
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
    return Row(cells, rule, 7, 7 if rule else 3)


def _difference(look: Look, line: Line) -> Flowable:
    plain = look.small.but(align=Align.END)
    if not line.has_run:
        said = look.gettext("dropped") if line.is_dropped else look.gettext("not run")
        return words(look, said, plain.but(size=8.6, colour=look.theme.colours.ink_3))
    over = line.actual_minutes - line.planned_minutes
    if over > 0:
        return words(look, f"+{over}", plain.but(weight=Weight.SEMIBOLD, colour=look.theme.colours.over))
    return words(look, f"−{-over}" if over else "0", plain)


def _block_width(*, has_run: bool) -> float:
    rest: float = TEXT_WIDTH - PLANNED - LEAD - BARS
    return rest - ACTUAL - DIFFERENCE if has_run else rest
