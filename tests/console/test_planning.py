"""An agenda in preparation: starts that follow, what is missing, where blocks go."""

from __future__ import annotations

from dataclasses import replace

from facilitator.console.planning import place_after, place_moved, plan_rows, position, sums, to_settle
from facilitator.convening.agenda import Block, ChangeBlock, MoveBlock, agenda
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import BlockId
from tests.console.conftest import Room


def titles(room: Room) -> list[str]:
    return [block.title for block in agenda(room.records)]


def changed_block(room: Room, key: BlockId, **fields: object) -> None:
    room.say(ChangeBlock(replace(room.records[Block][key], **fields)))  # type: ignore[arg-type]  # as the test says


def test_each_start_follows_from_the_one_before(room: Room) -> None:
    for title in ("One", "Two", "Three"):
        room.block(title, minutes=20)

    assert [row.starts for row in plan_rows(room.records)] == ["09:00", "09:20", "09:40"]


def test_what_is_missing_is_said_gravest_first(room: Room) -> None:
    room.block("Talk", minutes=60)
    ideas = room.block("Ideas", "ideation_board")
    room.block("Break", category="pause")

    missing = [row.missing for row in plan_rows(room.records)]
    changed_block(room, ideas, pinned=9 * 60)

    assert missing == ["Choose a lead", "No question yet", ""]
    assert plan_rows(room.records)[1].missing == "Starts before the one above ends"
    assert to_settle(plan_rows(room.records)) == "2 things to settle before you go live"


def test_nothing_to_settle_says_nothing(room: Room) -> None:
    room.block("Break", category="pause")

    assert to_settle(plan_rows(room.records)) == ""
    assert sums(plan_rows(room.records)) == "0 min work · 15 min rest"


def test_a_block_is_moved_between_two_others(room: Room) -> None:
    first, _second, third = (room.block(title) for title in ("One", "Two", "Three"))

    room.say(MoveBlock(third, place_moved(room.records, third, 1), FIRST_DAY))

    assert titles(room) == ["One", "Three", "Two"]
    room.say(MoveBlock(first, place_moved(room.records, first, 2), FIRST_DAY))
    assert titles(room) == ["Three", "Two", "One"]


def test_a_block_goes_nowhere_beyond_the_ends(room: Room) -> None:
    only = room.block("One")

    assert place_moved(room.records, only, -1) == ""
    assert place_moved(room.records, only, 1) == ""


def test_what_is_added_comes_right_below(room: Room) -> None:
    first = room.block("One")
    room.block("Two")

    place = place_after(room.records, first)

    assert agenda(room.records)[0].place < place < agenda(room.records)[1].place
    assert place_after(room.records, "") == ""
    assert position(room.records, first) == 0


def test_a_row_is_said_in_one_breath(room: Room) -> None:
    lunch = room.block("Lunch", minutes=60, category="pause")
    changed_block(room, lunch, pinned=12 * 60 + 30)

    assert plan_rows(room.records)[0].said() == "12:30, fixed, Lunch, 60 min"
