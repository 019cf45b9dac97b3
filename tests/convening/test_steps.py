"""Steps: parts of a block that follow one another by themselves, with rounds and phases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.convening.agenda import RemoveBlock
from facilitator.convening.clock import LATER, GoToStep, StartBlock, where
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Standing, Step, legs_of, seconds_of, steps_of
from facilitator.convening.timebox import MINUTE
from tests.convening.given import BOARD, VOTE, Room, given, refused


def step(name: str, minutes: float = 1, within: str = "", rounds: int = 1, *, waits: bool = False) -> Step:
    return Step(
        StepId(name), BOARD.id, f"Do {name}", round(minutes * 60), rounds=rounds, within=StepId(within), waits=waits
    )


ONE_TWO_FOUR_ALL = (step("one", 1), step("two", 2), step("four", 4), step("all", 5))
TROIKA = (
    step("round", 10, rounds=3), step("ask", 2, "round"), step("clarify", 2, "round"), step("advise", 4, "round"),
    step("thank", 2, "round"),
)  # fmt: skip


def planned(*steps: Step) -> Room:
    room = given()
    room.when(PlanSteps(BOARD.id, steps))
    return room


def running(*steps: Step) -> Room:
    room = planned(*steps)
    room.when(StartBlock(BOARD.id))
    return room


def stands(room: Room) -> Standing:
    found = where(room.records, BOARD.id, room.now)
    assert found is not None
    return found


def shown(room: Room) -> tuple[str, int, float]:
    found = stands(room)
    return found.leg.inner.text.removeprefix("Do "), found.leg.round, found.left_ms / MINUTE


def test_check_5_a_12_minute_1_2_4_all_runs_1_2_4_5_with_no_hand_on_the_keyboard() -> None:
    """Check 5. TM2: steps advance by themselves; nobody says a word to the desk."""
    room = running(*ONE_TWO_FOUR_ALL)
    seen = []
    for _minute in range(13):
        seen.append(shown(room)[0])
        room.later(MINUTE)

    assert seen == ["one", "two", "two", *["four"] * 4, *["all"] * 6]
    assert shown(room) == ("all", 1, -1)
    assert len([fact for fact in room.facts if fact.kind.startswith("agenda.")]) == 2


def test_troika_is_three_rounds_of_four_phases_and_its_outer_time_is_known() -> None:
    """TM1: block > step > round > phase; the innermost running level drives, the outer times are there too."""
    room = running(*TROIKA)
    room.later(15 * MINUTE)

    assert shown(room) == ("advise", 2, 3)
    assert stands(room).step_left_ms() == 15 * MINUTE
    assert (stands(room).place, len(stands(room).legs)) == (6, 12)
    following = stands(room).following
    assert following is not None
    assert following.inner.text == "Do thank"
    assert seconds_of(TROIKA) == 30 * 60


def test_steps_keep_the_order_they_were_given_and_new_ones_get_ids() -> None:
    room = planned(*TROIKA)
    first = steps_of(room.records, BOARD.id)
    assert [each.text for each in first] == [each.text for each in TROIKA]
    assert {each.within for each in first} == {"", first[0].id}

    room.when(PlanSteps(BOARD.id, (first[0], first[2], first[1], step("new", 3))))

    after = steps_of(room.records, BOARD.id)
    assert [each.text for each in after] == ["Do round", "Do clarify", "Do ask", "Do new"]
    assert [each.id for each in after[:3]] == [first[0].id, first[2].id, first[1].id]


def test_a_phase_outlives_its_step_when_it_is_told_to() -> None:
    room = planned(*TROIKA)
    kept = steps_of(room.records, BOARD.id)[1]

    room.when(PlanSteps(BOARD.id, (replace(kept, within=StepId("")),)))

    assert [(each.id, each.within) for each in steps_of(room.records, BOARD.id)] == [(kept.id, "")]
    room.undo()
    assert len(steps_of(room.records, BOARD.id)) == len(TROIKA)


def test_a_step_that_waits_goes_over_until_the_guide_says_so() -> None:
    room = running(step("talk", 2, waits=True), step("write", 3))
    room.later(5 * MINUTE)
    assert shown(room) == ("talk", 1, -3)

    room.when(GoToStep(LATER))

    assert shown(room) == ("write", 1, 3)


def test_a_step_that_waits_holds_at_the_end_of_each_round_and_not_between_its_phases() -> None:
    legs = legs_of(planned(replace(TROIKA[0], waits=True), *TROIKA[1:]).records, BOARD.id)

    assert [leg.waits for leg in legs] == [False, False, False, True] * 3


def test_a_block_that_waits_makes_every_leg_wait_and_a_quiet_one_chimes_nowhere() -> None:
    legs = legs_of(planned(*ONE_TWO_FOUR_ALL).records, BOARD.id, waits=True, chimes=False)

    assert all(leg.waits and not leg.chimes for leg in legs)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((step("a", 0),), "step.bad_length"),
        ((step("a", rounds=0),), "step.bad_rounds"),
        ((step("a", within="nowhere"),), "step.misplaced"),
        ((step("a"), step("a")), "step.misplaced"),
        ((step("a"), step("b", within="a"), step("c", within="b")), "step.misplaced"),
        (tuple(step(str(at)) for at in range(61)), "step.too_many"),
        ((replace(step("a"), text=" "),), "text.empty"),
    ],
)
def test_steps_that_make_no_sense_are_refused_and_change_nothing(steps: tuple[Step, ...], code: str) -> None:
    room = planned(*ONE_TWO_FOUR_ALL)
    before = room.records

    with refused(code):
        room.when(PlanSteps(BOARD.id, steps))

    assert room.records is before


def test_steps_go_and_come_back_with_their_block() -> None:
    room = planned(*TROIKA)
    room.when(RemoveBlock(BOARD.id))
    assert steps_of(room.records, BOARD.id) == []
    room.undo()
    assert len(steps_of(room.records, BOARD.id)) == len(TROIKA)


def test_a_block_without_steps_stands_nowhere_and_so_does_one_that_never_ran() -> None:
    room = planned(*ONE_TWO_FOUR_ALL)
    assert where(room.records, BOARD.id, room.now) is None
    room.when(StartBlock(VOTE.id))
    assert where(room.records, VOTE.id, room.now) is None
