"""The timetable: planned and likely starts, fixed points, and how late the day is."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import MINUTE, EndConvening, StartBlock
from facilitator.convening.gathering import DescribeConvening, GoLive
from facilitator.convening.timetable import DAY_MS, FAR, actual_minutes, minutes_late, plan_of, timetable
from tests.convening.given import BOARD, CONVENING, LUNCH, MORNING, VOTE, WICKED, Room, given

MIDNIGHT = MORNING - 9 * 60 * MINUTE
TODAY, YESTERDAY = "2027-01-15", "2027-01-14"


def planned(room: Room) -> list[tuple[str, int, int]]:
    return [(slot.block.id, slot.starts, slot.ends) for slot in timetable(room.records, room.now, MIDNIGHT, TODAY)]


def likely(room: Room) -> list[tuple[int, int]]:
    return [(slot.likely_starts, slot.likely_ends) for slot in timetable(room.records, room.now, MIDNIGHT, TODAY)]


def late(room: Room) -> int:
    return minutes_late(timetable(room.records, room.now, MIDNIGHT, TODAY))


def test_each_start_follows_from_the_block_before_and_lunch_waits_for_its_time() -> None:
    room = Room(CONVENING, BOARD, VOTE, WICKED, replace(LUNCH, pinned=12 * 60))

    assert planned(room) == [("board", 540, 580), ("vote", 580, 595), ("wicked", 595, 620), ("lunch", 720, 780)]
    assert not any(slot.clashes for slot in timetable(room.records, room.now, MIDNIGHT, TODAY))


def test_a_fixed_point_that_has_passed_is_a_clash() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=550))

    assert [slot.clashes for slot in timetable(room.records, room.now, MIDNIGHT, TODAY)] == [False, True]
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


def test_a_day_that_begins_late_on_its_own_date_is_late() -> None:
    for date in ("", TODAY):
        room = given()
        room.when(DescribeConvening(replace(CONVENING, date=date)))
        room.when(GoLive())
        room.later(30 * MINUTE)
        assert late(room) == 30

        room.when(StartBlock(BOARD.id))

        assert late(room) == 30
        assert planned(room)[0] == ("board", 540, 580)


def test_on_another_day_than_its_date_the_plan_begins_when_the_first_block_does() -> None:
    room = given()
    room.when(DescribeConvening(replace(CONVENING, date=YESTERDAY)))
    room.when(GoLive())
    room.later(35 * MINUTE)
    assert (late(room), planned(room)[0], likely(room)[0]) == (0, ("board", 540, 580), (540, 580))

    room.when(StartBlock(BOARD.id))
    assert (late(room), planned(room)[0], likely(room)[0]) == (0, ("board", 575, 615), (575, 615))
    room.later(50 * MINUTE)

    assert (late(room), planned(room)[1], likely(room)[1]) == (10, ("vote", 615, 630), (625, 640))


def test_a_day_that_begins_far_from_its_plan_is_held_at_another_time_not_late() -> None:
    for hours in (12, -5):
        room = given()
        room.when(GoLive())
        room.later(hours * 60 * MINUTE)
        assert late(room) == 0

        room.when(StartBlock(BOARD.id))

        assert (late(room), planned(room)[0][1]) == (0, 540 + hours * 60)
        assert abs(hours * 60) > FAR


def test_the_plan_itself_is_never_moved() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=10 * 60))
    room.when(GoLive())
    room.later(12 * 60 * MINUTE)
    room.when(StartBlock(BOARD.id))

    assert [(slot.starts, slot.ends, slot.likely_starts) for slot in plan_of(room.records)] == [
        (540, 580, 540),
        (600, 615, 600),
    ]


def test_a_fixed_point_moves_with_a_plan_that_is_held_at_another_time() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=10 * 60))
    room.when(GoLive())
    room.later(12 * 60 * MINUTE)

    room.when(StartBlock(BOARD.id))

    assert planned(room) == [("board", 1260, 1300), ("vote", 1320, 1335)]
    assert late(room) == 0
