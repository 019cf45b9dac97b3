"""How much support is enough, said before anybody answers, and what the answers come to. A scale is never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.activities.scale.rules.points import AGREEMENT, DECIDING, Scale, the_scale
from facilitator.convening.ballots import FEWEST_FOR_SECRECY, REVEALED, Round, revealed
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal, Seen, Wish

MOST_PEOPLE = 2000
"""The most people whose support may be asked for."""

STAKES, DURATION, DIFFICULTY, BUY_IN = "stakes", "duration", "difficulty", "buy_in"
WEIGHTS = (STAKES, DURATION, DIFFICULTY, BUY_IN)
"""What makes a decision weigh: much at stake, for long, hard to do, many are needed. Source: practice, rule DE2."""

_SHARES = (50, 60, 67, 75, 90)
"""What share of the room is enough, in percent, by how many of the four weigh much. An assumption of ours."""

SUPPORTED, NOT_ENOUGH, BLOCKED = "supported", "not_enough", "blocked"
"""What the answers of a round come to by the rule that was set."""


@dataclass(frozen=True, slots=True)
class SupportRule(Record[BlockId]):
    """How much support is enough: `enough` people within the `counts` points of most agreement; 0 when not set yet.

    `may_block`: one answer at the last point is enough for no. `weights` are what weighs much, `agreed` is when the
    rule was set (UTC ms).
    """

    enough: int = 0
    counts: int = 3
    may_block: bool = True
    weights: tuple[str, ...] = ()
    agreed: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class Asked(Record[RoundId]):
    """What one round asked, by which scale and which rule: all of it as it was when the round opened."""

    text: str = ""
    version: int = 0
    kind: str = AGREEMENT
    labels: tuple[str, ...] = ()
    enough: int = 0
    counts: int = 0
    may_block: bool = False

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "round"}

    @property
    def scale(self) -> Scale:
        """The scale it was asked by."""
        return Scale(BlockId(""), self.kind, self.labels)

    @property
    def supporting(self) -> tuple[str, ...]:
        """The points that count as support, in the order in which the room reads them; () where none decide."""
        return supporting(self.scale, self.counts) if self.enough else ()

    @property
    def blocking(self) -> str:
        """The point that one answer makes a no, "" where there is none."""
        return blocking(self.scale) if self.enough and self.may_block else ""


@dataclass(frozen=True, slots=True)
class SetRule(Wish):
    """Say how much support is enough, before anybody answers."""

    enough: int
    counts: int = 3
    may_block: bool = True
    weights: tuple[str, ...] = ()


def sound(scale: Scale, wish: SetRule, at: int) -> SupportRule:
    """A rule as it is kept. Raises Refusal scale.bad_rule."""
    fits = 1 <= wish.enough <= MOST_PEOPLE and 1 <= wish.counts < scale.count
    if scale.kind not in DECIDING or not fits or not set(wish.weights) <= set(WEIGHTS):
        raise Refusal("scale.bad_rule")
    weights = tuple(weight for weight in WEIGHTS if weight in wish.weights)
    return SupportRule(scale.id, wish.enough, wish.counts, wish.may_block, weights, at)


def the_rule(records: Records, block: BlockId) -> SupportRule:
    """The rule of a block; one that is not set yet asks for the points that usually count.

    Those are the better three eighths of a scale of agreement, and the better half of a fist to five.
    """
    found = records[SupportRule].get(block)
    if found is not None:
        return found
    scale = the_scale(records, block)
    return SupportRule(block, counts=usual_counts(scale))


def usual_counts(scale: Scale) -> int:
    """How many points usually count as support: three of eight gradients, two of five, three of six hands."""
    return max(1, round(scale.count * 3 / 8)) if scale.kind == AGREEMENT else scale.count // 2


def supporting(scale: Scale, counts: int) -> tuple[str, ...]:
    """The points that count as support, in the order in which the room reads them."""
    return tuple(sorted(scale.from_best[:counts], key=int))


def blocking(scale: Scale) -> str:
    """The point of least agreement."""
    return scale.from_best[-1]


def heard_first(scale: Scale, counts: int) -> tuple[str, ...]:
    """The points that are heard before the others: all that do not count as support. Source: practice, DE2 and DE3."""
    return tuple(sorted(scale.from_best[counts:], key=int))


def enough_for(people: int, weights: int) -> int:
    """Suggest how many people are enough: a share of the room that rises with how many of the four weigh much."""
    return max(1, -(-people * _SHARES[weights] // 100))


def asked(records: Records, round_: RoundId) -> Asked:
    """What a round asked."""
    return records[Asked].get(round_, Asked(round_))


def spread(records: Records, round_: Round) -> dict[str, int]:
    """How many chose each point, in the order in which the room reads them; empty before the reveal."""
    if round_.state != REVEALED:
        return {}
    counts = Counter(point for choice in revealed(records, round_.id) for point in choice)
    return {point: counts[point] for point in asked(records, round_.id).scale.points}


def is_told(records: Records, round_: Round) -> bool:
    """Whether the spread may be shown: a pulse of so few would say who gave what. Source: practice, rule DE5.

    Where something is decided the room was told before that secrecy cannot be promised, and sees it.
    """
    decides = asked(records, round_.id).kind in DECIDING
    return round_.state == REVEALED and (decides or round_.ballots >= FEWEST_FOR_SECRECY)


def support(records: Records, round_: Round) -> int:
    """How many support what was asked; 0 before the reveal."""
    counts = spread(records, round_)
    return sum(counts.get(point, 0) for point in asked(records, round_.id).supporting)


def verdict(records: Records, round_: Round) -> str:
    """What a revealed round came to by its rule: supported, not enough, or blocked; "" where nothing is decided."""
    question = asked(records, round_.id)
    if round_.state != REVEALED or not question.enough:
        return ""
    if question.blocking and spread(records, round_).get(question.blocking):
        return BLOCKED
    return SUPPORTED if support(records, round_) >= question.enough else NOT_ENOUGH


def people(records: Records, round_: Round) -> int:
    """Of how many an answer is or was expected: whoever was here at the opening, here now, or answered."""
    now = here(records) if round_.state != REVEALED else 0
    return max(round_.expected, round_.ballots, now)
