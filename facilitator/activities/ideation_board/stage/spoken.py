"""What stands on a note for the room: its words, and quietly under them who wrote it and what was also said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.activities.ideation_board.rules import Placement, authors, cards_by_cluster, lineages
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.notes_painter import NoteMeasures
from facilitator.kit.qt.theme import NoteInks, Theme

_APART = "\u2028"
"""Between the words and each quiet line. Nobody can write it: in a text it is shown as U+FFFD."""

_SMALLEST, _LARGEST, _LEADING = 32, 40, 1.125
_MOST_LINES, _MOST_ALSO = 3, 3


def spoken_cards(room: Records, block: BlockId) -> dict[ClusterId, list[Card]]:
    """The cards of a board by cluster, as `cards_by_cluster`; their texts say all that their notes say."""
    named = authors(room, block)
    also = _other_wordings(room, block)
    found = cards_by_cluster(room, block)
    if not named and not also:
        return found
    return {key: [_spoken(card, named, also.get(card.id, ())) for card in cards] for key, cards in found.items()}


def said(text: str) -> str:
    """What a note says, line under line, for whoever does not see it."""
    return text.replace(_APART, "\n")


def is_plain(text: str) -> bool:
    """Whether a note says its words and nothing else."""
    return _APART not in text


def note_high(text: str, width: float, measures: NoteMeasures, theme: Theme, lettering: Lettering) -> float:
    """How high a note of this width is with all it says."""
    words, *quiet = text.split(_APART)
    inks, wide = theme.note("grey"), measures.text_width(width)
    took = lettering.measure(words, wide, measures.style(theme, inks)).height()
    under = sum(_highs(quiet, wide, _quiet(measures, theme, inks), lettering))
    high: float = measures.padding[0] + took + under + measures.padding[2]
    return high


def write_note(
    painter: QPainter, inner: QRectF, text: str, measures: NoteMeasures, theme: Theme, inks: NoteInks, to: Lettering
) -> None:
    """Write the words into a note, and its quiet lines at its foot."""
    words, *quiet = text.split(_APART)
    style, small = measures.style(theme, inks), _quiet(measures, theme, inks)
    highs = _highs(quiet, inner.width(), small, to)
    room = inner.adjusted(0, 0, 0, -sum(highs))
    if quiet and measures.lines:
        style = style.limited(max(1, min(measures.lines, int((room.height() + 1) // measures.leading))))
    to.write(painter, room, words, style)
    # What stands under Arabic words begins where they begin, whatever script it is in.
    small = small.placed(Align.RIGHT if reads_from_right(words) else Align.LEFT)
    top = room.bottom()
    for line, high in zip(quiet, highs, strict=True):
        to.write(painter, QRectF(inner.left(), top, inner.width(), high), line, small)
        top += high


def with_quiet(text: str, quiet: Sequence[str]) -> str:
    """Words with quiet lines under them."""
    return _APART.join((text, *quiet))


def _other_wordings(room: Records, block: BlockId) -> dict[CardId, tuple[Card, ...]]:
    """The other wordings of the notes that show theirs; of the room's records only those it may see."""
    lies = (one for one in room[Placement].values() if one.board == block and one.shows_wordings)
    found = lineages(room, [one.id for one in lies])
    return {card: cards[1:] for card, cards in found.items() if len(cards) > 1}


def _spoken(card: Card, named: Mapping[CardId, str], also: Sequence[Card]) -> Card:
    quiet = [f"– {named[card.id]}"] if card.id in named else []
    quiet += [also_words(one.text, named.get(one.id, "")) for one in also[:_MOST_ALSO]]
    if more := len(also[_MOST_ALSO:]):
        quiet.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return replace(card, text=with_quiet(card.text, quiet)) if quiet else card


def also_words(text: str, author: str) -> str:
    """Another wording of a note, and who said it; "" for nobody."""
    if author:
        return _("also said: “{text}” – {author}").format(text=text, author=author)
    return _("also said: “{text}”").format(text=text)


def _highs(quiet: Sequence[str], width: float, style: TextStyle, lettering: Lettering) -> list[float]:
    return [lettering.measure(line, width, style).height() for line in quiet]


def _quiet(measures: NoteMeasures, theme: Theme, inks: NoteInks) -> TextStyle:
    pixels = min(max(_SMALLEST, measures.pixels * 0.7), _LARGEST)
    return TextStyle(theme.sized(pixels, 400), inks.text, pixels * _LEADING, lines=_MOST_LINES)
