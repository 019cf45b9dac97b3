"""The points of a scale: how many, from which number, what they are called, and where agreement lies on it.

A choice is the number of a point as text: "1" to "8" on the gradients of agreement, "0" to "5" on fist to five.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.agenda import Block
from facilitator.convening.cards import proper
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal, Seen, Wish

AGREEMENT, FIST, ROTI, RATING = "agreement", "fist", "roti", "rating"
"""The kinds of scales: gradients of agreement, fist to five, return on time invested, and plain ratings."""

DECIDING = (AGREEMENT, FIST)
"""The kinds that ask whether to go on with something: they open only when it is said how much support is enough."""

USUAL: Mapping[str, int] = {AGREEMENT: 8, FIST: 6, ROTI: 6, RATING: 5}
"""How many points each kind has. Source: practice, rules DE2, DE3, DE5."""

FEWEST, MOST = 3, 8
"""How many points a scale may have; gradients of agreement have at least `FEWEST_GRADIENTS`."""

FEWEST_GRADIENTS = 5
"""Source: practice, rule DE2."""

LONGEST_LABEL = 40
"""The most code points of the name of a point."""

_SHADES = 8
_BY_METHOD = {"gradients": AGREEMENT, "fist_to_five": FIST, "roti": ROTI}


@dataclass(frozen=True, slots=True)
class Scale(Record[BlockId]):
    """The scale of one block. `labels` are names of its own for all points, () for the usual ones."""

    kind: str = AGREEMENT
    labels: tuple[str, ...] = ()

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}

    @property
    def count(self) -> int:
        """How many points it has."""
        return len(self.labels) or USUAL[self.kind]

    @property
    def first(self) -> int:
        """The number of its first point: hands begin with none; of the others those with six points."""
        return 0 if self.kind in (FIST, ROTI) and self.count == USUAL[self.kind] else 1

    @property
    def points(self) -> tuple[str, ...]:
        """The points in the order in which the room reads them."""
        return tuple(str(number) for number in range(self.first, self.first + self.count))

    @property
    def from_best(self) -> tuple[str, ...]:
        """The points from most to least agreement: gradients begin with it, the others end with it."""
        return self.points if self.kind == AGREEMENT else self.points[::-1]


@dataclass(frozen=True, slots=True)
class SetScale(Wish):
    """Choose the kind of scale, and names for its points; () for the usual ones."""

    kind: str
    labels: tuple[str, ...] = ()


def the_scale(records: Records, block: BlockId) -> Scale:
    """The scale of a block: as somebody chose it, else the one its method asks for."""
    found = records[Scale].get(block)
    if found is not None:
        return found
    entry = records[Block].get(block)
    method = entry.method if entry is not None else ""
    return Scale(block, _BY_METHOD.get(method, RATING) if method else AGREEMENT)


def sound(block: BlockId, kind: str, labels: tuple[str, ...]) -> Scale:
    """A scale as it is kept. Raises Refusal scale.bad_points, scale.long_label (longest), text.empty."""
    if kind not in USUAL:
        raise Refusal("scale.bad_points")
    fewest = FEWEST_GRADIENTS if kind == AGREEMENT else FEWEST
    if labels and not fewest <= len(labels) <= MOST:
        raise Refusal("scale.bad_points")
    named = tuple(proper(label) for label in labels)
    if any(len(label) > LONGEST_LABEL for label in named):
        raise Refusal("scale.long_label", longest=LONGEST_LABEL)
    return Scale(block, kind, named)


def shade(scale: Scale, point: str) -> int:
    """Which of the eight shades of agreement a point has, 0 for the most; -1 where a scale is no agreement.

    Fewer points than eight are spread, so that both ends keep their colour.
    """
    if scale.kind not in DECIDING:
        return -1
    place = scale.from_best.index(point)
    return (place * (_SHADES - 1) * 2 + scale.count - 1) // (2 * (scale.count - 1))
