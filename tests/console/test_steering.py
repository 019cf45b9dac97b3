"""What the keys of a live convening ask for."""

from __future__ import annotations

import pytest

from facilitator.console.steering import Steering
from facilitator.convening.agenda import MoveBlock
from facilitator.convening.clock import (
    AddMinutes,
    EndConvening,
    EndDay,
    GoToStep,
    PauseTimer,
    ResumeTimer,
    StartBlock,
)
from facilitator.convening.days import Day
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import DayId, StepId
from facilitator.convening.planning import AddDay, PlanSteps
from facilitator.convening.stage_state import BlankStage, FreezeStage, LightStage, ShowOnStage, ThawStage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.convening.words import Wish
from facilitator.kit.qt.acts import Act, Reach
from tests.console.conftest import Room


class Asked:
    """What was asked for, and what the live activity offers."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []
        self.panel: tuple[Act, ...] = ()
        self.stepped = 0
        self.turned: list[int] = []

    def step(self) -> None:
        self.stepped += 1


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def steering(room: Room, asked: Asked) -> Steering:
    return Steering(asked.wishes.append, room.records, lambda: asked.panel, asked.turned.append, lambda: room.now)


def test_every_key_says_its_wish(room: Room, steering: Steering, asked: Asked) -> None:
    blocks = [room.block("Arrive"), room.block("Ideas"), room.block("Lunch")]
    room.say(GoLive())
    room.say(StartBlock(blocks[1]))
    steering.show_records(room.records)
    acts = steering.acts()

    for name in (
        "pause",
        "more",
        "less",
        "next",
        "previous",
        "blank",
        "freeze",
        "welcome",
        "timer",
        "undo",
        "redo",
        "end",
    ):
        assert acts[name].is_enabled(), name
        acts[name].do()

    assert asked.wishes == [
        PauseTimer(), AddMinutes(1), AddMinutes(-1), StartBlock(blocks[2]), StartBlock(blocks[0]), BlankStage(),
        FreezeStage(), ShowOnStage("welcome"), ShowOnStage("timer"), UndoLast(), RedoLast(), EndConvening(),
    ]  # fmt: skip


def test_what_is_on_is_turned_off_by_the_same_key(room: Room, steering: Steering, asked: Asked) -> None:
    room.say(GoLive())
    room.say(StartBlock(room.block("Arrive")))
    for wish in (PauseTimer(), BlankStage(), FreezeStage()):
        room.say(wish)
    steering.show_records(room.records)

    for name in ("pause", "blank", "freeze"):
        steering.acts()[name].do()

    assert asked.wishes == [ResumeTimer(), LightStage(), ThawStage()]


def test_before_the_doors_open_only_going_live_is_possible(room: Room, steering: Steering) -> None:
    room.block("Arrive")
    steering.show_records(room.records)

    possible = {name for name, act in steering.acts().items() if act.is_enabled()}

    assert possible == {"live", "blank", "freeze", "undo", "redo"}


def test_a_clicker_steps_through_an_activity_that_has_steps(room: Room, steering: Steering, asked: Asked) -> None:
    room.say(GoLive())
    room.say(StartBlock(room.block("Ideas")))
    room.block("Lunch")
    steering.show_records(room.records)
    asked.panel = (Act("N", "Collect", asked.step),)

    steering.click_on()
    steering.click_back()

    assert asked.stepped == 1
    assert not asked.wishes
    assert not steering.acts()["step"].is_enabled()


def test_a_clicker_goes_from_block_to_block_where_there_are_no_steps(
    room: Room, steering: Steering, asked: Asked
) -> None:
    first, second, third = room.block("Arrive"), room.block("Talk"), room.block("Lunch")
    room.say(GoLive())
    room.say(StartBlock(second))
    steering.show_records(room.records)

    steering.click_on()
    steering.click_back()

    assert asked.wishes == [StartBlock(third), StartBlock(first)]


def test_the_keys_of_a_clicker_are_heard_even_while_somebody_types(steering: Steering) -> None:
    assert [(act.key, act.reach) for act in steering.clicker()] == [
        (key, Reach.CLICKER) for key in ("PgDn", "PgUp", ".", "F5")
    ]


def test_pages_of_the_stage_are_turned_while_a_block_runs(room: Room, steering: Steering, asked: Asked) -> None:
    turning = [(act.key, act.is_enabled()) for act in map(steering.acts().get, ("page_on", "page_back")) if act]
    room.say(GoLive())
    room.say(StartBlock(room.block("Ideas")))
    steering.show_records(room.records)

    for name in ("page_on", "page_on", "page_back"):
        assert steering.acts()[name].is_enabled()
        steering.acts()[name].do()

    assert turning == [("Shift PgDn", False), ("Shift PgUp", False)]
    assert (asked.turned, asked.wishes) == ([1, 1, -1], [])


def test_check_5_steps_go_on_and_back_by_key_and_after_the_last_comes_the_next_block(
    room: Room, steering: Steering, asked: Asked
) -> None:
    """Check 5. TM2: keys for skip and back; the clicker does the same."""
    block, lunch = room.block("1-2-4-All", minutes=3), room.block("Lunch")
    room.say(PlanSteps(block, tuple(Step(StepId(f"{at}"), block, f"Step {at}", 60) for at in range(3))))
    room.say(GoLive())
    room.say(StartBlock(block))
    steering.show_records(room.records)
    began = room.records[Timebox][block].started

    room.now = began + 70_000
    steering.acts()["step"].do()
    steering.acts()["step_back"].do()
    steering.click_on()
    steering.click_back()
    assert asked.wishes == [GoToStep(1), GoToStep(-1), GoToStep(1), GoToStep(-1)]

    room.now = began + 130_000
    steering.acts()["step"].do()
    room.now = began
    steering.click_back()

    assert asked.wishes[4:] == [StartBlock(lunch)]
    assert not steering.acts()["step_back"].is_enabled()


def test_the_day_ends_for_the_night_and_the_convening_on_its_last_day(
    room: Room, steering: Steering, asked: Asked
) -> None:
    first = room.block("Arrive")
    room.say(GoLive())
    room.say(StartBlock(first))
    steering.show_records(room.records)
    assert (steering.acts()["end"].title, steering.is_last_of_day()) == ("End the day", True)

    day = DayId(f"{room.say(AddDay(Day(DayId(''), 'More'))).id}.1")
    last = room.block("Again")
    room.say(MoveBlock(last, "V", day))
    steering.show_records(room.records)
    assert (steering.acts()["end"].title, steering.is_last_of_day()) == ("End this day", True)
    steering.acts()["end"].do()
    room.say(StartBlock(last))
    steering.show_records(room.records)
    steering.acts()["end"].do()

    assert steering.acts()["end"].title == "End the convening"
    assert asked.wishes == [EndDay(), EndConvening()]
