"""Where the notes of a printed wall lie: fields side by side, each as many lanes wide as bring it into the height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitator.kit.pdf.marks import Within
from facilitator.kit.pdf.wall_note import FieldHead, Hand, Piece, WallField, pieces
from facilitator.kit.theme import NoteColours

NARROWEST, WIDEST = 10.0, 24.0
"""How wide a note is, in sizes of its letters: a word of twenty letters has room."""

_LANE_GAP, _FIELD_GAP, _BOX = 0.5, 1.2, 0.7
"""Between the lanes of a field, between two fields, and between a field and the line round it; in sizes as well."""


class Lying(NamedTuple):
    """A piece of a note, from the left and the top of its strip."""

    piece: Piece
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class LaidField:
    """A field in a strip: its head, where it begins, how wide it is, and what of it lies here."""

    head: FieldHead
    inks: NoteColours
    left: float
    width: float
    lane_width: float
    lying: tuple[Lying, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Fields side by side under heads of one height. Its height includes them."""

    fields: tuple[LaidField, ...]
    heads: float
    height: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of a field is not laid yet. `is_again` says that some of it is."""

    field: WallField
    inks: NoteColours
    pieces: tuple[Piece, ...]
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """How wide the paper is, whether every field has a line round it, and in which hand all is written."""

    hand: Hand
    width: float
    has_boxes: bool

    @property
    def box(self) -> float:
        """Between a field and the line round it."""
        return _BOX * self.hand.size if self.has_boxes else 0.0

    @property
    def gap(self) -> float:
        """Between two fields, and between two notes of a lane."""
        return _FIELD_GAP * self.hand.size

    @property
    def lane_gap(self) -> float:
        """Between two notes of a field."""
        return _LANE_GAP * self.hand.size

    def lanes(self) -> int:
        """How many notes stand side by side at the most."""
        size = self.hand.size
        return max(1, int((self.width + self.gap) // ((NARROWEST + _LANE_GAP) * size + self.gap / 4 + self.box)))

    def heads(self, fields: Sequence[WallField], width: float) -> float:
        """How high the heads of fields may be that are no narrower than this, with the lines round the fields."""
        inks = self.hand.look.theme.notes
        made = [FieldHead(self.hand, each, inks[each.colour], width, is_again=True) for each in fields]
        return max(head.height for head in made) + 2 * self.box

    def lane_width(self, fields: int, lanes: int) -> float:
        """How wide a note is where so many lanes are shared among so many fields."""
        taken = (fields - 1) * self.gap + (lanes - fields) * self.lane_gap + 2 * fields * self.box
        return (self.width - taken) / lanes


def measured(measures: Measures, field: WallField, width: float, most: float, whole: Within) -> Waiting:
    """All of a field, its notes set in a width; none of their pieces is higher than `most`."""
    look = measures.hand.look
    inks = look.theme.notes[field.colour]
    found = [piece for note in field.notes for piece in pieces(measures.hand, note, inks, width, most, whole)]
    return Waiting(field, inks, tuple(found))


def allotted(measures: Measures, waiting: Sequence[Waiting], lanes: int, room: float) -> list[int]:
    """How many lanes each field gets: the tallest one more, until all are within the room or no lane is left."""
    found = [1] * len(waiting)
    highs = [_depth(measures, each.pieces, 1) for each in waiting]
    while sum(found) < lanes:
        at = highs.index(max(highs))
        if highs[at] <= room or found[at] >= len(waiting[at].pieces):
            break
        found[at] += 1
        highs[at] = _depth(measures, waiting[at].pieces, found[at])
    return found


def lay_strip(
    measures: Measures, waiting: Sequence[Waiting], lanes: Sequence[int], width: float, room: float
) -> tuple[Strip, list[Waiting]]:
    """Lay what has room, lane by lane as people read; give the strip, and what goes on elsewhere."""
    box, gap = measures.box, measures.gap
    wide = [count * width + (count - 1) * measures.lane_gap for count in lanes]
    heads = [
        FieldHead(measures.hand, each.field, each.inks, each_wide, is_again=each.is_again)
        for each, each_wide in zip(waiting, wide, strict=True)
    ]
    high = max(head.height for head in heads)
    laid, rest, left, deepest = list[LaidField](), list[Waiting](), 0.0, 0.0
    for each, head, count, each_wide in zip(waiting, heads, lanes, wide, strict=True):
        lying, foot = _in_lanes(measures, each.pieces, count, width, room - high - 2 * box)
        deepest = max(deepest, foot)
        at = left + box
        if measures.hand.is_mirrored:
            at = measures.width - at - each_wide
        laid.append(LaidField(head, each.inks, at, each_wide, width, tuple(lying)))
        if len(lying) < len(each.pieces):
            rest.append(Waiting(each.field, each.inks, each.pieces[len(lying) :], is_again=True))
        left += each_wide + 2 * box + gap
    return Strip(tuple(laid), high, high + deepest + 2 * box), rest


def _in_lanes(
    measures: Measures, waiting: Sequence[Piece], lanes: int, width: float, room: float
) -> tuple[list[Lying], float]:
    """The pieces that have room, in order: the lane that is free soonest takes the next; and how deep they reach."""
    gap, feet, found = measures.lane_gap, [0.0] * lanes, list[Lying]()
    for piece in waiting:
        lane = feet.index(min(feet))
        # What follows must not slip into a gap that is left: the order is what people made.
        if found and feet[lane] + piece.height > room + 0.5:
            break
        at = lanes - 1 - lane if measures.hand.is_mirrored else lane
        found.append(Lying(piece, at * (width + gap), feet[lane]))
        feet[lane] += piece.height + gap
    return found, max(feet) - gap if found else 0.0


def _depth(measures: Measures, waiting: Sequence[Piece], lanes: int) -> float:
    return _in_lanes(measures, waiting, lanes, 0, float("inf"))[1]
