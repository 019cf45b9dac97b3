"""An agenda in preparation: starts that follow, what is missing, where blocks go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from facilitator.console.planning import PlanRow, block_before, place_below, plan_of, position, sums_words
from facilitator.convening.agenda import Block, ChangeBlock, MoveBlock, agenda
from facilitator.convening.arranging import MoveBlocks
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId
from facilitator.convening.sums import sums_of_day
from tests.console.conftest import Room


def titles(room: Room) -> list[str]:
    return [block.title for block in agenda(room.records)]


def rows(room: Room) -> tuple[PlanRow, ...]:
    return plan_of(room.records, FIRST_DAY, 540).rows


def changed_block(room: Room, key: BlockId, **fields: object) -> None:
    room.say(ChangeBlock(replace(room.records[Block][key], **fields)))  # type: ignore[arg-type]  # as the test says


def test_each_start_follows_from_the_one_before(room: Room) -> None:
    for title in ("One", "Two", "Three"):
        room.block(title, minutes=20)

    assert [row.starts for row in rows(room)] == ["09:00", "09:20", "09:40"]
    assert plan_of(room.records, FIRST_DAY, 540).ends == "10:00"


def test_an_empty_day_begins_and_ends_when_it_starts(room: Room) -> None:
    plan = plan_of(room.records, FIRST_DAY, 540)

    assert (plan.rows, plan.starts, plan.ends, plan.count_words()) == ((), "09:00", "09:00", "0 blocks")


def test_what_is_missing_is_said_gravest_first(room: Room) -> None:
    room.block("Talk", minutes=60)
    ideas = room.block("Ideas", "ideation_board")
    room.block("Break", category="pause")

    missing = [row.missing for row in rows(room)]
    changed_block(room, ideas, pinned=9 * 60)

    assert missing == ["Choose a lead", "No question yet", ""]
    assert rows(room)[1].missing == "Overlaps"


def test_tm8_what_stands_empty_or_runs_over_before_a_fixed_start_is_said(room: Room) -> None:
    """TM8."""
    room.block("Talk", minutes=60)
    lunch = room.block("Lunch", minutes=60, category="pause")

    changed_block(room, lunch, pinned=10 * 60 + 20)
    assert (rows(room)[1].before, rows(room)[1].clashes) == ("20 min free before 10:20", False)

    changed_block(room, lunch, pinned=9 * 60 + 50)
    assert (rows(room)[1].before, rows(room)[1].clashes) == ("runs 10 min into “Lunch”", True)
    # The row says what its field says, and the line above it by how much the two overlap.
    assert rows(room)[1].starts == "09:50"


def test_work_and_rest_are_told_apart(room: Room) -> None:
    room.block("Talk", minutes=100)
    room.block("Break", category="pause")

    assert sums_words(sums_of_day(room.records, FIRST_DAY)) == "1 h 40 work · 15 min rest"


@pytest.mark.parametrize(
    ("moving", "steps", "order"),
    [
        ((2,), -1, "0213"),
        ((0,), 1, "1023"),
        ((0, 1), 1, "2013"),
        ((2, 3), -1, "0231"),
        ((0, 2), 1, "1302"),
        ((1, 3), -1, "1302"),
        ((0, 3), 1, "1203"),
    ],
)
def test_chosen_blocks_go_up_and_down_together(room: Room, moving: Sequence[int], steps: int, order: str) -> None:
    blocks = [room.block(str(at)) for at in range(4)]
    chosen = tuple(blocks[at] for at in moving)

    after = block_before(room.records, FIRST_DAY, chosen, steps)

    assert after is not None
    room.say(MoveBlocks(chosen, after, FIRST_DAY))
    assert "".join(titles(room)) == order


def test_blocks_go_nowhere_beyond_the_ends(room: Room) -> None:
    first, second = room.block("One"), room.block("Two")

    assert block_before(room.records, FIRST_DAY, (first,), -1) is None
    assert block_before(room.records, FIRST_DAY, (first, second), 1) is None
    assert block_before(room.records, FIRST_DAY, (), 1) is None


def test_what_is_added_comes_right_below(room: Room) -> None:
    first, second = room.block("One"), room.block("Two")

    place = place_below(room.records, FIRST_DAY, first)

    assert agenda(room.records)[0].place < place < agenda(room.records)[1].place
    assert place_below(room.records, FIRST_DAY, second) == ""
    assert position(room.records, FIRST_DAY, first) == 0
    room.say(MoveBlock(second, place, FIRST_DAY))
    assert titles(room) == ["One", "Two"]


def test_a_row_is_said_in_one_breath(room: Room) -> None:
    lunch = room.block("Lunch", minutes=60, category="pause")
    changed_block(room, lunch, pinned=12 * 60 + 30, priority="must")

    assert rows(room)[0].said() == "210 min free before 12:30, 12:30, fixed, Lunch, must, 60 min, protected"
