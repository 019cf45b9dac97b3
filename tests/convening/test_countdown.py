"""What the room counts down to."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import ChangeBlock
from facilitator.convening.clock import LATER, GoToStep, PauseTimer, StartBlock
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from facilitator.convening.timebox import MINUTE
from tests.convening.given import BOARD, LUNCH, Room, given


def step(name: str, seconds: int, *, waits: bool = False) -> Step:
    return Step(StepId(name), BOARD.id, f"Do {name}", seconds, waits=waits)


def running(*steps: Step, minutes: int = 12) -> Room:
    room = given()
    room.when(ChangeBlock(replace(BOARD, minutes=minutes)))
    room.when(PlanSteps(BOARD.id, steps))
    room.when(StartBlock(BOARD.id))
    return room


def clock(room: Room) -> Countdown:
    found = countdown(room.records, BOARD.id)
    assert found is not None
    return found


def left(room: Room) -> float:
    return clock(room).left(room.now) / MINUTE


FOUR = (step("one", 60), step("two", 120), step("four", 240), step("all", 300))


def test_a_block_without_steps_counts_to_its_end() -> None:
    room = running(minutes=12)
    room.later(3 * MINUTE)

    assert left(room) == 9
    assert clock(room).share(room.now) == 0.25


def test_the_innermost_step_is_what_counts() -> None:
    """TM1."""
    room = running(*FOUR)
    room.later(2 * MINUTE)

    assert left(room) == 1
    assert clock(room).share(room.now) == 0.5
    assert clock(room).length_ms(room.now) == 2 * MINUTE


def test_the_end_that_is_told_is_the_blocks() -> None:
    room = running(*FOUR)

    assert clock(room).ends == room.now + 12 * MINUTE


def test_a_step_that_waits_counts_over() -> None:
    """TM2, TM5: nobody is hurried on; the room sees how long it has been."""
    room = running(step("one", 60, waits=True), *FOUR[1:])
    room.later(3 * MINUTE)

    assert left(room) == -2
    assert clock(room).share(room.now) == 3


def test_after_the_last_step_the_rest_of_the_block_counts() -> None:
    room = running(*FOUR, minutes=15)
    room.later(13 * MINUTE)

    assert clock(room).is_past_steps(room.now)
    assert left(room) == 2


def test_with_no_time_left_in_the_block_it_is_the_block_that_counts_over() -> None:
    """The console tells the same second: whatever the last step had, what is over is the block."""
    for minutes in (12, 14, 10):
        room = running(*FOUR, minutes=minutes)
        room.later(15 * MINUTE)

        assert not clock(room).is_past_steps(room.now)
        assert left(room) == minutes - 15


def test_steps_that_take_longer_than_their_block_are_counted_to_their_own_end() -> None:
    room = running(*FOUR, minutes=10)
    room.later(11 * MINUTE)

    assert left(room) == 1


def test_it_changes_when_the_seconds_of_the_step_do() -> None:
    room = running(step("odd", 61), *FOUR)
    room.later(500)
    room.when(GoToStep(LATER))
    room.later(300)

    assert clock(room).changes_in(room.now) == 701
    assert clock(room).box.left(room.now) % 1000 == 200


def test_a_clock_that_is_held_changes_nothing() -> None:
    room = running(*FOUR)
    room.later(30_500)
    room.when(PauseTimer())
    room.later(MINUTE)

    assert left(room) == 29.5 / 60
    assert not clock(room).changes_in(room.now)
    assert not clock(room).is_running


def test_what_has_not_begun_has_no_clock() -> None:
    assert countdown(given().records, LUNCH.id) is None
