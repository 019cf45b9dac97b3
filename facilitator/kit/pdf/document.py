"""The document: pages with a footer, page x of y, an outline, links, and every font embedded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from facilitator.kit.pdf.cover import page_form
from facilitator.kit.pdf.look import (
    FOOTER_RULE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_FOOT,
    Look,
    TextStyle,
    paint,
)
from facilitator.kit.pdf.marks import DECORATION, Mark, MarkedCanvas
from facilitator.kit.pdf.sections import Section
from facilitator.kit.pdf.text import draw_line, line_width, words
from facilitator.kit.pdf.typeface import Weight

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""

BODY, FRONT, FOLIO_WIDTH = "body", "front", 120.0

UPRIGHT = (PAGE_WIDTH, PAGE_HEIGHT)
"""The paper of every page that is not said to be another."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says about itself: on every foot, and in its metadata."""

    title: str
    footer: str
    first_page: str
    author: str
    language: str


class Doc(BaseDocTemplate):
    """Lays flowables out in one pass. Numbers known only at the end are forms that are drawn before they are filled."""

    def __init__(
        self,
        goal: BinaryIO,
        look: Look,
        imprint: Imprint,
        progress: Progress,
        front: tuple[float, float] = UPRIGHT,
    ) -> None:
        """Write to `goal`; `progress` is told the share of the story that is laid out.

        The first pages are of the size `front`, until `onward` is met in the story.
        """
        super().__init__(
            goal,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            lang=imprint.language,
            initialFontName=look.typeface.name(Weight.REGULAR),
            title=imprint.title,
            author=imprint.author,
            creator="Facilitator",
            displayDocTitle=True,
        )
        self._look = look
        self._imprint = imprint
        self._progress = progress
        self._running = imprint.first_page
        self._sections: list[Section] = []
        self._whole = self._laid = 0
        self.marks: list[Mark] = []
        self.addPageTemplates([_template(FRONT, front), _template(BODY, UPRIGHT)])

    def lay_out(self, story: Sequence[Flowable]) -> None:
        """Lay out a story and write the file. `marks` and `page` are known then."""
        self._whole = sum(_weight(flowable) for flowable in story)
        self.build(list(story), canvasmaker=MarkedCanvas)

    @property
    def sections(self) -> Sequence[Section]:
        """The sections that were drawn, in order."""
        return self._sections

    def handle_pageBegin(self) -> None:
        """Open the page: what is not marked is decoration."""
        self.canv.begin_page()
        super().handle_pageBegin()

    def afterPage(self) -> None:
        """Draw the footer and close the page."""
        canvas: MarkedCanvas = self.canv
        self._draw_footer(canvas)
        canvas.end_page()

    def afterFlowable(self, flowable: Flowable) -> None:
        """Follow which section is running, and tell how far the work is."""
        if isinstance(flowable, Section):
            self._running = flowable.title
            self._sections.append(flowable)
        self._laid += _weight(flowable)
        self._progress(min(self._laid / max(self._whole, 1), 1.0))

    def _endBuild(self) -> None:
        canvas: MarkedCanvas = self.canv
        self.marks = canvas.marks
        for section in self._sections:
            _fill_form(canvas, page_form(section), self._look, str(section.page), self._look.body)
        said = self._look.gettext("{page} of {pages}")
        for page in range(1, self.page + 1):
            text = said.format(page=page, pages=self.page)
            _fill_form(canvas, _folio(page), self._look, text, self._look.least)
        super()._endBuild()

    def _draw_footer(self, canvas: MarkedCanvas) -> None:
        least = self._look.least
        canvas.saveState()
        canvas.setStrokeColor(paint(self._look.theme.colours.line))
        canvas.setLineWidth(0.75)
        wide = self.pageTemplate.pagesize[0] - 2 * MARGIN
        canvas.line(MARGIN, FOOTER_RULE, MARGIN + wide, FOOTER_RULE)
        top = FOOTER_RULE - 7.5
        half = wide - FOLIO_WIDTH / 2
        left = one_line(self._look, self._imprint.footer, half * 0.5)
        _draw_line(canvas, left, MARGIN, top)
        room = half - left.width - 16
        middle = one_line(self._look, self._running, room)
        _draw_line(canvas, middle, MARGIN + left.width + 8 + (room - middle.width) / 2, top)
        canvas.translate(MARGIN + wide, top - least.size)
        canvas.doForm(_folio(self.page))
        canvas.restoreState()


def onward() -> list[Flowable]:
    """Go on upright, on a new page."""
    return [NextPageTemplate(BODY), PageBreak()]


def _template(name: str, size: tuple[float, float]) -> PageTemplate:
    wide, high = size
    frame = Frame(MARGIN, TEXT_FOOT, wide - 2 * MARGIN, high - TEXT_FOOT - MARGIN, *(0, 0, 0, 0), id=name)
    return PageTemplate(name, [frame], pagesize=size)


def one_line(look: Look, text: str, width: float) -> Any:
    """Set a running text in one line; what does not fit is a repetition of the title, so it may end in dots."""
    text = " ".join(text.split())
    shown = text
    while True:
        flowable: Any = words(look, shown, look.least, DECORATION)
        if flowable.wrap(width, 1)[1] <= look.least.leading * 1.5 or len(text) < 2:
            break
        text = text[: max(len(text) * 9 // 10, 1)].rstrip()
        shown = f"{text} …"
    widths = getattr(flowable, "getActualLineWidths0", None)
    flowable.width = min(max(widths()), width) if widths is not None else width
    return flowable


def _draw_line(canvas: Canvas, flowable: Any, x: float, top: float) -> None:
    flowable.wrap(flowable.width + 1, 1)
    flowable.drawOn(canvas, x, top - flowable.wrap(flowable.width + 1, 1)[1])


def _fill_form(canvas: Canvas, name: str, look: Look, text: str, style: TextStyle) -> None:
    canvas.beginForm(name, -FOLIO_WIDTH, -style.size, 1, 2 * style.size)
    draw_line(canvas, look, text, style, -line_width(look, text, style), 0)
    canvas.endForm()


def _folio(page: int) -> str:
    return f"folio-{page}"


def _weight(flowable: Flowable) -> int:
    return int(getattr(flowable, "weight", 1))
