"""A convening that decided: two wordings of a proposal, doubts, an owner, and a pulse of too few."""

from __future__ import annotations

from typing import Any

from facilitator.activities.scale.rules.points import ROTI
from facilitator.activities.scale.rules.support import Asked
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round
from facilitator.convening.ids import BallotId, BlockId, PersonId, RoundId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.words import Record, added
from tests.activities.scale.paper_rooms import MAP, SOONER, outcome, proposed, reserved, round_of
from tests.app.exporting.told import convening

PULSE = BlockId("pulse")
PRIYA = PersonId("priya")


def agreed(*consents: str) -> Records:
    """The sample's people voted before; Priya, who agreed to `consents`, sees to what they decided."""
    too_few = Round(RoundId("p1"), PULSE, 1, 1, 1, ("0", "1", "2", "3", "4", "5"), REVEALED, expected=9, ballots=2)
    there: tuple[Record[Any], ...] = (
        Block(MAP, "Agreement: open map", "scale", "Can we stand behind this?", 25, "R"),
        Block(PULSE, "ROTI", "scale", "", 5, "T"),
        Person(PRIYA, "Priya Raghunathan", "Jal Saathi", "India", is_here=True),
        Contact(PRIYA, consents=consents),
        *proposed(),
        *round_of(1, (2, 5, 4, 3, 4, 2, 2, 0), text=SOONER),
        *round_of(2),
        *reserved("d1", "=The year is too soon.", 1, "January 2028 instead."),
        *reserved("d2", "Herders’ routes could be read\nfrom the map.", 2),
        outcome(round_=2, owner=PRIYA, review="2027-06-18"),
        too_few,
        Asked(RoundId("p1"), "Was it worth our time?", 1, ROTI),
        RevealedBallot(BallotId("pb1"), RoundId("p1"), ("5",)),
        RevealedBallot(BallotId("pb2"), RoundId("p1"), ("1",)),
    )
    return convening().after(added(record) for record in there)
