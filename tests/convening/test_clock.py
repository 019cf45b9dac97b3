"""What the clock of the running block and of its steps is told, and what is written down of it."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import Block
from facilitator.convening.clock import (
    EARLIER,
    LATER,
    AddMinutes,
    EndConvening,
    EndDay,
    GoToStep,
    PauseTimer,
    ResumeTimer,
    StartBlock,
    StepTime,
    is_last_day,
    step_ms,
)
from facilitator.convening.days import Day
from facilitator.convening.gathering import LIVE, GoLive, the_convening
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.stage_state import THANKS, the_stage
from facilitator.convening.steps import steps_of
from facilitator.convening.timebox import MINUTE, Timebox
from tests.convening.given import BOARD, LUNCH, VOTE, Room, given, refused
from tests.convening.test_steps import ONE_TWO_FOUR_ALL, TROIKA, running, shown


def spent(room: Room) -> dict[str, float]:
    names = {str(step.id): step.text.removeprefix("Do ") for step in steps_of(room.records, BOARD.id)}
    took = step_ms(room.records, BOARD.id, room.now)
    return {f"{names[key.partition('/')[0]]} {key.partition('/')[2]}": ms / MINUTE for key, ms in took.items()}


def test_check_5_skip_and_back_give_a_step_its_whole_time() -> None:
    """Check 5. TM2: skip and back by key."""
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(MINUTE // 2)
    room.when(GoToStep(LATER))
    assert shown(room) == ("two", 1, 2)
    room.later(MINUTE)

    room.when(GoToStep(EARLIER))

    assert shown(room) == ("one", 1, 1)
    room.later(MINUTE)
    assert shown(room) == ("two", 1, 2)


def test_there_is_nothing_before_the_first_step_nor_after_the_last_nor_in_a_block_without() -> None:
    room = running(*ONE_TWO_FOUR_ALL)
    with refused("step.no_other"):
        room.when(GoToStep(EARLIER))
    with refused("step.no_other"):
        room.when(GoToStep(2))
    room.later(11 * MINUTE)
    with refused("step.no_other"):
        room.when(GoToStep(LATER))
    room.when(StartBlock(VOTE.id))
    with refused("step.no_other"):
        room.when(GoToStep(LATER))
    room.when(EndConvening())
    with refused("timer.not_running"):
        room.when(GoToStep(LATER))


def test_check_5_a_pause_holds_the_step_and_its_block() -> None:
    """Check 5. TM2: pause by key, in the first step and in one that somebody went to."""
    for skips in (0, 1):
        room = running(*TROIKA)
        for _skip in range(skips):
            room.when(GoToStep(LATER))
        room.later(MINUTE)
        held = shown(room)
        room.when(PauseTimer())
        room.later(30 * MINUTE)
        assert shown(room) == held
        room.when(ResumeTimer())
        assert shown(room) == held
        room.later(MINUTE)
        assert shown(room)[0] == ("clarify", "advise")[skips]


def test_check_5_a_minute_more_goes_to_the_running_step_and_to_the_block() -> None:
    """Check 5. TM2: a minute more by key."""
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(2 * MINUTE)
    room.when(AddMinutes(1))

    assert shown(room) == ("two", 1, 2)
    assert room.records[Timebox][BOARD.id].left(room.now) == 39 * MINUTE
    room.later(2 * MINUTE)
    assert shown(room) == ("four", 1, 4)


def test_less_time_than_a_step_has_had_ends_it_now() -> None:
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(4 * MINUTE)
    assert shown(room) == ("four", 1, 3)

    room.when(AddMinutes(-5))

    assert shown(room) == ("all", 1, 5)
    assert spent(room) == {"one 1": 1, "two 1": 2, "four 1": 1, "all 1": 0}


def test_what_each_step_really_took_is_known_while_it_runs_and_kept_afterwards() -> None:
    """TM13: planned and actual, per step too."""
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(2 * MINUTE)
    assert spent(room) == {"one 1": 1, "two 1": 1}
    room.when(GoToStep(LATER))
    room.later(6 * MINUTE)
    assert spent(room) == {"one 1": 1, "two 1": 1, "four 1": 4, "all 1": 2}
    room.when(StartBlock(VOTE.id))
    room.later(30 * MINUTE)

    assert spent(room) == {"one 1": 1, "two 1": 1, "four 1": 4, "all 1": 2}
    assert sum(time.spent_ms for time in room.records[StepTime].values()) == 8 * MINUTE


def test_a_step_that_is_come_back_to_goes_on_where_it_was_and_counts_once() -> None:
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(2 * MINUTE)
    room.when(StartBlock(VOTE.id))
    room.later(15 * MINUTE)
    room.when(StartBlock(BOARD.id))

    assert shown(room) == ("two", 1, 1)
    room.later(2 * MINUTE)
    assert shown(room) == ("four", 1, 3)
    assert spent(room) == {"one 1": 1, "two 1": 2, "four 1": 1}


def test_a_step_that_ran_twice_took_both_times() -> None:
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(2 * MINUTE)
    room.when(GoToStep(EARLIER))
    room.later(MINUTE)

    assert spent(room)["one 1"] == 2


def test_the_end_of_a_day_stops_its_clock_and_keeps_the_convening_open() -> None:
    tomorrow = Day(DayId("tomorrow"), place="V")
    room = given(tomorrow, Block(BlockId("closing"), "Closing", "plain", day=tomorrow.id))
    room.when(GoLive())
    assert not is_last_day(room.records), "the doors are open: two days are still to come"
    room.when(StartBlock(LUNCH.id))
    assert not is_last_day(room.records)
    room.later(MINUTE)

    room.when(EndDay())

    assert room.records[Timebox][LUNCH.id].ended == room.now
    assert the_stage(room.records).shows == THANKS
    assert the_convening(room.records).state == LIVE
    room.when(StartBlock(BlockId("closing")))
    assert is_last_day(room.records)


def test_steps_may_be_planned_anew_while_they_run() -> None:
    """TM8: the running step goes on with the time it has; only what comes follows the new plan."""
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(4 * MINUTE)
    one, two, four, last = steps_of(room.records, BOARD.id)
    room.when(PlanSteps(BOARD.id, (replace(one, seconds=180), two, four, replace(last, seconds=600))))

    assert shown(room) == ("four", 1, 3)
    room.later(3 * MINUTE)
    assert shown(room) == ("all", 1, 10)
    assert spent(room) == {"one 1": 1, "two 1": 2, "four 1": 4, "all 1": 0}


def test_when_the_running_step_is_taken_out_the_one_in_its_place_begins() -> None:
    room = running(*ONE_TWO_FOUR_ALL)
    room.later(4 * MINUTE)
    one, two, _four, last = steps_of(room.records, BOARD.id)

    room.when(PlanSteps(BOARD.id, (one, two, last)))

    assert shown(room) == ("all", 1, 5)
    room.when(PlanSteps(BOARD.id, ()))
    assert steps_of(room.records, BOARD.id) == []
    room.undo()
    assert shown(room)[0] == "all"
