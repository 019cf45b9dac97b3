"""The parts of a cover: the large title, key figures, and what stands at the foot of the page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from facilitator.kit.pdf.drawings import Drawing
from facilitator.kit.pdf.look import COLUMN_GAP, COLUMN_WIDTH, Look, paint
from facilitator.kit.pdf.marks import Within, marked
from facilitator.kit.pdf.parts import Figure
from facilitator.kit.pdf.rows import Cell, Row, Table
from facilitator.kit.pdf.sections import Section, flowing
from facilitator.kit.pdf.text import balanced, words

SIZES = (1.0, 0.8, 0.62, 0.4)
MOST_LINES = 3
FIGURES_IN_A_ROW = 4


class BigTitle(Flowable):
    """A title as large as three lines allow, its lines of like length."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._tries = []
        for share in SIZES:
            style = look.display.but(size=look.display.size * share, leading=look.display.leading * share * 1.02)
            self._tries.append((style.leading, words(look, text, style, "Title")))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the largest size that fits."""
        for leading, title in self._tries:
            self._title = title
            if title.wrap(width, height)[1] <= leading * MOST_LINES + 1:
                break
        self._high = self._title.wrap(balanced(self._title, width), height)[1]
        self.width, self.height = width, self._high
        return self.width, self.height

    def draw(self) -> None:
        """Draw it."""
        self._title.drawOn(self.canv, 0, 0)


class Figures(Flowable):
    """Large numbers in a row, each over what was counted."""

    def __init__(self, look: Look, figures: Sequence[Figure]) -> None:
        super().__init__()
        self._parts = [
            (words(look, str(one.numbers[0]), look.number), words(look, one.label(look, one.numbers), look.soft))
            for one in figures[:FIGURES_IN_A_ROW]
        ]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Share the width evenly among four."""
        self._step = width / FIGURES_IN_A_ROW
        numbers = [number.wrap(self._step - 8, height)[1] for number, _ in self._parts]
        labels = [label.wrap(self._step - 8, height)[1] for _, label in self._parts]
        self._labels, self._number = labels, max(numbers, default=0)
        self.width, self.height = width, self._number + max(labels, default=0) + 1.5
        return self.width, self.height

    def draw(self) -> None:
        """Draw each number with its label under it."""
        for place, (number, label) in enumerate(self._parts):
            number.drawOn(self.canv, place * self._step, self.height - self._number)
            foot = self.height - self._number - 1.5 - self._labels[place]
            label.drawOn(self.canv, place * self._step, foot)


class AtFoot(Flowable):
    """Paragraphs that sink to the foot of the page; where they do not fit they simply flow on."""

    def __init__(self, inner: Sequence[Flowable]) -> None:
        super().__init__()
        self._inner = inner

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take all the room that is left."""
        self._heights = [part.wrap(width, height)[1] for part in self._inner]
        high = sum(self._heights)
        self.width, self.height = width, max(high, height - 1 if high < height else high)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Flow on."""
        return flowing(self._inner, width, height)

    def draw(self) -> None:
        """Draw from the foot upwards."""
        y = sum(self._heights)
        for part, height in zip(self._inner, self._heights, strict=True):
            y -= height
            part.drawOn(self.canv, 0, y)


class PageNumber(Drawing):
    """The page of a section, written when all pages are laid out."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(24, look.body.leading)
        self._name = name
        self._base = self.height - pdfmetrics.getAscent(look.typeface.name(look.body.weight), look.body.size)

    def paint_on(self, canvas: object) -> None:
        """Leave the number to a form that the document fills at its end."""
        self.canv.saveState()
        self.canv.translate(self.width, self._base)
        self.canv.doForm(self._name)
        self.canv.restoreState()


class _Entry(Flowable):
    """The title of a section in the contents, a link to where it begins."""

    role = "Link"
    within: tuple[Within, ...] = ()

    def __init__(self, look: Look, section: Section) -> None:
        super().__init__()
        self._section = section
        self._words = words(look, section.title, look.body)
        self._colour = look.theme.colours.ink

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the room of the title."""
        self.width, self.height = self._words.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title and lay the link over it."""
        with marked(self.canv, self.role, self._section.title, self.within):
            self.canv.setFillColor(paint(self._colour))
            self._words.drawOn(self.canv, 0, 0)
        area = (0, 0, self.width, self.height)
        self.canv.linkRect(self._section.title, self._section.key, area, relative=1, thickness=0)


def contents(look: Look, sections: Sequence[Section]) -> Table:
    """List the sections in two columns with their pages, each a link."""
    half = (len(sections) + 1) // 2
    whole = Within("TOC", look.new_key())
    rows = []
    for place in range(half):
        cells: list[Cell] = []
        for section in sections[place::half]:
            if cells:
                cells.append(Cell(COLUMN_GAP))
            entry, number = _Entry(look, section), PageNumber(look, page_form(section))
            entry.within = (whole, Within("TOCI", look.new_key()))
            number.role, number.within = "Reference", entry.within
            cells += [Cell(COLUMN_WIDTH - 24, entry), Cell(24, number)]
        if place + half >= len(sections):
            cells.append(Cell(COLUMN_GAP + COLUMN_WIDTH))
        rows.append(Row(cells, look.hair, 2.5, 3))
    return Table(None, rows)


def page_form(section: Section) -> str:
    """Name the form that holds the page number of a section."""
    return f"page-of-{section.key}"
