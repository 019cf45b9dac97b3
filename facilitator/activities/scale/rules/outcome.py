"""What was decided in the end: adopted, not yet or let go; who sees to it, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal, Seen, Wish

ADOPTED, NOT_YET, LET_GO = "adopted", "not_yet", "let_go"
OUTCOMES = (ADOPTED, NOT_YET, LET_GO)
"""What a room may do with a proposal once it was heard."""


@dataclass(frozen=True, slots=True)
class Outcome(Record[BlockId]):
    """What the room decided about what `round` asked. `result` is "" while nobody said.

    `owner` sees to it, `review` is the day (ISO) on which it is looked at again; "" for nobody, and for no day.
    `at` is when it was decided (UTC ms).
    """

    result: str = ""
    round: RoundId = RoundId("")
    owner: PersonId = PersonId("")
    review: str = ""
    at: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block", "round": "round"}


@dataclass(frozen=True, slots=True)
class Decide(Wish):
    """Record what the room decided, who sees to it, and when it is looked at again; "" takes it back."""

    result: str
    owner: PersonId = PersonId("")
    review: str = ""


def the_outcome(records: Records, block: BlockId) -> Outcome:
    """What was decided in a block; "" as its result while nobody said."""
    return records[Outcome].get(block, Outcome(block))


def sound(records: Records, round_: RoundId, wish: Decide, before: Outcome, at: int) -> Outcome:
    """An outcome as it is kept; its time is that of its result. Raises Refusal scale.bad_outcome, person.none_such."""
    if not wish.result:
        return Outcome(before.id)
    if wish.result not in OUTCOMES or not _is_day(wish.review):
        raise Refusal("scale.bad_outcome")
    if wish.owner and wish.owner not in records[Person]:
        raise Refusal("person.none_such")
    is_same = (before.result, before.round) == (wish.result, round_)
    return Outcome(before.id, wish.result, round_, wish.owner, wish.review, before.at if is_same else at)


def _is_day(written: str) -> bool:
    if not written:
        return True
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
