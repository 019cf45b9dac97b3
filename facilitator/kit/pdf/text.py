"""Words on paper: any text, in any script, becomes something that can be laid on a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from facilitator.kit.pdf.look import Look, TextStyle, paint
from facilitator.kit.pdf.marks import Within, marked
from facilitator.kit.pdf.typeface import Weight

COMPLEX = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010e80-\U0001efff\U0001f000-\U0001ffff\u2600-\u27bf\u200d\ufe0f\u20e3]"
)
"""Letters that join, turn round or take colour: laid out by Qt where there is one."""

_BREAKS_ANYWHERE = re.compile("[\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Span(NamedTuple):
    """A part of a sentence with a weight of its own."""

    text: str
    weight: Weight


class Words(Paragraph):
    """A paragraph that says what it is to a screen reader."""

    role = "P"
    within: tuple[Within, ...] = ()

    def draw(self) -> None:
        """Draw the words, marked."""
        with marked(self.canv, self.role, within=self.within):
            super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        """Break over two pages or columns; both parts keep the role."""
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.role, part.within = self.role, self.within
        return parts


def words(look: Look, text: str, style: TextStyle, role: str = "P") -> Flowable:
    """Set a text, escaped and complete, in the fonts that have its letters."""
    return sentence(look, (Span(text, style.weight),), style, role)


def sentence(look: Look, spans: Sequence[Span], style: TextStyle, role: str = "P") -> Flowable:
    """Set a sentence whose parts differ in weight. A sentence that needs shaping is set in one weight."""
    whole = "".join(span.text for span in spans)
    if look.complex_text is not None and needs_shaping(look, whole):
        flowable = look.complex_text(unicodedata.normalize("NFC", whole), style)
        flowable.role = role
        return flowable
    wrap = "CJK" if _BREAKS_ANYWHERE.search(whole) else ""
    markup = "".join(_markup(look, span, style.weight) for span in spans)
    paragraph = Words(markup, look.paragraph_style(style, wrap))
    paragraph.role = role
    return paragraph


def needs_shaping(look: Look, text: str) -> bool:
    """Say whether a text needs more than one letter after the other, or letters that no font here has."""
    return COMPLEX.search(text) is not None or not look.typeface.has_all(text)


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction belongs to a script that is read from the right."""
    sides = (unicodedata.bidirectional(letter) for letter in text)
    return next((side != "L" for side in sides if side in ("L", "R", "AL")), False)


def _markup(look: Look, span: Span, weight: Weight) -> str:
    main = look.typeface.name(weight)
    runs = look.typeface.runs(unicodedata.normalize("NFC", span.text), span.weight)
    return "".join(
        said if run.font == main else f'<font name="{run.font}">{said}</font>'
        for run in runs
        if (said := escape(run.text).replace("\n", "<br/>"))
    )


def balanced(flowable: Flowable, width: float) -> float:
    """Find the least width at which a text keeps its number of lines, so that they are of like length."""
    high = flowable.wrap(width, 1)[1]
    low, enough = width / 3, width
    while enough - low > 4:
        middle = (low + enough) / 2
        if flowable.wrap(middle, 1)[1] > high:
            low = middle
        else:
            enough = middle
    return enough


def line_width(look: Look, text: str, style: TextStyle) -> float:
    """Measure a text in one line."""
    runs = look.typeface.runs(text, style.weight)
    return float(sum(pdfmetrics.stringWidth(run.text, run.font, style.size) for run in runs))


def draw_line(canvas: Canvas, look: Look, text: str, style: TextStyle, x: float, y: float) -> float:
    """Draw a text in one line from (x, y) on its baseline, and say where it ends."""
    canvas.setFillColor(paint(style.colour))
    for run in look.typeface.runs(text, style.weight):
        canvas.setFont(run.font, style.size)
        canvas.drawString(x, y, run.text)
        x += pdfmetrics.stringWidth(run.text, run.font, style.size)
    return x
