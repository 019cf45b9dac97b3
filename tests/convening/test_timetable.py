"""The timetable: planned and likely starts, fixed points, and how late the day is."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.agenda import has_parted, neighbour
from facilitator.convening.clock import EndConvening, EndDay, StartBlock
from facilitator.convening.days import FIRST_DAY, Day
from facilitator.convening.gathering import DescribeConvening, GoLive
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.planning import Replan
from facilitator.convening.timebox import MINUTE
from facilitator.convening.timetable import (
    FAR,
    Moments,
    Slot,
    actual_minutes,
    day_now,
    minutes_late,
    plan_of,
    promised_end,
    timetable,
)
from tests.convening.given import BOARD, CONVENING, LUNCH, MORNING, VOTE, WICKED, Room, given

MIDNIGHT = MORNING - 9 * 60 * MINUTE
TODAY, YESTERDAY, TOMORROW = "2027-01-15", "2027-01-14", "2027-01-16"


def slots_of(room: Room, day: DayId = FIRST_DAY, date: str = TODAY) -> list[Slot]:
    ahead = 24 * 60 * (date == TOMORROW)
    return timetable(room.records, day, Moments(room.now, date, lambda at: (at - MIDNIGHT) // MINUTE - ahead))


def planned(room: Room) -> list[tuple[str, int, int]]:
    return [(slot.block.id, slot.starts, slot.ends) for slot in slots_of(room)]


def likely(room: Room) -> list[tuple[int, int]]:
    return [(slot.likely_starts, slot.likely_ends) for slot in slots_of(room)]


def late(room: Room) -> int:
    return minutes_late(room.records, FIRST_DAY, slots_of(room))


def test_each_start_follows_from_the_block_before_and_lunch_waits_for_its_time() -> None:
    room = Room(CONVENING, BOARD, VOTE, WICKED, replace(LUNCH, pinned=12 * 60))

    assert planned(room) == [("board", 540, 580), ("vote", 580, 595), ("wicked", 595, 620), ("lunch", 720, 780)]
    assert not any(slot.clashes for slot in slots_of(room))


def test_a_fixed_point_that_has_passed_is_a_clash() -> None:
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=550))

    assert [slot.clashes for slot in slots_of(room)] == [False, True]
    assert planned(room)[1] == ("vote", 580, 595)


def test_without_a_convening_the_day_begins_at_nine_and_without_blocks_it_is_not_late() -> None:
    assert planned(Room(BOARD)) == [("board", 540, 580)]
    assert minutes_late(given().records, FIRST_DAY, []) == 0


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


SECOND = Day(DayId("second"), "The second day", TOMORROW, 10 * 60, "V")
HARVEST, CLOSING = (
    replace(WICKED, id=BlockId("harvest"), day=SECOND.id),
    replace(VOTE, id=BlockId("closing"), day=SECOND.id, place="Z"),
)


def two_days() -> Room:
    room = given(SECOND, HARVEST, CLOSING)
    room.when(GoLive())
    return room


def test_every_day_has_a_start_of_its_own_and_blocks_come_day_by_day() -> None:
    room = two_days()

    assert [(slot.block.id, slot.starts) for slot in plan_of(room.records)][3:] == [
        ("lunch", 620), ("harvest", 600), ("closing", 625),
    ]  # fmt: skip
    assert day_now(room.records) == FIRST_DAY


def test_the_second_day_is_not_late_because_the_first_one_was() -> None:
    room = two_days()
    room.when(StartBlock(LUNCH.id))
    room.later(3 * 60 * MINUTE)
    room.when(EndDay())

    assert day_now(room.records) == SECOND.id
    assert [slot.likely_starts for slot in slots_of(room, SECOND.id)] == [600, 625]
    room.later(22 * 60 * MINUTE + 10 * MINUTE)
    slots = slots_of(room, SECOND.id, TOMORROW)
    assert [slot.likely_starts for slot in slots] == [610, 635]
    assert minutes_late(room.records, SECOND.id, slots) == 10
    room.when(StartBlock(HARVEST.id))
    assert actual_minutes(room.records, LUNCH.id, room.now) == 180


def test_a_gap_before_a_fixed_start_is_slack_and_an_overlap_is_shown_with_its_minutes() -> None:
    """TM8: a block may be pinned to a clock time, and a clash is shown, not hidden."""
    room = Room(CONVENING, BOARD, replace(VOTE, pinned=600), replace(WICKED, pinned=605), LUNCH)

    assert [slot.slack for slot in slots_of(room)] == [0, 20, -10, 0]
    assert [slot.clashes for slot in slots_of(room)] == [False, False, True, False]


def test_a_day_that_was_caught_up_with_keeps_its_plan_and_is_no_longer_late() -> None:
    """TM6: each choice's effect is a new likely end; what was planned stays to be compared with."""
    room = given()
    room.when(GoLive())
    room.when(StartBlock(BOARD.id))
    room.later(60 * MINUTE)
    assert late(room) == 20

    room.when(Replan(FIRST_DAY, (VOTE.id, LUNCH.id), (0, 55)))

    assert planned(room)[1:] == [("vote", 580, 595), ("wicked", 595, 620), ("lunch", 620, 680)]
    assert likely(room)[1:] == [(600, 600), (600, 625), (625, 680)]
    assert late(room) == 0
    room.undo()
    assert late(room) == 20


def test_a_moved_end_is_the_one_that_people_count_on() -> None:
    room = given()
    room.when(GoLive())
    room.when(StartBlock(BOARD.id))
    room.later(60 * MINUTE)

    room.when(Replan(FIRST_DAY, told=700))

    assert promised_end(room.records, FIRST_DAY, slots_of(room)) == 700
    assert late(room) == 0
    assert planned(room)[-1] == ("lunch", 620, 680)


def test_a_block_that_was_passed_by_makes_nobody_late() -> None:
    """TM8: the day goes on without it; it counts again once somebody goes back to what comes before it."""
    room = given()
    room.when(GoLive())
    room.when(StartBlock(BOARD.id))
    room.later(40 * MINUTE)
    room.when(StartBlock(WICKED.id))

    assert likely(room) == [(540, 580), (580, 580), (580, 605), (605, 665)]
    assert late(room) == -15
    room.later(20 * MINUTE)
    assert late(room) == -15
    room.when(StartBlock(BOARD.id))
    assert likely(room)[1] == (600, 615)


def test_a_day_that_parted_before_its_last_block_is_over() -> None:
    room = two_days()
    room.when(StartBlock(BOARD.id))
    room.later(40 * MINUTE)
    room.when(EndDay())

    assert day_now(room.records) == SECOND.id
    assert neighbour(room.records, 1) == HARVEST.id
    room.later(20 * 60 * MINUTE)
    assert late(room) == -100
    room.when(StartBlock(HARVEST.id))
    assert late(room) == -100


def test_what_was_dropped_from_the_last_day_brings_no_other_one() -> None:
    room = given(SECOND, replace(HARVEST, replanned=0))
    room.when(GoLive())
    room.when(StartBlock(LUNCH.id))
    room.when(EndConvening())

    assert day_now(room.records) == FIRST_DAY
    assert neighbour(room.records, 1) == ""


def test_once_a_day_has_ended_what_it_left_is_passed_over_and_the_next_day_begins() -> None:
    room = two_days()
    room.when(StartBlock(BOARD.id))
    assert neighbour(room.records, 1) == VOTE.id
    room.when(EndDay())

    assert has_parted(room.records)
    assert neighbour(room.records, 1) == HARVEST.id
    assert day_now(room.records) == SECOND.id
    room.when(StartBlock(VOTE.id))
    assert (has_parted(room.records), neighbour(room.records, 1)) == (False, WICKED.id)
