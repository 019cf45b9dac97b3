"""The agenda: blocks in order, one that is live, and a clock that is made of instants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import (
    AddBlock,
    Block,
    ChangeBlock,
    MoveBlock,
    RemoveBlock,
    agenda,
    current,
    decide,
    neighbour,
    the_block,
)
from facilitator.convening.clock import AddMinutes, EndConvening, PauseTimer, ResumeTimer, StartBlock
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.gathering import OVER, the_convening
from facilitator.convening.ids import HOST, STAGE, BlockId, WishId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.stage_state import THANKS, BlankStage, Stage
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Moment, Role
from tests.convening.given import AMINA, BLOCKS, BOARD, LUNCH, MORNING, VOTE, WICKED, Room, given, refused


def box(room: Room, block: Block = BOARD) -> Timebox:
    return room.records[Timebox][block.id]


def left(room: Room, block: Block = BOARD) -> int:
    return box(room, block).left(room.now) // MINUTE


def test_blocks_come_in_the_order_of_their_places_and_a_new_one_at_the_end() -> None:
    room = given()
    new = BlockId(room.when(AddBlock(Block(BlockId("not looked at"), " Closing ", "plain", "  "))))
    first = BlockId(room.when(AddBlock(Block(BlockId(""), "Opening", "plain", place="A"))))

    assert [block.id for block in agenda(room.records)] == [first, *(block.id for block in BLOCKS), new]
    assert the_block(room.records, new).title == "Closing"
    assert the_block(room.records, new).prompt == ""


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (replace(BOARD, minutes=0), "block.bad_minutes"),
        (replace(BOARD, minutes=1441), "block.bad_minutes"),
        (replace(BOARD, pinned=-2), "block.bad_start"),
        (replace(BOARD, pinned=1440), "block.bad_start"),
        (replace(BOARD, place="a place!"), "form.unreadable"),
        (replace(BOARD, title=" "), "text.empty"),
        (replace(BOARD, prompt="x" * 601), "text.too_long"),
    ],
)
def test_a_block_that_makes_no_sense_is_refused(block: Block, code: str) -> None:
    room = given()

    with refused(code):
        room.when(AddBlock(block))


def test_a_block_is_changed_in_all_but_its_activity_and_place() -> None:
    room = given()
    room.when(ChangeBlock(replace(BOARD, title="More ideas", minutes=50, activity="plain", place="Z")))

    assert room.records[Block][BOARD.id] == replace(BOARD, title="More ideas", minutes=50)
    with refused("block.none_such"):
        room.when(ChangeBlock(replace(BOARD, id=BlockId("nowhere"))))


def test_a_running_block_that_gets_longer_gets_more_time_at_once() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    room.when(ChangeBlock(replace(BOARD, minutes=50)))
    assert left(room) == 50

    room.when(ChangeBlock(replace(BOARD, minutes=50, title="Same minutes")))
    assert left(room) == 50


def test_a_block_moves_between_two_others() -> None:
    room = given()
    room.when(MoveBlock(LUNCH.id, "H", FIRST_DAY))

    assert [block.id for block in agenda(room.records)] == ["board", "lunch", "vote", "wicked"]
    for place in ("", "?", "A0"):
        with refused("form.unreadable"):
            room.when(MoveBlock(LUNCH.id, place, FIRST_DAY))


def test_a_block_leaves_with_all_that_hangs_on_it_and_comes_back_whole() -> None:
    room = given()
    room.when(WriteNote(BOARD.id, "remember"))
    room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)
    before = room.records
    room.when(RemoveBlock(BOARD.id))
    assert BOARD.id not in room.records[Block]
    assert not room.records[Note]

    room.undo()

    assert {name: dict(room.records.table(name)) for name in room.records.kinds} == {
        name: dict(before.table(name)) for name in before.kinds
    }


def test_starting_a_block_ends_the_one_before_and_shows_it() -> None:
    room = given()
    room.when(BlankStage())
    room.when(StartBlock(BOARD.id))
    room.later(10 * MINUTE)
    room.when(StartBlock(VOTE.id))

    assert box(room).ended == MORNING + 10 * MINUTE
    assert box(room).spent_ms == 10 * MINUTE
    assert not box(room).is_running
    assert box(room, VOTE).is_running
    assert room.records[Stage][STAGE] == Stage(STAGE, "activity", VOTE.id, is_blank=True)
    assert current(room.records) == VOTE.id
    with refused("block.is_live"):
        room.when(RemoveBlock(VOTE.id))


def test_going_back_to_a_block_gives_it_the_time_it_had_left() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    room.later(10 * MINUTE)
    room.when(StartBlock(VOTE.id))
    room.later(5 * MINUTE)
    room.when(StartBlock(BOARD.id))
    room.when(StartBlock(BOARD.id))
    assert left(room) == 30
    room.later(2 * MINUTE)
    room.when(PauseTimer())
    room.when(StartBlock(VOTE.id))
    room.later(7 * MINUTE)

    room.when(StartBlock(BOARD.id))

    assert left(room) == 28
    assert box(room).spent_ms == 12 * MINUTE
    room.when(ResumeTimer())
    assert left(room) == 28


def test_a_pause_holds_the_clock_and_more_minutes_move_the_end() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    room.later(MINUTE)
    room.when(PauseTimer())
    room.later(MINUTE)
    room.when(PauseTimer())
    room.later(MINUTE)
    assert left(room) == 39
    room.when(AddMinutes(-9))
    assert left(room) == 30
    room.when(ResumeTimer())
    room.when(ResumeTimer())
    room.later(31 * MINUTE)

    assert left(room) == -1
    for minutes in (-32, 1440):
        with refused("timer.no_time_left"):
            room.when(AddMinutes(minutes))


@pytest.mark.parametrize("wish", [PauseTimer(), ResumeTimer(), AddMinutes(1)])
def test_no_clock_runs_before_the_first_block_and_after_the_last(
    wish: PauseTimer | ResumeTimer | AddMinutes,
) -> None:
    room = given()
    with refused("timer.not_running"):
        room.when(wish)
    room.when(StartBlock(BOARD.id))
    room.when(EndConvening())
    room.when(EndConvening())

    with refused("timer.not_running"):
        room.when(wish)
    assert room.records[Stage][STAGE].shows == THANKS
    assert the_convening(room.records).state == OVER


def test_a_day_may_end_before_it_began() -> None:
    room = given()
    room.when(EndConvening())

    assert the_convening(room.records).state == OVER


def test_neighbours_of_the_live_block() -> None:
    room = given()
    assert (neighbour(room.records, 1), neighbour(room.records, -1)) == (BOARD.id, "")
    room.when(StartBlock(VOTE.id))
    assert (neighbour(room.records, 1), neighbour(room.records, -1)) == (WICKED.id, BOARD.id)
    room.when(StartBlock(LUNCH.id))
    assert neighbour(room.records, 1) == ""


def test_other_wishes_are_none_of_the_agendas() -> None:
    room = given()
    room.when(StartBlock(BOARD.id))
    with refused("wish.unknown"):
        decide(room.records, BlankStage(), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))


def test_whether_a_block_is_process_or_task_is_the_facilitators_alone() -> None:
    """TM14: the ratio appears only in the facilitator edition, so the room never gets what it is made of."""
    room = Room(replace(BOARD, mode="process"))

    assert room.seen[Block][BOARD.id].mode == ""
