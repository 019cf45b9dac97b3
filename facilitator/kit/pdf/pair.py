"""A wicked question on paper: two halves that are both true, and the AND between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.pdf.look import PAGE_HEIGHT, TEXT_WIDTH, Look, TextStyle, paint
from facilitator.kit.pdf.marks import marked
from facilitator.kit.pdf.text import Span, balanced, draw_line, line_width, sentence, words
from facilitator.kit.pdf.typeface import Weight

SIDE = 21.0
RADIUS = 6.0
PILL_HEIGHT = 28.5
SPACING = 0.75
LARGE = TextStyle(21.75, 27, Weight.BOLD)
MODEST = TextStyle(15, 20, Weight.BOLD)
WIDEST = 0.8
"""How much of the card's width a line may take: short lines are read at a glance."""

LONG = 120
"""A half of more letters than this is set in modest letters."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wicked question in the parts of its card, and `line`, the whole with {first} and {second} in their places."""

    opening: str
    first: str
    joint: str
    second_opening: str
    second: str
    closing: str
    line: str


class PairCard(Flowable):
    """The question large: a light half, a dark half, the joint on their seam."""

    def __init__(self, look: Look, pair: Pair) -> None:
        super().__init__()
        self._look = look
        self._joint = pair.joint
        colours = look.theme.wicked
        large = MODEST if max(len(pair.first), len(pair.second)) > LONG else LARGE
        small = look.label.but(weight=Weight.REGULAR)
        is_mark = len(pair.closing) == 1
        self._top = [
            words(look, pair.opening, small.but(colour=colours.top_small)),
            words(look, pair.first, large.but(colour=colours.top_text)),
        ]
        self._bottom = [
            words(look, pair.second_opening, small.but(colour=colours.bottom_small)),
            words(look, pair.second + (pair.closing if is_mark else ""), large.but(colour=colours.bottom_text)),
        ]
        if pair.closing and not is_mark:
            self._bottom.append(words(look, pair.closing, small.but(colour=colours.bottom_small)))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Balance the lines of both halves, and measure."""
        self._room = width - 2 * SIDE
        self._widths = {id(part): _line_width(part, self._room) for part in (*self._top, *self._bottom)}
        self._heights = {id(part): part.wrap(self._widths[id(part)], height)[1] for part in (*self._top, *self._bottom)}
        self._foot = 25.5 + 18 + self._high(self._bottom)
        self.width, self.height = width, 18 + 28.5 + self._high(self._top) + self._foot
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Wait for the next page."""
        return []

    def draw(self) -> None:
        """Draw both grounds inside one rounded frame, the words, and the joint on the seam."""
        canvas: Canvas = self.canv
        colours = self._look.theme.wicked
        canvas.saveState()
        frame = canvas.beginPath()
        frame.roundRect(0, 0, self.width, self.height, RADIUS)
        canvas.clipPath(frame, stroke=0, fill=0)
        canvas.setFillColor(paint(colours.top_ground))
        canvas.rect(0, self._foot, self.width, self.height - self._foot, stroke=0, fill=1)
        canvas.setFillColor(paint(colours.bottom_ground))
        canvas.rect(0, 0, self.width, self._foot, stroke=0, fill=1)
        canvas.restoreState()
        canvas.setStrokeColor(paint(self._look.theme.colours.line))
        canvas.setLineWidth(0.75)
        canvas.roundRect(0, 0, self.width, self.height, RADIUS, stroke=1, fill=0)
        self._draw_words(self._top, self.height - 18)
        self._draw_joint(canvas)
        self._draw_words(self._bottom, self._foot - 25.5)

    def _draw_words(self, parts: list[Flowable], y: float) -> None:
        for part in parts:
            y -= self._heights[id(part)]
            part.drawOn(self.canv, SIDE, y)
            y -= 3

    def _draw_joint(self, canvas: Canvas) -> None:
        look = self._look
        style = TextStyle(15, 18, Weight.BOLD, look.theme.wicked.and_text)
        wide = line_width(look, self._joint, style) + len(self._joint) * SPACING + 27
        foot = self._foot - PILL_HEIGHT / 2
        canvas.setFillColor(paint(look.theme.wicked.and_ground))
        canvas.roundRect(SIDE, foot, wide, PILL_HEIGHT, PILL_HEIGHT / 2, stroke=0, fill=1)
        with marked(canvas, "P"):
            x = SIDE + 13.5
            for letter in self._joint:
                x = draw_line(canvas, look, letter, style, x, foot + 9) + SPACING

    def _high(self, parts: list[Flowable]) -> float:
        return float(sum(self._heights[id(part)] for part in parts) + 3 * (len(parts) - 1))


def _line_width(part: Flowable, room: float) -> float:
    """Give balanced lines to what runs from the left; what runs from the right stands at the right edge."""
    return room if getattr(part, "is_rtl", False) else balanced(part, room * WIDEST)


def pair_card(look: Look, pair: Pair) -> Flowable:
    """Set a question as a card, or as a plain sentence when its halves are too long for one."""
    card = PairCard(look, pair)
    is_too_high = card.wrap(TEXT_WIDTH, PAGE_HEIGHT)[1] > PAGE_HEIGHT * 0.8
    return pair_line(look, pair) if is_too_high else card


def pair_line(look: Look, pair: Pair) -> Flowable:
    """Set a question as one sentence, its halves heavier."""
    halves = {"{first}": pair.first, "{second}": pair.second}
    spans = [
        Span(halves[piece], Weight.SEMIBOLD) if piece in halves else Span(piece, look.body.weight)
        for piece in re.split(r"({first}|{second})", pair.line)
    ]
    return sentence(look, spans, look.body)
