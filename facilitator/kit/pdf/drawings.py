"""Small drawings on paper: letter tags, dots, bars, times in columns, and the ribbon of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.letters import cluster_letter
from facilitator.kit.pdf.look import Align, Look, TextStyle, paint
from facilitator.kit.pdf.marks import DECORATION, Within, marked
from facilitator.kit.pdf.text import words
from facilitator.kit.pdf.typeface import Weight
from facilitator.kit.theme import NoteColours

TAG_SIDE = 15.0
DOT = 9.75
DOT_STEP = 12.0
BAR_HEIGHT = 4.5
_STROKE = "\u0640"
"""What lengthens an Arabic letter, and is none itself."""


class Drawing(Flowable):
    """A drawing of a fixed size; a Figure says in `alt` what it shows to whoever cannot see it."""

    role = DECORATION
    alt = ""
    within: tuple[Within, ...] = ()

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width = width
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size, which is fixed."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, marked with what it is."""
        with marked(self.canv, self.role, self.alt, self.within):
            self.paint_on(self.canv)

    def paint_on(self, canvas: Canvas) -> None:
        """Put the ink on the page."""
        raise NotImplementedError


class Blank(Drawing):
    """Nothing, in a cell that a table must have."""

    def __init__(self) -> None:
        super().__init__(0, 0)

    def paint_on(self, canvas: Canvas) -> None:
        """Paint nothing."""


class Tag(Drawing):
    """The letter of a cluster on its colour."""

    def __init__(self, look: Look, place: int) -> None:
        """Tag the cluster at a place, counted from 0."""
        letters = cluster_letter(place, look.script)
        self._colours: NoteColours = look.theme.cluster(place)
        style = TextStyle(9, 11, Weight.BOLD, self._colours.letter, Align.CENTRE)
        self._letters = words(look, letters, style, DECORATION)
        super().__init__(max(TAG_SIDE, 7.5 * len(letters.rstrip(_STROKE)) + 6), TAG_SIDE)

    def paint_on(self, canvas: Canvas) -> None:
        """Paint the square, then the letter in its middle."""
        canvas.setFillColor(paint(self._colours.edge))
        canvas.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        high = self._letters.wrap(self.width, TAG_SIDE)[1]
        self._letters.drawOn(canvas, 0, (TAG_SIDE - high) / 2)


class Dots(Drawing):
    """One disc for each dot, or a bar when there are more than fit."""

    def __init__(self, width: float, dots: int, most: int, colour: str) -> None:
        """Draw `dots`; `most` is what the longest row of the ranking has."""
        super().__init__(width, DOT)
        self._dots = dots
        self._most = most
        self._colour = colour

    def paint_on(self, canvas: Canvas) -> None:
        """Paint discs or a bar."""
        canvas.setFillColor(paint(self._colour))
        if self._most * DOT_STEP <= self.width:
            for number in range(self._dots):
                canvas.circle(number * DOT_STEP + DOT / 2, DOT / 2, DOT / 2, stroke=0, fill=1)
        elif self._dots:
            length = max(self.width * self._dots / self._most, DOT)
            canvas.roundRect(0, 0, length, DOT, DOT / 2, stroke=0, fill=1)


class ColumnDigits(Drawing):
    """A time or a number whose digits stand under those of the row above."""

    role = "P"

    def __init__(self, look: Look, text: str, style: TextStyle) -> None:
        self._text = text
        self._style = style
        self._font = look.typeface.name(style.weight)
        self._cell: float = max(pdfmetrics.stringWidth(digit, self._font, style.size) for digit in "0123456789")
        super().__init__(sum(map(self._width, text)), style.leading)

    def paint_on(self, canvas: Canvas) -> None:
        """Put each digit into the middle of a cell as wide as the widest digit."""
        canvas.setFillColor(paint(self._style.colour))
        base = self.height - pdfmetrics.getAscent(self._font, self._style.size)
        line = canvas.beginText(0, base)
        line.setFont(self._font, self._style.size)
        x = 0.0
        for letter in self._text:
            wide = self._width(letter)
            inset = (wide - pdfmetrics.stringWidth(letter, self._font, self._style.size)) / 2
            line.setTextOrigin(x + inset, base)
            line.textOut(letter)
            x += wide
        canvas.drawText(line)

    def _width(self, letter: str) -> float:
        return self._cell if letter.isdigit() else float(pdfmetrics.stringWidth(letter, self._font, self._style.size))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the day: minutes, and the category that gives its colour."""

    minutes: float
    category: str


class Ribbon(Drawing):
    """The day as blocks in proportion to their minutes.

    `whole` is how many minutes fill the width, where that is more than the blocks have: beside another day's ribbon.
    """

    role = "Figure"

    def __init__(
        self, look: Look, stretches: Sequence[Stretch], width: float, height: float, alt: str, whole: float = 0
    ) -> None:
        super().__init__(width, height)
        self._whole = whole
        self._look = look
        self._stretches = [stretch for stretch in stretches if stretch.minutes > 0]
        self.alt = alt

    def paint_on(self, canvas: Canvas) -> None:
        """Paint the blocks with a gap between two."""
        gap = 1.5
        whole = max(self._whole, sum(stretch.minutes for stretch in self._stretches))
        room = self.width - gap * (len(self._stretches) - 1)
        x = 0.0
        for stretch in self._stretches:
            wide = room * stretch.minutes / whole
            draw_block(canvas, self._look, stretch.category, (x, 0, wide, self.height))
            x += wide + gap


class MinuteBars(Drawing):
    """Planned minutes as an outline, real minutes as a bar below, what went beyond the plan in its own colour."""

    def __init__(self, look: Look, planned: float, actual: float, scale: float) -> None:
        """`scale` is points per minute; `actual` 0 leaves the lower bar out."""
        super().__init__(max(planned, actual, 1) * scale, 14)
        self._look = look
        self._planned = planned * scale
        self._actual = actual * scale

    def paint_on(self, canvas: Canvas) -> None:
        """Paint the outline, the bar, and what is over."""
        colours = self._look.theme.colours
        canvas.setStrokeColor(paint(colours.line_strong))
        canvas.setLineWidth(0.6)
        canvas.roundRect(0, 8, max(self._planned, 1), BAR_HEIGHT - 0.6, 0.75, stroke=1, fill=0)
        within = min(self._actual, self._planned)
        if within > 0:
            canvas.setFillColor(paint(colours.accent))
            canvas.roundRect(-0.3, 2, within + 0.6, BAR_HEIGHT, 0.75, stroke=0, fill=1)
        if self._actual > self._planned:
            canvas.setFillColor(paint(self._look.over_plan))
            canvas.roundRect(within + 1, 2, self._actual - within, BAR_HEIGHT, 0.75, stroke=0, fill=1)


def draw_block(canvas: Canvas, look: Look, category: str, box: tuple[float, float, float, float]) -> None:
    """Draw a block of the day in the colour of its category; pauses carry an edge as well."""
    x, y, wide, high = box
    canvas.setFillColor(paint(look.theme.category(category)))
    if look.theme.category(category) != look.theme.colours.sunken:
        canvas.roundRect(x, y, wide, high, min(1.5, wide / 2), stroke=0, fill=1)
        return
    canvas.setStrokeColor(paint(look.theme.colours.line_strong))
    canvas.setLineWidth(0.6)
    canvas.roundRect(x + 0.3, y + 0.3, max(wide - 0.6, 0.2), high - 0.6, min(1.5, wide / 2), stroke=1, fill=1)
