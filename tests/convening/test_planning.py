"""Days that come and go, and a day that is caught up with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.convening.agenda import AddBlock, Block, MoveBlock, agenda
from facilitator.convening.clock import PauseTimer, ResumeTimer, StartBlock
from facilitator.convening.days import FIRST_DAY, Day, days
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.planning import AddDay, ChangeDay, PlanSteps, RemoveDay, Replan
from facilitator.convening.steps import Step, steps_of
from facilitator.convening.timebox import MINUTE, Timebox
from tests.convening.given import BLOCKS, BOARD, LUNCH, VOTE, Room, given, refused


def with_a_second_day() -> tuple[Room, DayId]:
    room = given()
    return room, DayId(room.when(AddDay(Day(DayId("not looked at"), " More ", "2027-03-19", 600, told=5))))


def test_a_day_is_added_after_the_others_and_blocks_go_to_it() -> None:
    room, second = with_a_second_day()
    third = DayId(room.when(AddDay(Day(DayId(""), "Last"))))
    room.when(MoveBlock(BOARD.id, "V", second))
    room.when(AddBlock(replace(LUNCH, place="", day=second)))

    assert [(day.id, day.title, day.told) for day in days(room.records)][1:] == [
        (second, "More", -1),
        (third, "Last", -1),
    ]
    assert [block.title for block in agenda(room.records)] == ["Vote", "Wicked", "Lunch", "Ideas", "Lunch"]
    with refused("day.none_such"):
        room.when(MoveBlock(BOARD.id, "V", DayId("nowhere")))
    with refused("day.none_such"):
        room.when(AddBlock(replace(LUNCH, day=DayId("nowhere"))))


def test_a_day_is_changed_and_the_first_one_is_the_convenings() -> None:
    room, second = with_a_second_day()
    room.when(ChangeDay(Day(second, "Together", "2027-03-20", 540)))
    room.when(ChangeDay(Day(FIRST_DAY, "Alone", "2027-03-18", 480)))

    assert [(day.title, day.starts) for day in days(room.records)] == [("Alone", 480), ("Together", 540)]
    assert the_convening(room.records).day_line == "Alone"
    with refused("day.none_such"):
        room.when(ChangeDay(Day(DayId("nowhere"))))
    with refused("day.bad_start"):
        room.when(ChangeDay(Day(second, starts=1440)))


def test_a_day_goes_with_its_blocks_and_comes_back_with_them() -> None:
    room, second = with_a_second_day()
    room.when(MoveBlock(BOARD.id, "V", second))
    room.when(RemoveDay(second))
    assert BOARD.id not in room.records[Block]
    room.undo()
    assert [block.id for block in agenda(room.records)][-1] == BOARD.id

    room.when(StartBlock(BOARD.id))
    with refused("block.is_live"):
        room.when(RemoveDay(second))
    with refused("day.is_first"):
        room.when(RemoveDay(FIRST_DAY))


def test_catching_up_changes_all_blocks_at_once_and_one_undo_returns() -> None:
    """TM6: each choice is undoable, as one."""
    room = given()
    room.when(StartBlock(BOARD.id))
    room.later(MINUTE)
    before = room.records[Block]

    room.when(Replan(FIRST_DAY, (BOARD.id, VOTE.id, LUNCH.id), (30, 0, 45), 700))

    now = {block.id: (block.minutes, block.minutes_now, block.is_dropped) for block in agenda(room.records)}
    assert now == {"board": (40, 30, False), "vote": (15, 0, True), "wicked": (25, 25, False), "lunch": (60, 45, False)}
    assert room.records[Timebox][BOARD.id].length_ms == 30 * MINUTE
    assert the_convening(room.records).told_end == 700
    room.undo()
    assert room.records[Block] == before
    assert room.records[Timebox][BOARD.id].length_ms == 40 * MINUTE


def test_a_dropped_block_is_passed_over_and_has_its_whole_time_when_it_runs_all_the_same() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    room.when(Replan(FIRST_DAY, (VOTE.id,), (0,)))
    room.when(StartBlock(VOTE.id))

    assert room.records[Timebox][VOTE.id].length_ms == 15 * MINUTE


def test_steps_that_filled_a_block_fill_it_still_after_catching_up_and_one_undo_returns_them() -> None:
    """TM11: in proportion, every step at least a minute; what cannot be scaled stays and is shown to be settled."""
    room = given()
    minutes = (3, 6, 6)
    room.when(PlanSteps(VOTE.id, tuple(Step(StepId(str(at)), VOTE.id, "Do.", m * 60) for at, m in enumerate(minutes))))
    before = [step.seconds for step in steps_of(room.records, VOTE.id)]

    room.when(Replan(FIRST_DAY, (VOTE.id,), (10,)))
    assert [step.seconds // 60 for step in steps_of(room.records, VOTE.id)] == [2, 4, 4]
    room.undo()
    assert [step.seconds for step in steps_of(room.records, VOTE.id)] == before

    for too_few in (2, 0):
        room.when(Replan(FIRST_DAY, (VOTE.id,), (too_few,)))
        assert [step.seconds for step in steps_of(room.records, VOTE.id)] == before
        room.undo()
    room.when(StartBlock(VOTE.id))
    room.when(Replan(FIRST_DAY, (VOTE.id,), (10,)))
    assert [step.seconds for step in steps_of(room.records, VOTE.id)] == before


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Replan(DayId("nowhere")), "day.none_such"),
        (Replan(FIRST_DAY, (VOTE.id,), ()), "form.unreadable"),
        (Replan(FIRST_DAY, (VOTE.id, VOTE.id, BOARD.id), (5, 6, 7)), "form.unreadable"),
        (Replan(FIRST_DAY, told=-2), "form.unreadable"),
        (Replan(FIRST_DAY, (BlockId("nowhere"),), (5,)), "block.none_such"),
        (Replan(FIRST_DAY, (VOTE.id,), (-1,)), "block.bad_minutes"),
        (Replan(FIRST_DAY, (BOARD.id,), (0,)), "block.is_live"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(wish: Replan, code: str) -> None:
    room = given()
    room.when(StartBlock(BOARD.id))

    with refused(code):
        room.when(wish)

    assert [block.minutes_now for block in agenda(room.records)] == [block.minutes for block in BLOCKS]


def test_catching_up_is_taken_back_although_the_clock_was_held_since() -> None:
    """TM6: one undo returns; a pause of the block that gave minutes gave none back and took none."""
    room = given()
    room.when(StartBlock(BOARD.id))
    room.when(Replan(FIRST_DAY, (BOARD.id,), (30,)))
    room.when(PauseTimer())
    room.later(MINUTE)
    room.when(ResumeTimer())

    room.undo()

    assert room.records[Timebox][BOARD.id].left(room.now) == BOARD.minutes * MINUTE
    room.redo()
    assert room.records[Timebox][BOARD.id].left(room.now) == 30 * MINUTE
