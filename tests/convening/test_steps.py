"""Steps: parts of a block that follow one another by themselves, with rounds and phases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from facilitator.convening.agenda import RemoveBlock
from facilitator.convening.clock import LATER, GoToStep, StartBlock, where
from facilitator.convening.ids import StepId
from facilitator.convening.place import places
from facilitator.convening.planning import PlanSteps
from facilitator.convening.records import Records
from facilitator.convening.steps import Legs, Standing, Step, legs_of, seconds_of, standing, steps_of
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import added
from tests.convening.given import BOARD, BOOK, VOTE, Room, given, refused


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


def walked(legs: Legs, box: Timebox, now: int) -> Standing:
    """Where legs stand, found by going through them one after the other."""
    place = next((at for at, leg in enumerate(legs) if leg.key == box.leg), 0)
    is_known = legs[place].key == box.leg
    since, length = (box.leg_since, box.leg_ms) if is_known else (box.started, legs[place].length_ms)
    at = box.stands_at(now)
    while at >= since + length and not legs[place].waits and place + 1 < len(legs):
        since, place = since + length, place + 1
        length = legs[place].length_ms
    return Standing(legs, place, since, length, since + length - at)


@st.composite
def some_steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """Steps with rounds, some of them with phases, some that wait."""
    found: list[Step] = []
    for at in range(draw(st.integers(1, 5))):
        rounds, waits = draw(st.integers(1, 4)), draw(st.booleans())
        step = Step(StepId(f"s{at}"), BOARD.id, "Do", draw(st.integers(1, 90)), rounds=rounds, waits=waits)
        phases = [
            Step(StepId(f"s{at}p{number}"), BOARD.id, "Part", seconds, within=step.id, waits=draw(st.booleans()))
            for number, seconds in enumerate(draw(st.lists(st.integers(1, 30), max_size=3)))
        ]
        found += [step, *phases]
    return tuple(replace(step, place=place) for step, place in zip(found, places(len(found)), strict=True))


@given_any(some_steps(), st.data(), st.booleans())
def test_the_running_leg_is_the_one_that_is_found_by_going_through_them(
    steps: tuple[Step, ...], data: st.DataObject, waits: bool
) -> None:
    """TM1, TM3: whatever leg the clock is anchored in, for however long, and whenever it is looked at."""
    records = Records(BOOK.kinds).after((added(BOARD), *(added(step) for step in steps)))
    legs = legs_of(records, BOARD.id, waits=waits)
    whole = sum(leg.length_ms for leg in legs)
    box = Timebox(
        BOARD.id,
        started=data.draw(st.integers(1, 10_000)),
        paused_at=data.draw(st.just(0) | st.integers(1, whole)),
        leg=data.draw(st.sampled_from(["", "gone/1", *(leg.key for leg in legs)])),
        leg_since=data.draw(st.integers(0, whole)),
        leg_ms=data.draw(st.integers(0, 200_000)),
    )
    moments = [box.leg_since + box.leg_ms + begins for begins in legs.begins] + [box.started + b for b in legs.begins]
    now = data.draw(st.integers(0, 2 * whole + 20_000) | st.sampled_from(moments))

    assert standing(legs, box, now) == walked(legs, box, now)


def test_the_most_legs_a_block_can_have_are_not_walked_through_each_time() -> None:
    """Sixty steps of sixty rounds: what was worked out once is there the next time."""
    steps = tuple(Step(StepId(f"n{at}"), BOARD.id, "Do", 1, rounds=60) for at in range(60))
    room = given()
    room.when(PlanSteps(BOARD.id, steps))
    room.when(StartBlock(BOARD.id))
    first, later = (where(room.records, BOARD.id, room.now + after) for after in (0, 3_599_000))
    assert first is not None
    assert later is not None

    assert (first.place, later.place, len(later.legs)) == (0, 3599, 3600)
    assert later.legs is first.legs


def test_steps_that_are_planned_anew_are_the_ones_that_run() -> None:
    room = given()
    room.when(PlanSteps(BOARD.id, (Step(StepId("a"), BOARD.id, "Alone", 60),)))
    room.when(StartBlock(BOARD.id))
    assert where(room.records, BOARD.id, room.now) is not None

    room.when(PlanSteps(BOARD.id, (Step(StepId("b"), BOARD.id, "Together", 90),)))

    found = where(room.records, BOARD.id, room.now)
    assert found is not None
    assert (found.leg.inner.text, found.leg.length_ms) == ("Together", 90_000)
