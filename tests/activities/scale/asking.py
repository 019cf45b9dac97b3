"""A room with a proposal and a rule, that answers and reveals."""

from __future__ import annotations

from facilitator.activities.scale.rules.points import SetScale, the_scale
from facilitator.activities.scale.rules.proposal import SetProposal
from facilitator.activities.scale.rules.support import SetRule
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound, Round
from facilitator.convening.ids import BlockId, PersonId, RoundId
from facilitator.convening.people import Person
from tests.convening.given import Room, given

AGREE = Block(BlockId("agree"), "Agreement: open map", "scale", "Can we stand behind this?", 25, "L")
MAP = "We publish every reading on one open map by January 2028."
SPREAD = (6, 7, 4, 1, 2, 1, 1, 0)
"""How the room of the pictures answers, from whole-hearted yes to veto."""


def the_room(block: Block = AGREE, people: int = 0) -> Room:
    """A room with a block that asks; `people` more are here."""
    return given(block, *(Person(PersonId(f"p{number}"), f"P {number}", is_here=True) for number in range(people)))


def ready(text: str = MAP, kind: str = "", enough: int = 2, people: int = 0) -> Room:
    """A room that may open: its proposal is worded, and its rule is set."""
    room = the_room(people=people)
    if kind:
        room.when(SetScale(kind), at=AGREE.id)
    room.when(SetProposal(text), at=AGREE.id)
    if enough:
        room.when(SetRule(enough), at=AGREE.id)
    return room


def opened(room: Room) -> RoundId:
    """Open for answers."""
    return RoundId(room.when(OpenRound(the_scale(room.records, AGREE.id).points), at=AGREE.id))


def answers(room: Room, round_: RoundId, *points: str) -> None:
    """Let people answer, one after another."""
    people = list(room.records[Person])
    for person, point in zip(people, points, strict=False):
        room.when(CastBallot(round_, 1, (point,)), by=PersonId(person), at=AGREE.id)


def revealed(room: Room, round_: RoundId) -> Round:
    """Close and reveal."""
    room.when(CloseRound(round_), at=AGREE.id)
    room.when(RevealRound(round_), at=AGREE.id)
    return room.records[Round][round_]


def spread_of(*counts: int) -> tuple[str, ...]:
    """The answers that make this spread on a scale from 1."""
    return tuple(str(point) for point, count in enumerate(counts, 1) for _ in range(count))
