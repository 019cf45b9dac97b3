"""What the minutes of a day go to. Source: practice, TM14."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import PAUSE
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId, PersonId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.sums import ALONE, PLENARY, SMALL, sums_of, sums_of_day
from tests.convening.given import AMINA, BOARD, CONVENING, LUNCH, PEOPLE, TOMAS, VOTE, WICKED, Room


def step(key: str, who: str, minutes: int, rounds: int = 1, within: str = "") -> Step:
    return Step(StepId(key), BlockId(""), key, minutes * 60, who=who, rounds=rounds, within=StepId(within))


def test_work_and_rest_are_told_apart_and_each_kind_has_its_minutes() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, category="decide"), replace(LUNCH, category=PAUSE))

    sums = sums_of_day(room.records, FIRST_DAY)

    assert (sums.work, sums.rest) == (55, 60)
    assert sums.categories == {"gather": 40, "decide": 15, PAUSE: 60}


def test_tm14_minutes_go_by_family_and_by_process_and_task() -> None:
    """TM14: pauses belong to no family; what nobody tagged is told as such."""
    blocks = (
        replace(BOARD, family="doing", mode="task"),
        replace(VOTE, family="seeing", mode="process"),
        replace(WICKED, family="seeing"),
        replace(LUNCH, category=PAUSE, family="being"),
    )
    room = Room(CONVENING, *blocks)

    sums = sums_of(room.records, blocks)

    assert sums.families == {"doing": 40, "seeing": 40}
    assert sums.modes == {"task": 40, "process": 15, "": 25}


def test_who_sits_together_follows_the_steps_their_rounds_and_their_phases() -> None:
    room = Room(CONVENING, BOARD)
    steps = (
        step("think", "solo", 2),
        step("talk", "pairs", 1, rounds=3),
        step("clients", "trios", 9, rounds=2),
        step("ask", "", 3, within="clients"),
        step("tell", "all", 4, within="clients"),
    )
    room.when(PlanSteps(BOARD.id, steps))

    assert sums_of_day(room.records, FIRST_DAY).together == {ALONE: 2, SMALL: 3 + 6, PLENARY: 8, "": 40 - 19}


def test_a_block_counts_for_everybody_who_guides_it() -> None:
    guided = replace(BOARD, guide=AMINA, roles=(f"guide:{TOMAS}", "scribe:wei"))
    room = Room(CONVENING, *PEOPLE, guided, VOTE)

    assert sums_of_day(room.records, FIRST_DAY).guides == {AMINA: 40, TOMAS: 40, PersonId(""): 15}


def test_an_empty_day_has_no_minutes() -> None:
    sums = sums_of_day(Room(CONVENING).records, FIRST_DAY)

    assert (sums.work, sums.rest, sums.categories, sums.guides) == (0, 0, {}, {})
