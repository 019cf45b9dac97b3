"""The headings of a summary: each section is a bookmark and a line of the contents; paragraphs that follow one."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from facilitator.kit.pdf.drawings import Tag
from facilitator.kit.pdf.look import PAGE_HEIGHT, Look, TextStyle, paint
from facilitator.kit.pdf.marks import DECORATION, Within, marked
from facilitator.kit.pdf.text import words

NEEDED = 0.45 * PAGE_HEIGHT
"""A section begins on a new page when less room than this is left."""

BAR = 3.0
BAR_GAP = 13.5


class Section(Flowable):
    """The heading of a section. It knows its page once it is drawn."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.title = title
        self.key = f"section-{look.new_key()}"
        self.page = 0
        self.spaceBefore = 34
        self.spaceAfter = 4
        self._words = words(look, title, look.title, "H1")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width of the page."""
        self.width, self.height = width, self._words.wrap(width, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw the title, and let the outline and the contents point here."""
        self.page = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
        self.canv.addOutlineEntry(self.title, self.key, 0, closed=False)
        self._words.drawOn(self.canv, 0, 0)


class Ruled(Flowable):
    """A bar at the left edge beside a few paragraphs: what the room should take away."""

    def __init__(self, look: Look, inner: Sequence[Flowable], colour: str = "") -> None:
        super().__init__()
        self._inner = inner
        self._colour = colour or look.theme.colours.accent

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Wrap the paragraphs beside the bar."""
        self._heights = [part.wrap(width - BAR - BAR_GAP, height)[1] for part in self._inner]
        self.width, self.height = width, sum(self._heights) + 3
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Let long words go on without the bar rather than stop the page."""
        return flowing(self._inner, width, height) if self.height > PAGE_HEIGHT / 2 else []

    def draw(self) -> None:
        """Draw the bar, then the words."""
        self.canv.setFillColor(paint(self._colour))
        self.canv.rect(0, 0, BAR, self.height, stroke=0, fill=1)
        y = self.height - 1.5
        for part, height in zip(self._inner, self._heights, strict=True):
            y -= height
            part.drawOn(self.canv, BAR + BAR_GAP, y)


class ClusterHead(Flowable):
    """The letter of a cluster, its sentence, how many ideas it holds, and a rule in its colour."""

    def __init__(self, look: Look, place: int, name: str, count: int, *, again: bool = False) -> None:
        """Head the cluster at a place counted from 0, or -1 for ideas in no cluster; `again` on the next column."""
        super().__init__()
        self._look = look
        self._tag = Tag(look, place) if place >= 0 else None
        bold = look.label.but(weight=look.heading.weight)
        self._name = words(look, name, bold, DECORATION if again else "H2")
        self._count = str(count) if count else ""
        self._rule = look.theme.cluster(place).edge if place >= 0 else look.theme.colours.line_strong

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Leave room for the letter and the number."""
        self._inset = self._tag.width + 6 if self._tag is not None else 0
        self._name_height = self._name.wrap(width - self._inset - 30, height)[1]
        self.width, self.height = width, max(self._name_height, 15) + 12
        return self.width, self.height

    def draw(self) -> None:
        """Draw the head. Repeated on a second column it is decoration: the list goes on."""
        canvas: Canvas = self.canv
        top = self.height
        if self._tag is not None:
            self._tag.drawOn(canvas, 0, top - 15)
        canvas.setFillColor(paint(self._rule))
        canvas.rect(0, 4.5, self.width, 2.25, stroke=0, fill=1)
        self._name.drawOn(canvas, self._inset, top - self._name_height)
        caption = self._look.caption
        with marked(canvas, "P" if self._count else DECORATION):
            canvas.setFillColor(paint(caption.colour))
            canvas.setFont(self._look.typeface.name(caption.weight), caption.size)
            canvas.drawRightString(self.width, top - 11.5, self._count)


def section(look: Look, title: str, *below: Flowable) -> list[Flowable]:
    """Open a section, with what stands right under its title."""
    return [CondPageBreak(NEEDED), Section(look, title), *below]


def heading(look: Look, text: str, needed: float = 90) -> list[Flowable]:
    """Open a part of a section; it moves on to the next page when less than `needed` points are left."""
    title = words(look, text, look.heading, "H2")
    title.spaceBefore, title.spaceAfter = 22, 4
    return [CondPageBreak(needed), title]


def paragraph(look: Look, text: str, style: TextStyle | None = None, after: float = 4) -> Flowable:
    """Set a paragraph with some air below it."""
    flowable = words(look, text, style if style is not None else look.body)
    flowable.spaceAfter = after
    return flowable


def air(points: float) -> Flowable:
    """Leave some room."""
    return Spacer(1, points)


def flowing(parts: Sequence[Flowable], width: float, height: float) -> list[Flowable]:
    """Let paragraphs that stood together go on one by one, the first broken if it must be; none if it cannot."""
    first, *rest = parts
    if first.wrap(width, height)[1] <= height:
        return [first, *rest]
    pieces: list[Flowable] = first.split(width, height)
    return [*pieces, *rest] if pieces else []


class Rule(Flowable):
    """A thin line over the whole width."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the width, and next to no height."""
        self.width = width
        return width, 0.75

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(paint(self._colour))
        self.canv.setLineWidth(0.75)
        self.canv.line(0, 0.4, self.width, 0.4)


def list_part(look: Look, whole: Within) -> tuple[Within, Within]:
    """Give the parts in which one line of a list lies."""
    return whole, Within("LI", look.new_key())
