"""Methods become blocks with steps that run."""

from __future__ import annotations

import pytest

from facilitator.activities import discover
from facilitator.beginnings.methods import BEING, DOING, SEEING, Method, method, methods, planned_from, steps_from
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.cards import LONGEST
from facilitator.convening.steps import legs_of, seconds_of
from facilitator.convening.words import Refusal
from tests.convening.given import given

ALL = methods()


def clocked(key: str) -> list[tuple[str, int, float]]:
    """What a method's steps are: the number of a step or phase, its rounds and its minutes."""
    return [(step.id, step.rounds, step.seconds / 60) for step in method(key).steps]


def test_there_are_105_methods_each_in_one_of_three_families() -> None:
    """ME1, TM14."""
    assert len(ALL) == len({each.key for each in ALL}) == 105
    assert {each.family for each in ALL} == {SEEING, DOING, BEING}
    assert {each.family for each in ALL if each.collection == "Seeing"} == {SEEING}
    assert {each.family for each in ALL if each.collection == "Liberating Structures"} == {SEEING, DOING, BEING}


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.key)
def test_every_method_becomes_a_block_that_can_be_added_and_lasts_as_long(each: Method) -> None:
    """Check 9. ME1: on the agenda a method brings its steps and its clock."""
    planned = planned_from(each.key, discover())
    room = given()

    room.when(AddBlock(planned.block, planned.steps))

    added = next(block for block in room.records[Block].values() if block.method == each.key)
    assert added.minutes == each.minutes
    assert sum(leg.length_ms for leg in legs_of(room.records, added.id)) == each.minutes * 60_000
    assert all(0 < len(step.text) <= LONGEST for step in planned.steps)
    assert added.activity in discover()
    assert bool(planned.note) == (each.activity not in discover())


def test_troika_is_one_step_of_three_rounds_of_2_2_4_2() -> None:
    """TM1: block, step, round and phase."""
    assert clocked("troika") == [("1", 3, 10), ("1.1", 1, 2), ("1.2", 1, 2), ("1.3", 1, 4), ("1.4", 1, 2)]


def test_steps_that_only_look_alike_stay_steps() -> None:
    """What, so what and now what ask another thing each, in the same rhythm."""
    wholes = [step.text for step in method("w3").steps if not step.within]

    assert len(wholes) == 7
    assert "So what? One minute alone, then patterns and meanings." in wholes


def test_the_five_rounds_of_25_10_are_phases_of_one_step() -> None:
    """TM1."""
    assert [step.seconds // 60 for step in method("crowd_25_10").steps if step.within] == [3] * 5


def test_some_of_the_steps_can_be_wanted() -> None:
    assert [step.text for step in steps_from("one_two_four_all", (1, 3))] == [
        "Silent reflection on the question.",
        "Join another pair; notice sames and differences; choose what stands out.",
    ]


def test_check_10_a_method_is_scaled_to_the_minutes_of_its_block() -> None:
    """Check 10. TM11: TRIZ takes 35 minutes; here it has 20."""
    planned = planned_from("triz", discover(), title="Stop doing", minutes=20)

    assert (planned.block.title, planned.block.minutes) == ("Stop doing", 20)
    assert [step.seconds // 60 for step in planned.steps] == [3, 6, 6, 5]


def test_check_10_with_fewer_minutes_than_steps_only_choosing_is_left() -> None:
    """Check 10. TM11."""
    with pytest.raises(Refusal) as refusal:
        planned_from("triz", discover(), minutes=3)

    assert refusal.value.code == "step.no_room"
    assert seconds_of(planned_from("triz", discover(), minutes=3, numbers=(1, 2)).steps) == 180


def test_a_block_says_its_method_its_family_and_whom_to_thank() -> None:
    """ME2, TM14."""
    block = planned_from("one_two_four_all", discover()).block

    assert (block.method, block.family) == ("one_two_four_all", DOING)
    assert block.prompt == "What possibility do you see?"
    assert block.goal == "Get everybody thinking and contributing in a few minutes."
    assert "Long report-backs" in block.description
    assert "Lipmanowicz" in method(block.method).credit


def test_a_method_that_has_an_activity_runs_as_itself_with_its_steps() -> None:
    planned = planned_from("ideation_brainwrite", discover())

    assert planned.block.activity == "ideation_board"
    assert planned.steps
    assert not planned.note


def test_an_unknown_method_is_no_method() -> None:
    with pytest.raises(KeyError):
        method("no_such_method")
