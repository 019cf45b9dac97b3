"""What stands on a note for the room: its words, and under them in quiet lines who wrote it, if that may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.ideation_board.rules import authors, cards_by_cluster
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.records import Records
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright
from facilitator.kit.qt.notes_painter import NoteMeasures
from facilitator.kit.qt.theme import NoteInks, Theme

_APART = "\u2028"
"""Between the words and each quiet line. Nobody can write it: in a text it is shown as U+FFFD."""

_SMALLEST, _LARGEST, _LEADING = 32, 40, 1.125


def spoken_cards(room: Records, block: BlockId) -> dict[ClusterId, list[Card]]:
    """The cards of a board by cluster, as `cards_by_cluster`; their texts say all that their notes say."""
    named = authors(room, block)
    found = cards_by_cluster(room, block)
    if not named:
        return found
    return {key: [_spoken(card, named.get(card.id, "")) for card in cards] for key, cards in found.items()}


def said(text: str) -> str:
    """What a note says, line under line, for whoever does not see it."""
    return text.replace(_APART, "\n")


def note_high(text: str, width: float, measures: NoteMeasures, theme: Theme, lettering: Lettering) -> float:
    """How high a note of this width is with all it says."""
    words, *quiet = text.split(_APART)
    style = measures.style(theme, theme.note("grey"))
    took = lettering.measure(words, measures.text_width(width), style).height()
    high: float = measures.padding[0] + took + len(quiet) * _quiet(measures, theme, theme.note("grey")).leading
    return high + measures.padding[2]


def write_note(
    painter: QPainter, inner: QRectF, text: str, measures: NoteMeasures, theme: Theme, inks: NoteInks, to: Lettering
) -> None:
    """Write the words into a note, and its quiet lines at its foot."""
    words, *quiet = text.split(_APART)
    style, small = measures.style(theme, inks), _quiet(measures, theme, inks)
    room = inner.adjusted(0, 0, 0, -len(quiet) * small.leading)
    if quiet and measures.lines:
        style = style.limited(max(1, min(measures.lines, int((room.height() + 1) // measures.leading))))
    to.write(painter, room, words, style)
    for at, line in enumerate(quiet):
        box = QRectF(inner.left(), room.bottom() + at * small.leading, inner.width(), small.leading)
        to.write(painter, box, line, small)


def with_quiet(text: str, quiet: Sequence[str]) -> str:
    """Words with quiet lines under them."""
    return _APART.join((text, *quiet))


def _spoken(card: Card, name: str) -> Card:
    return replace(card, text=with_quiet(card.text, (f"– {name}",))) if name else card


def _quiet(measures: NoteMeasures, theme: Theme, inks: NoteInks) -> TextStyle:
    pixels = min(max(_SMALLEST, measures.pixels * 0.7), _LARGEST)
    style = TextStyle(theme.sized(pixels, 400), inks.text, pixels * _LEADING, lines=1)
    return style.placed(style.align, Upright.MIDDLE)
