"""The timetable: planned and likely starts, fixed points, and how late the day is."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import MINUTE, EndConvening, StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.timetable import DAY_MS, actual_minutes, minutes_late, timetable
from tests.convening.given import BOARD, CONVENING, LUNCH, MORNING, VOTE, WICKED, Room, given

MIDNIGHT = MORNING - 9 * 60 * MINUTE


def planned(room: Room) -> list[tuple[str, int, int]]:
    return [(slot.block.id, slot.starts, slot.ends) for slot in timetable(room.records, room.now, MIDNIGHT)]


def likely(room: Room) -> list[tuple[int, int]]:
    return [(slot.likely_starts, slot.likely_ends) for slot in timetable(room.records, room.now, MIDNIGHT)]


def late(room: Room) -> int:
    return minutes_late(timetable(room.records, room.now, MIDNIGHT))


def test_each_start_follows_from_the_block_before_and_lunch_waits_for_its_time() -> None:
    room = Room(CONVENING, BOARD, VOTE, WICKED, replace(LUNCH, pinned=12 * 60))

    assert planned(room) == [("board", 540, 580), ("vote", 580, 595), ("wicked", 595, 620), ("lunch", 720, 780)]
    assert not any(slot.clashes for slot in timetable(room.records, room.now, MIDNIGHT))


def test_a_fixed_point_that_has_passed_is_a_clash() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=550))

    assert [slot.clashes for slot in timetable(room.records, room.now, MIDNIGHT)] == [False, True]
    assert planned(room)[1] == ("vote", 580, 595)


def test_without_a_convening_the_day_begins_at_nine_and_without_blocks_it_is_not_late() -> None:
    assert planned(Room(BOARD)) == [("board", 540, 580)]
    assert minutes_late([]) == 0


def test_what_runs_over_moves_what_comes() -> None:
    room = given()
    room.when(GoLive())
    room.later(10 * MINUTE)
    assert likely(room)[0] == (550, 590)
    room.when(StartBlock(BOARD.id))
    room.later(20 * MINUTE)
    assert (likely(room)[0], late(room)) == ((550, 590), 10)
    room.later(30 * MINUTE)
    assert (likely(room)[0], likely(room)[1], late(room)) == ((550, 600), (600, 615), 20)

    room.when(StartBlock(VOTE.id))
    room.later(MINUTE)

    assert likely(room)[:2] == [(550, 600), (600, 615)]
    assert DAY_MS == 24 * 60 * MINUTE


def test_real_minutes_are_counted_over_all_visits() -> None:
    room = given()
    assert actual_minutes(room.records, BOARD.id, room.now) == 0
    room.when(StartBlock(BOARD.id))
    room.later(10 * MINUTE)
    room.when(StartBlock(VOTE.id))
    room.later(5 * MINUTE)
    assert actual_minutes(room.records, BOARD.id, room.now) == 10
    room.when(StartBlock(BOARD.id))
    room.later(4 * MINUTE)
    assert actual_minutes(room.records, BOARD.id, room.now) == 14
    room.when(EndConvening())
    room.later(60 * MINUTE)

    assert actual_minutes(room.records, BOARD.id, room.now) == 14
