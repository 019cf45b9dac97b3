"""What the room is told of the step that runs."""

from __future__ import annotations

import pytest

from facilitator.convening.agenda import Block
from facilitator.convening.clock import where
from facilitator.convening.steps import Standing
from facilitator.convening.timebox import MINUTE
from facilitator.kit.step_words import (
    bars_of,
    detail_of,
    heading_of,
    length_words,
    next_words,
    round_words,
    who_sign,
    who_words,
)
from tests.convening.given import Room
from tests.stage.stepping import IN_FOURS, WORK, part, running, running_method


def stands(room: Room, minutes: float) -> Standing:
    found = where(room.records, WORK, room.now + round(minutes * MINUTE))
    assert found is not None
    return found


def detail(room: Room, minutes: float) -> str:
    return detail_of(stands(room, minutes).leg, room.records[Block][WORK])


@pytest.mark.parametrize(("who", "sign"), [("solo", "1"), ("pairs", "2"), ("fours", "4"), ("all", "All"), ("", "")])
def test_who_works_together_has_a_sign(who: str, sign: str) -> None:
    """ME3."""
    assert who_sign(who) == sign
    assert bool(who_words(who)) == bool(who)


@pytest.mark.parametrize(
    ("seconds", "words"), [(240, "4 min"), (150, "2:30 min"), (30, "30 s"), (65, "1:05 min"), (5400, "90 min")]
)
def test_a_length_is_said_as_people_say_it(seconds: int, words: str) -> None:
    assert length_words(seconds) == words


def test_a_step_with_a_title_is_called_by_it_and_says_its_instruction_below() -> None:
    room = running(IN_FOURS)

    assert heading_of(stands(room, 4).leg.inner) == "In fours: what came up twice?"
    assert detail(room, 4) == "Choose one idea your four would start."


def test_below_a_plain_instruction_stands_the_question() -> None:
    room = running(IN_FOURS)

    assert heading_of(stands(room, 0).leg.inner) == "Note what would help."
    assert detail(room, 0) == "What would help?"


def test_below_a_phase_stands_what_it_is_a_phase_of() -> None:
    """What, so what, now what: the same phases mean another thing each time."""
    room = running_method("w3")

    assert heading_of(stands(room, 5).leg.inner) == "Share in the small group."
    assert detail(room, 5) == "What? One minute alone, then facts only."


def test_in_every_round_the_question_stands_below_the_phase() -> None:
    assert detail(running_method("troika"), 15) == "What help do you need?"


def test_nothing_is_said_twice() -> None:
    assert not detail(running([part("x", 60)], prompt="Do x"), 0)


def test_rounds_are_counted_and_phases_say_which_step_they_are_in() -> None:
    """TM1."""
    assert round_words(stands(running_method("troika"), 15)) == "Round 2 of 3"
    assert round_words(stands(running_method("crowd_25_10"), 12)) == "Step 3 of 5"
    assert not round_words(stands(running(IN_FOURS), 4))


def test_what_follows_is_the_next_step_of_this_block_and_nothing_after_the_last() -> None:
    """ST1, ST2."""
    room = running(IN_FOURS)

    assert next_words(stands(room, 4)) == "One voice from each four"
    assert not next_words(stands(room, 9))


def test_what_follows_says_when_a_round_begins() -> None:
    assert next_words(stands(running_method("troika"), 9)) == "Round 2: Client says what help is needed."


def test_side_by_side_stand_steps_or_the_phases_of_a_step_or_its_rounds() -> None:
    """TM1."""
    steps, running_one = bars_of(stands(running(IN_FOURS), 4))
    phases, running_phase = bars_of(stands(running_method("troika"), 15))
    rounds, running_round = bars_of(stands(running_method("impromptu_networking"), 3))

    assert ([step.who for step in steps], running_one) == (["solo", "pairs", "fours", "all"], 2)
    assert ([phase.seconds // 60 for phase in phases], running_phase) == ([2, 2, 4, 2], 2)
    assert (len(rounds), running_round) == (5, 1)
