"""What hangs on a printed wall: a note on its colour, and the head of a field with letter, name, count and rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from facilitator.kit.pdf.look import Align, Look, TextStyle, paint
from facilitator.kit.pdf.marks import DECORATION, Within, marked
from facilitator.kit.pdf.sections import list_part
from facilitator.kit.pdf.text import line_width, reads_from_right, words
from facilitator.kit.pdf.typeface import Weight
from facilitator.kit.theme import NoteColours

_EDGE, _RADIUS = 0.3, 0.25
"""The coloured edge of a note and its round corners, in sizes of its letters."""

_LEADING, _CAPTION, _NAME_LINES = 1.24, 0.82, 5

LINE_HEIGHT = 1.4
"""The highest line of any script, in sizes of its letters."""


@dataclass(frozen=True, slots=True)
class WallNote:
    """A note: its words, and a quiet line below them, "" for none."""

    text: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class WallField:
    """Notes that belong together. `colour` is the name of their colour ("sky"); what is no cluster has no letter."""

    letter: str
    name: str
    colour: str
    notes: Sequence[WallNote] = ()


@dataclass(frozen=True, slots=True)
class Hand:
    """How a wall is written: the size of the letters in points, and whether the room reads from the right."""

    look: Look
    size: float
    is_mirrored: bool = False

    def said(self, text: str, style: TextStyle, role: str = "P") -> Flowable:
        """Set a text so that it begins where the room begins to read, whatever script it is in."""
        is_turned = self.is_mirrored != reads_from_right(text)
        return words(self.look, text, style.but(align=Align.END) if is_turned else style, role)

    def written(self, text: str, style: TextStyle, role: str) -> Flowable:
        """Set the words of a note: what is read from the right begins there, in every room."""
        is_turned = self.is_mirrored and not reads_from_right(text)
        return words(self.look, text, style.but(align=Align.END) if is_turned else style, role)

    def style(self, share: float, weight: Weight, colour: str) -> TextStyle:
        """Letters of a share of the size."""
        return TextStyle(self.size * share, self.size * share * _LEADING, weight, colour)


class Piece(NamedTuple):
    """One of the parts that a note lies in: most notes are one piece, one higher than the paper is several."""

    words: Flowable
    words_high: float
    caption: Flowable | None
    caption_high: float
    height: float
    line: tuple[Within, ...]


def pieces(hand: Hand, note: WallNote, inks: NoteColours, width: float, most: float, whole: Within) -> list[Piece]:
    """A note set in a width, a line of the list `whole`, cut where it would be higher than `most`."""
    pad = _pad(hand)
    inner, spare = width - 2 * pad - hand.size * _EDGE, most - 2 * pad
    caption = _caption(hand, note.caption, inks) if note.caption else None
    below = caption.wrap(inner, spare)[1] if caption is not None else 0.0
    text = hand.written(note.text, hand.style(1, Weight.MEDIUM, inks.text), "LBody")
    parts: list[Flowable] = [text]
    while parts[-1].wrap(inner, spare)[1] > spare - below:
        cut = parts[-1].split(inner, spare - below)
        if len(cut) < 2:
            break
        parts[-1:] = cut
    made, line = list[Piece](), list_part(hand.look, whole)
    for at, part in enumerate(parts):
        high, is_last = part.wrap(inner, spare)[1], at == len(parts) - 1
        under = below if is_last else 0.0
        made.append(Piece(part, high, caption if is_last else None, under, high + under + 2 * pad, line))
    return made


def _caption(hand: Hand, text: str, inks: NoteColours) -> Flowable:
    return hand.said(text, hand.style(_CAPTION, Weight.REGULAR, inks.text), "LBody")


def draw_piece(
    canvas: Canvas, hand: Hand, piece: Piece, inks: NoteColours, box: tuple[float, float, float, float]
) -> None:
    """Draw one piece of a note into a box: left, bottom, width, height."""
    left, bottom, wide, high = box
    edge, pad = hand.size * _EDGE, _pad(hand)
    shape = canvas.beginPath()
    shape.roundRect(left, bottom, wide, high, hand.size * _RADIUS)
    canvas.saveState()
    canvas.clipPath(shape, stroke=0, fill=0)
    canvas.setFillColor(paint(inks.fill))
    canvas.rect(left, bottom, wide, high, stroke=0, fill=1)
    canvas.setFillColor(paint(inks.edge))
    canvas.rect(left + wide - edge if hand.is_mirrored else left, bottom, edge, high, stroke=0, fill=1)
    canvas.restoreState()
    begins = left + pad + (0 if hand.is_mirrored else edge)
    for part, foot in ((piece.words, bottom + pad + piece.caption_high), (piece.caption, bottom + pad)):
        if part is not None:
            part.within = piece.line
            part.drawOn(canvas, begins, foot)


class FieldHead:
    """The head of a field. Where a field goes on, its head says so and is no heading any more."""

    def __init__(self, hand: Hand, field: WallField, inks: NoteColours, width: float, *, is_again: bool) -> None:
        look, size = hand.look, hand.size
        self._hand, self._field, self._inks, self._width = hand, field, inks, width
        self._is_again = is_again
        self._letter = hand.style(0.95, Weight.BOLD, inks.letter)
        self._count = hand.style(_CAPTION, Weight.REGULAR, look.theme.colours.ink_2)
        count = str(len(field.notes))
        self._said = "" if is_again else count
        self._tag = max(size * 1.5, line_width(look, field.letter, self._letter) + size * 0.7) if field.letter else 0.0
        self._begins = self._tag + size * 0.5 if field.letter else 0.0
        room = width - self._begins - line_width(look, count, self._count) - size * 0.5
        style = hand.style(1.06, Weight.BOLD, look.theme.colours.ink)
        self._room = max(room, size)
        self._name, self._name_high = self._named(field.name, style)
        self._line = style.leading
        self.height: float = max(self._name_high, size * 1.5) + size * 0.85

    def _named(self, name: str, style: TextStyle) -> tuple[Flowable, float]:
        """The name in a few lines, and how high they are: a longer one would leave no room for its notes.

        The whole of it heads the list that follows the wall.
        """
        shown = name
        while True:
            whole = self._hand.look.gettext("{name}, continued").format(name=shown) if self._is_again else shown
            said = self._hand.said(whole, style, DECORATION if self._is_again else "H2")
            high = said.wrap(self._room, 1)[1]
            if high <= _NAME_LINES * style.size * LINE_HEIGHT + 1 or len(name) < 2:
                return said, high
            name = name[: len(name) * 9 // 10].rstrip()
            shown = f"{name} …"

    def draw_on(self, canvas: Canvas, left: float, top: float, high: float) -> None:
        """Draw it, `top` above the lower edge of the page, and its rule at the foot of `high`."""
        size, is_mirrored, right = self._hand.size, self._hand.is_mirrored, left + self._width
        side = size * 1.5
        if self._tag:
            at = right - self._tag if is_mirrored else left
            canvas.setFillColor(paint(self._inks.edge))
            canvas.roundRect(at, top - side, self._tag, side, size * _RADIUS, stroke=0, fill=1)
            self._draw(canvas, self._field.letter, self._letter, at, self._tag, top - side / 2)
        canvas.setFillColor(paint(self._inks.edge if self._tag else self._hand.look.theme.colours.line_strong))
        canvas.rect(left, top - high + size * 0.4, self._width, size * 0.2, stroke=0, fill=1)
        begins = right - self._begins - self._room if is_mirrored else left + self._begins
        lower = (side - self._line) / 2 if self._name_high < self._line * 1.5 else 0.0
        self._name.drawOn(canvas, begins, top - lower - self._name_high)
        if self._said:
            wide = line_width(self._hand.look, self._said, self._count)
            self._draw(canvas, self._said, self._count, left if is_mirrored else right - wide, wide, top - side / 2)

    def _draw(self, canvas: Canvas, text: str, style: TextStyle, left: float, wide: float, middle: float) -> None:
        """A letter or a number in the middle of where it stands."""
        said = words(self._hand.look, text, style.but(align=Align.CENTRE), DECORATION if self._is_again else "P")
        high = said.wrap(wide + 4, 1)[1]
        said.drawOn(canvas, left - 2, middle - high / 2)


def _pad(hand: Hand) -> float:
    return hand.size * 0.5


def draw_box(canvas: Canvas, hand: Hand, box: tuple[float, float, float, float]) -> None:
    """The line round a field of a wall: left, bottom, width, height."""
    with marked(canvas, DECORATION):
        canvas.setStrokeColor(paint(hand.look.theme.colours.line_strong))
        canvas.setLineWidth(0.75)
        canvas.roundRect(*box, hand.size * _RADIUS, stroke=1, fill=0)
