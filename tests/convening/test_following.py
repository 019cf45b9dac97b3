"""Taking back what a clock was made by: the clock that runs follows, or it is refused in one sentence."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import AddBlock, Block, ChangeBlock, MoveBlock
from facilitator.convening.clock import AddMinutes, EndDay, StartBlock
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.planning import AddDay, Replan
from facilitator.convening.timebox import MINUTE, Timebox
from tests.convening.given import BOARD, LUNCH, VOTE, Room, given, refused


def length(room: Room, block: BlockId = VOTE.id) -> int:
    """The minutes that the clock of a block has."""
    return room.records[Timebox][block].length_ms // MINUTE


def shortened(*, to: int = 9) -> Room:
    """A room that caught up, and then began the block that gave its minutes."""
    room = given()
    room.when(Replan(FIRST_DAY, (VOTE.id,), (to,)))
    room.when(StartBlock(VOTE.id))
    return room


def test_minutes_that_catching_up_took_come_back_to_the_clock_that_runs() -> None:
    """TM6: undoable, also once the block it took them from has begun."""
    room = shortened()
    began = room.records[Timebox][VOTE.id].started
    assert length(room) == 9
    room.later(5 * MINUTE)

    room.undo()

    box = room.records[Timebox][VOTE.id]
    assert (room.records[Block][VOTE.id].minutes_now, length(room)) == (15, 15)
    assert (box.started, box.left(room.now)) == (began, 10 * MINUTE)


def test_done_again_they_go_from_the_clock_again() -> None:
    room = shortened()
    room.undo()

    room.redo()

    assert (room.records[Block][VOTE.id].minutes_now, length(room)) == (9, 9)


def test_minutes_that_were_added_by_hand_since_stay() -> None:
    room = shortened()
    room.when(AddMinutes(5))

    room.undo()

    assert length(room) == 20


def test_other_minutes_of_a_block_are_taken_back_on_its_clock_too() -> None:
    room = given()
    room.when(ChangeBlock(replace(VOTE, minutes=40)))
    room.when(StartBlock(VOTE.id))

    room.undo()

    assert (room.records[Block][VOTE.id].minutes, length(room)) == (15, 15)


def test_what_was_changed_while_the_clock_ran_is_taken_back_once() -> None:
    room = given()
    room.when(StartBlock(VOTE.id))
    room.when(ChangeBlock(replace(VOTE, minutes=40)))
    assert length(room) == 40

    room.undo()

    assert length(room) == 15


def test_a_clock_that_had_nothing_left_to_give_gets_back_what_it_had() -> None:
    room = given()
    room.when(StartBlock(VOTE.id))
    room.when(AddMinutes(-10))
    room.when(ChangeBlock(replace(VOTE, minutes=1)))
    assert length(room) == 0

    room.undo()

    assert length(room) == 5


def test_a_block_that_was_dropped_and_began_all_the_same_keeps_its_time() -> None:
    room = shortened(to=0)
    assert length(room) == 15

    room.undo()

    assert (room.records[Block][VOTE.id].is_dropped, length(room)) == (False, 15)


def test_a_block_that_runs_is_not_dropped_by_taking_its_minutes_back() -> None:
    room = given()
    room.when(Replan(FIRST_DAY, (VOTE.id,), (0,)))
    room.when(Replan(FIRST_DAY, (VOTE.id,), (9,)))
    room.when(StartBlock(VOTE.id))

    with refused("block.is_live"):
        room.undo()
    assert (room.records[Block][VOTE.id].minutes_now, length(room)) == (9, 9)


def test_a_title_is_taken_back_while_the_clock_runs_and_leaves_it_alone() -> None:
    room = given()
    room.when(ChangeBlock(replace(VOTE, title="Where first?")))
    room.when(StartBlock(VOTE.id))
    before = room.records[Timebox][VOTE.id]

    room.undo()

    assert room.records[Block][VOTE.id].title == VOTE.title
    assert room.records[Timebox][VOTE.id] == before


def test_a_block_that_has_begun_stays_on_its_day_though_its_move_is_taken_back() -> None:
    """TM13: planned and actual of two days are counted from it."""
    room = given()
    day = DayId(room.when(AddDay(Day(DayId(""), "Tomorrow"))))
    room.when(MoveBlock(VOTE.id, "A", day))
    room.when(StartBlock(BOARD.id))
    room.when(EndDay())
    room.when(StartBlock(VOTE.id))

    with refused("block.has_begun"):
        room.undo()
    assert room.records[Block][VOTE.id].day == day


def test_nor_does_it_leave_its_day_when_the_move_is_done_again() -> None:
    room = given()
    day = DayId(room.when(AddDay(Day(DayId(""), "Tomorrow"))))
    room.when(MoveBlock(VOTE.id, "A", day))
    room.undo()
    room.when(StartBlock(VOTE.id))

    with refused("block.has_begun"):
        room.redo()
    assert room.records[Block][VOTE.id].day == FIRST_DAY


def test_what_has_not_begun_goes_back_to_its_day() -> None:
    room = given()
    day = DayId(room.when(AddDay(Day(DayId(""), "Tomorrow"))))
    room.when(MoveBlock(LUNCH.id, "A", day))
    room.when(StartBlock(VOTE.id))

    room.undo()

    assert room.records[Block][LUNCH.id].day == FIRST_DAY


def test_a_block_that_was_added_is_taken_back_as_ever() -> None:
    room = given()
    added = BlockId(room.when(AddBlock(Block(BlockId(""), "Walk", "plain", ""))))

    room.undo()

    assert added not in room.records[Block]
