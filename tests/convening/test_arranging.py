"""Arranging: several blocks at once, in one fact each. Source: practice, TM8."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import AddIdea
from facilitator.convening.agenda import Block, MoveBlock, agenda_of
from facilitator.convening.arranging import (
    ChangeBlocks,
    DuplicateBlocks,
    MergeBlocks,
    MoveBlocks,
    RemoveBlocks,
    SplitBlock,
)
from facilitator.convening.clock import LATER, GoToStep, StartBlock, step_ms, where
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.planning import PlanSteps
from facilitator.convening.records import Records
from facilitator.convening.steps import Step, steps_of
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Refusal, Wish
from tests.convening.given import AMINA, BLOCKS, BOARD, LUNCH, VOTE, WICKED, Room, given, refused

TOMORROW = DayId("tomorrow")
TABLES = (Block, Step, Note, Day, Timebox)


def order(room: Room, day: DayId = FIRST_DAY) -> list[BlockId]:
    return [block.id for block in agenda_of(room.records, day)]


def minutes(room: Room) -> int:
    return sum(block.minutes for block in room.records[Block].values())


def step(key: str, seconds: int = 600, within: str = "") -> Step:
    return Step(StepId(key), BlockId(""), key.title(), seconds, within=StepId(within))


def texts(room: Room, block: BlockId) -> list[str]:
    return [each.text for each in steps_of(room.records, block)]


def test_chosen_blocks_move_together_and_keep_their_order() -> None:
    room = given()

    room.when(MoveBlocks((WICKED.id, BOARD.id), LUNCH.id, FIRST_DAY))

    assert order(room) == [VOTE.id, LUNCH.id, BOARD.id, WICKED.id]
    room.undo()
    assert order(room) == [block.id for block in BLOCKS]


def test_blocks_move_to_the_beginning_of_another_day() -> None:
    room = given(Day(TOMORROW, "Two", place="F"), Block(BlockId("open"), "Open", "plain", place="F", day=TOMORROW))

    room.when(MoveBlocks((VOTE.id, LUNCH.id), BlockId(""), TOMORROW))

    assert order(room) == [BOARD.id, WICKED.id]
    assert order(room, TOMORROW) == [VOTE.id, LUNCH.id, BlockId("open")]


def test_a_block_that_has_begun_stays_on_its_day() -> None:
    """TM8: else the other day would be counted from an hour of this one, and be a day early."""
    room = given(Day(TOMORROW, "Two", place="F"))
    room.when(StartBlock(BOARD.id))
    room.later(5 * MINUTE)
    room.when(StartBlock(VOTE.id))

    for begun in (BOARD, VOTE):
        with refused("block.has_begun"):
            room.when(MoveBlocks((begun.id, LUNCH.id), BlockId(""), TOMORROW))
        with refused("block.has_begun"):
            room.when(MoveBlock(begun.id, "V", TOMORROW))
    room.when(MoveBlocks((BOARD.id,), VOTE.id, FIRST_DAY))

    assert order(room)[:2] == [VOTE.id, BOARD.id]


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (MoveBlocks((BOARD.id,), BOARD.id, FIRST_DAY), "form.unreadable"),
        (MoveBlocks((BOARD.id,), BlockId("nowhere"), FIRST_DAY), "block.none_such"),
        (MoveBlocks((BOARD.id,), BlockId(""), DayId("nowhere")), "day.none_such"),
        (RemoveBlocks(()), "block.none_chosen"),
        (RemoveBlocks((BOARD.id, BOARD.id)), "form.unreadable"),
        (ChangeBlocks((replace(BOARD, minutes=50), replace(VOTE, minutes=0))), "block.bad_minutes"),
        (DuplicateBlocks((BlockId("nowhere"),)), "block.none_such"),
        (SplitBlock(BOARD.id, 40, "Rest"), "block.bad_split"),
        (SplitBlock(BOARD.id, 0, "Rest"), "block.bad_split"),
        (MergeBlocks((BOARD.id,)), "block.not_adjacent"),
        (MergeBlocks((BOARD.id, WICKED.id)), "block.not_adjacent"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(wish: Wish, code: str) -> None:
    room = given()
    before = room.records

    with refused(code):
        room.when(wish)

    assert room.records is before


def test_several_blocks_change_in_one_fact_and_come_back_by_one_undo() -> None:
    room = given()

    room.when(ChangeBlocks((replace(BOARD, minutes=45), replace(VOTE, minutes=20))))
    assert (room.records[Block][BOARD.id].minutes, room.records[Block][VOTE.id].minutes) == (45, 20)

    room.undo()
    assert minutes(room) == sum(block.minutes for block in BLOCKS)


def test_blocks_go_with_all_that_hangs_on_them_but_never_the_one_that_runs() -> None:
    room = given()
    room.when(PlanSteps(BOARD.id, (step("think"),)))
    room.when(RemoveBlocks((BOARD.id, VOTE.id)))
    assert order(room) == [WICKED.id, LUNCH.id]
    assert not room.records[Step]

    room.when(StartBlock(WICKED.id))
    with refused("block.is_live"):
        room.when(RemoveBlocks((LUNCH.id, WICKED.id)))


def test_copies_stand_right_below_with_their_steps_and_notes_and_no_fixed_start() -> None:
    room = given()
    room.when(PlanSteps(BOARD.id, (step("collect"), step("talk"), step("one", within="talk"))))
    room.when(WriteNote(BOARD.id, "Silence first"))
    room.when(ChangeBlocks((replace(VOTE, pinned=600),)))

    first = BlockId(room.when(DuplicateBlocks((VOTE.id, BOARD.id))))
    second = BlockId(first[:-1] + "2")

    assert order(room) == [BOARD.id, VOTE.id, first, second, WICKED.id, LUNCH.id]
    assert texts(room, first) == texts(room, BOARD.id) == ["Collect", "Talk", "One"]
    assert room.records[Note][first].text == "Silence first"
    assert room.records[Block][second].pinned == -1
    room.undo()
    assert order(room) == [block.id for block in BLOCKS]


def test_a_split_block_gives_each_half_its_minutes_and_its_steps() -> None:
    """TM8."""
    room = given()
    steps = (step("collect"), step("sort", 900), step("talk"), step("one", 500, "talk"))
    room.when(PlanSteps(BOARD.id, steps))

    rest = BlockId(room.when(SplitBlock(BOARD.id, 15, "Ideas, part 2")))

    first, second = room.records[Block][BOARD.id], room.records[Block][rest]
    assert (first.minutes, second.minutes, second.title) == (15, 25, "Ideas, part 2")
    assert order(room)[:2] == [BOARD.id, rest]
    # The sorting lies from minute 10 to 25: two thirds of it after the cut.
    assert texts(room, BOARD.id) == ["Collect"]
    assert texts(room, rest) == ["Sort", "Talk", "One"]


def test_check_8_a_running_block_can_be_split_and_its_clock_ends_at_the_cut() -> None:
    """Check 8. While it runs, the later part of a block becomes one of its own, and the clock follows at once."""
    room = given()
    room.when(StartBlock(BOARD.id))

    room.when(SplitBlock(BOARD.id, 30, "Ideas, part 2"))

    assert room.records[Timebox][BOARD.id].left(room.now) == 30 * MINUTE


def test_check_8_a_step_that_has_begun_stays_with_the_clock_of_the_block_that_is_split() -> None:
    """Check 8. TM8: the room goes on with the step it is in, and no minute of it is counted twice."""
    room = given()
    room.when(PlanSteps(BOARD.id, (step("one"), step("two"), step("three"), step("four"))))
    room.when(StartBlock(BOARD.id))
    for _skip in range(2):
        room.later(MINUTE)
        room.when(GoToStep(LATER))
    before = where(room.records, BOARD.id, room.now), step_ms(room.records, BOARD.id, room.now)

    second = BlockId(room.when(SplitBlock(BOARD.id, 5, "The rest")))

    now = where(room.records, BOARD.id, room.now)
    assert now is not None
    assert before[0] is not None
    assert (now.leg, now.left_ms) == (before[0].leg, before[0].left_ms)
    assert step_ms(room.records, BOARD.id, room.now) == before[1]
    assert texts(room, second) == ["Four"]


def test_joined_blocks_add_their_minutes_put_their_steps_in_a_row_and_keep_all_words() -> None:
    room = given()
    room.when(PlanSteps(VOTE.id, (step("look"),)))
    room.when(PlanSteps(WICKED.id, (step("ask"), step("pairs", within="ask"))))
    room.when(ChangeBlocks((replace(VOTE, goal="See", roles=("scribe:amina",)), replace(WICKED, goal="Ask"))))
    room.when(WriteNote(VOTE.id, "First"))
    room.when(WriteNote(WICKED.id, "Then"))

    room.when(MergeBlocks((WICKED.id, VOTE.id)))

    whole = room.records[Block][VOTE.id]
    assert (whole.minutes, whole.goal, whole.roles) == (40, "See\nAsk", ("scribe:amina",))
    assert texts(room, VOTE.id) == ["Look", "Ask", "Pairs"]
    assert room.records[Note][VOTE.id].text == "First\nThen"
    assert order(room) == [BOARD.id, VOTE.id, LUNCH.id]


def test_a_block_that_the_room_has_worked_in_is_not_swallowed() -> None:
    room = given()
    room.when(AddIdea("Shorter meetings"), by=AMINA, at=BOARD.id)
    room.when(MoveBlocks((VOTE.id,), BlockId(""), FIRST_DAY))

    with refused("block.has_work"):
        room.when(MergeBlocks((VOTE.id, BOARD.id)))


def test_splitting_and_joining_again_is_as_before() -> None:
    room = given()
    room.when(PlanSteps(BOARD.id, (step("collect"), step("talk", 900))))
    before = room.records[Block][BOARD.id], texts(room, BOARD.id)

    rest = BlockId(room.when(SplitBlock(BOARD.id, 10, "Rest")))
    room.when(MergeBlocks((BOARD.id, rest)))

    assert (room.records[Block][BOARD.id], texts(room, BOARD.id)) == before


KEYS = st.sampled_from(
    [*(block.id for block in BLOCKS), *(BlockId(f"w{fact}.{at}") for fact in range(3, 9) for at in (1, 2))]
)
MANY = st.lists(KEYS, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def arrangements(draw: st.DrawFn) -> Wish:
    match draw(st.sampled_from(("move", "copy", "split", "join", "remove"))):
        case "move":
            day = draw(st.sampled_from((FIRST_DAY, TOMORROW)))
            return MoveBlocks(draw(MANY), draw(st.one_of(st.just(BlockId("")), KEYS)), day)
        case "copy":
            return DuplicateBlocks(draw(MANY))
        case "split":
            return SplitBlock(draw(KEYS), draw(st.integers(1, 30)), "Rest")
        case "join":
            return MergeBlocks(draw(MANY))
    return RemoveBlocks(draw(MANY))


@drawn(st.lists(arrangements(), min_size=1, max_size=8))
def test_whatever_is_arranged_is_one_undo_and_no_minute_is_lost(wishes: list[Wish]) -> None:
    room = given(Day(TOMORROW, "Two", place="F"))
    room.when(PlanSteps(BOARD.id, (step("collect"), step("talk"), step("one", within="talk"))))
    room.when(WriteNote(VOTE.id, "Count twice"))
    for wish in wishes:
        before, had = known(room.records), minutes(room)
        try:
            room.when(wish)
        except Refusal:
            assert known(room.records) == before
            continue
        if isinstance(wish, MoveBlocks | SplitBlock | MergeBlocks):
            assert minutes(room) == had
        after = known(room.records)
        if after == before:
            continue
        room.undo()
        assert known(room.records) == before
        room.redo()
        assert known(room.records) == after


def known(records: Records) -> dict[str, object]:
    return {kind.__name__: dict(records[kind]) for kind in TABLES}
