"""The agenda as a poster for the wall, A3 or A4: times large, a colour and a word for what each block is, its guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab.lib.pagesizes import A3, A4
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Spacer

from facilitator.kit.pdf.agenda import category_names
from facilitator.kit.pdf.dates import minutes_as_time
from facilitator.kit.pdf.drawings import ColumnDigits, Drawing, Ribbon, Stretch, draw_block
from facilitator.kit.pdf.look import Align, Look, TextStyle, paint
from facilitator.kit.pdf.marks import Mark, MarkedCanvas, Within, marked
from facilitator.kit.pdf.rows import Cell, Row
from facilitator.kit.pdf.sections import list_part
from facilitator.kit.pdf.text import COMPLEX, reads_from_right, words
from facilitator.kit.pdf.typeface import Weight

PAPERS = {"a4": A4, "a3": A3}
"""The papers a poster is printed on, upright."""

MARGIN, TIME, SWATCH, GUIDE = 51.0, 106.0, 34.0, 176.0
HEAD, TITLE, LINE, SMALL, RIBBON = 54.0, 31.0, 24.0, 20.0, 20.0
"""Measures on A3, in points; on A4 all of them shrink together."""

DENSITIES = (1.0, 0.86, 0.75)
"""How large the rows are: the largest that leave a day on one page. With the last, capitals are 5.4 mm high on A3,
which is read from 2 m. Source: design, section 9."""

MANY = 99
"""More pages than any day has."""

MOST_AIR = 22.0
"""How much a row may grow above and below so that a short day fills its page."""


@dataclass(frozen=True, slots=True)
class PosterLine:
    """One block on the wall; `starts` are minutes since midnight."""

    title: str
    guide: str
    category: str
    starts: int
    minutes: int


@dataclass(frozen=True, slots=True)
class PosterDay:
    """One day: its blocks under what it is called, such as "Day 2 · Friday 19 March 2027 · Naivasha"."""

    name: str
    lines: Sequence[PosterLine]


def write_poster(
    look: Look, goal: BinaryIO, title: str, days: Sequence[PosterDay], paper: str, language: str
) -> list[Mark]:
    """Lay the days out, each from a page of its own, and give the marks that `tagging` needs.

    `paper` is one of PAPERS. A day that does not fit on a page goes on, in pages of like length.
    """
    wide, high = PAPERS[paper]
    poster = _Poster(look, wide / A3[0], title)
    doc = _Sheets(goal, look, (wide, high), title, language)
    doc.build([part for day in days for part in poster.day(day)], canvasmaker=MarkedCanvas)
    return doc.marks


class _Poster:
    def __init__(self, look: Look, scale: float, title: str) -> None:
        self._look, self._scale, self._title = look, scale, title
        self._wide = A3[0] * scale - 2 * MARGIN * scale
        self._high = A3[1] * scale - 2 * MARGIN * scale - 1

    def day(self, day: PosterDay) -> list[Flowable]:
        """The pages of a day, each with its head."""
        # Room for the head as it is on a day of many pages, whose number stands in it too.
        head = self._head(day, MANY, MANY)
        room = self._high - sum(part.wrap(self._wide, self._high)[1] for part in head)
        ways = [self._laid(day, density, room) for density in DENSITIES]
        density, heights, pages = min(ways, key=lambda way: len(way[2]))
        parts: list[Flowable] = []
        whole = Within("L", self._look.new_key())
        for number, page in enumerate(pages, start=1):
            spare = (room - sum(heights[at] for at in page)) / max(len(page), 1) / 2
            parts += self._head(day, number, len(pages))
            for at in page:
                row = self._row(day.lines[at], density, max(0, min(spare, MOST_AIR * self._scale * density)))
                parts.append(row.lie_in(*list_part(self._look, whole), role="LBody"))
            parts.append(PageBreak())
        return parts

    def _laid(self, day: PosterDay, density: float, room: float) -> tuple[float, list[float], list[list[int]]]:
        heights = [self._row(line, density).wrap(self._wide, room)[1] for line in day.lines]
        return density, heights, _paged(heights, room)

    def _head(self, day: PosterDay, number: int, of: int) -> list[Flowable]:
        _, look = self._look.gettext, self._look
        again = _("page {page} of {pages}").format(page=number, pages=of).replace(" ", "\u00a0") if of > 1 else ""
        times = ""
        if day.lines:
            last = day.lines[-1]
            times = f"{minutes_as_time(day.lines[0].starts)}–{minutes_as_time(last.starts + last.minutes)}"
        ribbon = [Stretch(line.minutes, line.category) for line in day.lines]
        alt = look.gettext("The blocks of the day in proportion to their minutes.")
        parts: list[Flowable] = [self._large(self._title), Spacer(1, 6 * self._scale)]
        parts += self._called(day.name, " · ".join(part for part in (times, again) if part))
        if ribbon:
            high = RIBBON * self._scale
            parts += [Spacer(1, high * 0.8), Ribbon(look, ribbon, self._wide, high, alt), Spacer(1, high * 0.8)]
        else:
            said = _("Nothing is on the agenda yet.")
            parts += [Spacer(1, LINE), words(look, said, self._style(LINE))]
        return parts

    def _called(self, name: str, when: str) -> list[Flowable]:
        """What the day is called, and when it is: on one line where there is room, else one below the other."""
        style = self._style(LINE, colour=self._look.theme.colours.ink_2)
        # Behind a name in a script that is read from the right, "09:00–11:25" would begin with its end.
        apart = " · \u200e" if COMPLEX.search(name) else " · "
        whole = words(self._look, apart.join(part for part in (name, when) if part), style, "H2")
        if not name or not when or whole.wrap(self._wide, self._high)[1] <= style.leading * 1.5:
            return [whole] if name or when else []
        return [words(self._look, name, style, "H2"), words(self._look, when, style)]

    def _large(self, title: str) -> Flowable:
        """The title as large as two lines allow."""
        styles = [self._style(HEAD * share, Weight.BOLD) for share in (1.0, 0.8, 0.64, 0.5)]
        tries = [(style, words(self._look, title, style, "H1")) for style in styles]
        fitting = (one for style, one in tries if one.wrap(self._wide, self._high)[1] <= 2 * style.leading + 1)
        return next(fitting, tries[-1][1])

    def _row(self, line: PosterLine, density: float, air: float = 0) -> _PosterRow:
        look, scale = self._look, self._scale
        is_pause = line.category == "pause"
        ink, soft = look.theme.colours.ink, look.theme.colours.ink_2
        large = self._style(TITLE * density, Weight.REGULAR if is_pause else Weight.SEMIBOLD, ink)
        # Under a title in a script that is read from the right, what belongs to it begins there too.
        side = Align.END if reads_from_right(line.title) else Align.START
        small = self._style(SMALL * density, colour=soft).but(align=side)
        _ = look.gettext
        said = _("{category} · {minutes} min").format(
            category=category_names(look).get(line.category, line.category), minutes=line.minutes
        )
        told = _Told(words(look, line.title, large), words(look, said, small))
        time = ColumnDigits(look, minutes_as_time(line.starts), large.but(weight=Weight.BOLD))
        named = self._style(LINE * 0.9 * density, colour=soft).but(align=Align.END)
        guide = words(look, line.guide, named)
        gap = 10 * scale
        cells = [
            Cell(TIME * scale, time),
            Cell(SWATCH * scale, _Swatch(look, line.category, 18 * scale, large.leading + small.leading)),
            Cell(self._wide - (TIME + SWATCH + GUIDE) * scale, told, gap=gap),
            Cell(GUIDE * scale, guide if line.guide else None, drop=(large.leading - named.leading) * 0.8),
        ]
        pad = 7.5 * scale * density + air
        return _PosterRow(look, cells, pad, is_pause=is_pause)

    def _style(self, size: float, weight: Weight = Weight.REGULAR, colour: str = "") -> TextStyle:
        size *= self._scale
        return TextStyle(size, size * 1.17, weight, colour or self._look.theme.colours.ink)


class _PosterRow(Row):
    """A row over a hair line; a pause lies on a ground of its own."""

    def __init__(self, look: Look, cells: Sequence[Cell], pad: float, *, is_pause: bool) -> None:
        super().__init__(cells, look.hair, pad, pad)
        self._ground = paint(look.theme.colours.sunken) if is_pause else None

    def draw(self) -> None:
        """Draw the ground first."""
        if self._ground is not None:
            self.canv.setFillColor(self._ground)
            self.canv.rect(-8, 0, self.width + 16, self.height, stroke=0, fill=1)
        super().draw()


class _Swatch(Drawing):
    """The colour of a block, as high as its words; the word itself stands beside it."""

    def __init__(self, look: Look, category: str, wide: float, high: float) -> None:
        super().__init__(wide, high)
        self._look, self._category = look, category

    def paint_on(self, canvas: object) -> None:
        """Paint it."""
        draw_block(self.canv, self._look, self._category, (0, 0, self.width, self.height))


class _Told(Flowable):
    """A title over a smaller line; a screen reader hears both as one cell."""

    role = "P"
    within: tuple[Within, ...] = ()

    def __init__(self, *parts: Flowable) -> None:
        super().__init__()
        self._parts = parts

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Lay the lines out one below the other."""
        self._heights = [part.wrap(width, height)[1] for part in self._parts]
        self.width, self.height = width, sum(self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw from the top, marked as one."""
        y = self.height
        with marked(self.canv, self.role, within=self.within):
            for part, high in zip(self._parts, self._heights, strict=True):
                y -= high
                part.drawOn(self.canv, 0, y)


class _Sheets(BaseDocTemplate):
    """Upright sheets with one frame each; what is not marked is decoration."""

    def __init__(self, goal: BinaryIO, look: Look, size: tuple[float, float], title: str, language: str) -> None:
        font = look.typeface.name(Weight.REGULAR)
        super().__init__(
            goal, pagesize=size, lang=language, initialFontName=font, title=title, author=title,
            creator="Facilitator", displayDocTitle=True,
        )  # fmt: skip
        edge = MARGIN * size[0] / A3[0]
        frame = Frame(edge, edge, size[0] - 2 * edge, size[1] - 2 * edge, *(0, 0, 0, 0), id="poster")
        self.addPageTemplates([PageTemplate("poster", [frame])])
        self.marks: list[Mark] = []

    def handle_pageBegin(self) -> None:
        """Open the page."""
        self.canv.begin_page()
        super().handle_pageBegin()

    def afterPage(self) -> None:
        """Close the page."""
        self.canv.end_page()

    def _endBuild(self) -> None:
        self.marks = self.canv.marks
        super()._endBuild()


def _paged(heights: Sequence[float], room: float) -> list[list[int]]:
    """Share rows out to as few pages as they need, in pages of like length."""
    count = 1
    while True:
        goal, pages, high = sum(heights) / count, [list[int]()], 0.0
        for at, height in enumerate(heights):
            is_full = high + height > room or (len(pages) < count and high + height / 2 > goal)
            if pages[-1] and is_full:
                pages.append([])
                high = 0.0
            pages[-1].append(at)
            high += height
        if len(pages) <= count or count > len(heights):
            return pages
        count += 1
