"""A convening of two days with steps that ran, a block that was dropped, and everything private a block can hold."""

from __future__ import annotations

from facilitator.convening.agenda import Block
from facilitator.convening.clock import StepTime
from facilitator.convening.days import Day
from facilitator.convening.ids import DayId, PersonId, StepId, StepTimeId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.steps import Step
from facilitator.convening.words import added, changed
from tests.app.exporting.told import BOARD, VOTE, WICKED, convening

PRIVATE = ("PRIVATEDESCRIPTION", "PRIVATEGOAL", "PRIVATEOUTPUT", "PRIVATEPENS", "PRIVATECHAIRS", "Scribe: Kofi")


def two_days() -> Records:
    """As `told.convening`, on two days."""
    records = convening()
    board, vote, wicked = (records[Block][key] for key in (BOARD, VOTE, WICKED))
    ask = StepId("ask")
    return records.after(
        (
            changed(
                board,
                description=PRIVATE[0],
                goal=PRIVATE[1],
                output=PRIVATE[2],
                materials=PRIVATE[3],
                room_setup=PRIVATE[4],
                roles=("scribe:kofi",),
                protection="kept",
                priority="must",
                method="",
                pinned=570,
            ),
            changed(vote, replanned=0),
            changed(wicked, day=DayId("d2"), replanned=20),
            added(Person(PersonId("kofi"), "Kofi", is_here=True)),
            added(Day(DayId("d2"), "", "2027-03-19", 600, "1")),
            *(
                added(step)
                for step in (
                    Step(ask, BOARD, "Ask *and* answer", 600, rounds=2, place="1"),
                    Step(StepId("q"), BOARD, "Ask", 120, within=ask, place="1"),
                    Step(StepId("a"), BOARD, "Answer", 90, "Answer back", "pairs", within=ask, place="2"),
                    Step(StepId("end"), BOARD, "One word", 60, who="all", place="2"),
                )
            ),
            added(StepTime(StepTimeId("q/1"), BOARD, StepId("q"), 1, 1, 150_000)),
        )
    )
