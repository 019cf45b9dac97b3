"""The day as rows: what is done, what is live, what comes, how late it is."""

from __future__ import annotations

from datetime import UTC

from facilitator.console.day import Phase, day_of, phase_of
from facilitator.convening.agenda import Block, MoveBlock
from facilitator.convening.clock import EndConvening, EndDay, StartBlock
from facilitator.convening.days import Day
from facilitator.convening.gathering import OVER, Convening, GoLive
from facilitator.convening.ids import STAGE, BlockId, DayId
from facilitator.convening.planning import AddDay
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, Stage
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Plain, added, changed
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import MINUTE, NINE, Room


def lived(room: Room, *spent: int) -> tuple[Records, list[BlockId]]:
    """A day of three blocks, of which the first ones took so many minutes and the next is live."""
    blocks = [
        room.block("Arrive", minutes=15),
        room.block("Ideas", minutes=40, category="think"),
        room.block("Lunch", minutes=60, category="pause"),
    ]
    at, changes = NINE, []
    for block, minutes in zip(blocks, spent, strict=False):
        ended = at + minutes * MINUTE
        box = Timebox(
            block, began=at, ended=ended, since=at, spent_ms=ended - at, started=at, length_ms=minutes * MINUTE
        )
        changes.append(added(box))
        at = ended
    live = blocks[len(spent)]
    length = room.records.table("block")[live]
    changes.append(
        added(Timebox(live, began=at, since=at, started=at, length_ms=getattr(length, "minutes", 0) * MINUTE))
    )
    changes.append(added(Stage(STAGE, ACTIVITY, live)))
    convening = next(iter(room.records[Convening].values()))
    return room.records.after([*changes, changed(convening, state="live")]), blocks


def test_a_late_day_says_when_each_block_is_likely(room: Room) -> None:
    records, _ = lived(room, 21)

    day = day_of(records, Reading(NINE + 30 * MINUTE, UTC))

    assert [row.phase for row in day.rows] == [Phase.DONE, Phase.LIVE, Phase.COMING]
    assert day.rows[0].aside == "+6 min"
    assert (day.rows[2].planned, day.rows[2].likely, day.rows[2].is_calm) == ("09:55", "10:01", False)
    assert (day.late_words(), day.ends, day.likely_ends) == ("6 min late", "10:55", "11:01")


def test_a_day_on_time_says_no_likely_times(room: Room) -> None:
    records, _ = lived(room, 15)

    day = day_of(records, Reading(NINE + 20 * MINUTE, UTC))

    assert [row.likely for row in day.rows] == ["", "", ""]
    assert day.rows[0].aside == "on time"
    assert day.late_words() == "On time"


def test_the_live_row_tells_its_clock(room: Room) -> None:
    records, _ = lived(room, 15)

    row = day_of(records, Reading(NINE + 37 * MINUTE, UTC)).rows[1]

    assert (row.began, row.spent, row.left) == ("started 09:15", "22 of 40 min", "18 min left")
    assert abs(row.share - 0.55) < 0.01


def test_a_block_over_its_time_says_so(room: Room) -> None:
    records, _ = lived(room, 15)

    row = day_of(records, Reading(NINE + 58 * MINUTE, UTC)).rows[1]

    assert (row.left, row.is_over, row.share) == ("3 min over", True, 1.0)


def test_the_ribbon_marks_now_while_the_day_is_live(room: Room) -> None:
    records, _ = lived(room, 15)

    day = day_of(records, Reading(NINE + round(57.5 * MINUTE), UTC))

    assert abs(day.ribbon.now - 0.5) < 0.01
    assert [block.passed for block in day.ribbon.blocks][::2] == [1.0, 0.0]


def test_a_row_is_said_in_one_breath(room: Room) -> None:
    records, _ = lived(room, 15)

    said = [row.said() for row in day_of(records, Reading(NINE + 20 * MINUTE, UTC)).rows]

    assert said == ["09:00, Arrive, done, on time", "09:15, Ideas, live, 35 min left", "09:55, Lunch, 60 min"]


def test_before_the_day_everything_is_still_to_come(room: Room) -> None:
    block = room.block("Arrive")

    assert phase_of(room.records, block) is Phase.COMING
    assert day_of(room.records, room.clock()).late_words() == "On time"


def test_on_another_day_than_planned_the_day_is_not_late(room: Room) -> None:
    records, _ = lived(room, 21)
    later = records.after([changed(convening, date="2027-03-11") for convening in records[Convening].values()])
    evening = later.after([changed(convening, starts=8 * 60 + 40) for convening in later[Convening].values()])

    day = day_of(evening, Reading(NINE + 30 * MINUTE, UTC))

    assert (day.starts, day.late_words()) == ("09:00", "6 min late")


def replanned(records: Records, block: BlockId, **values: Plain) -> Records:
    return records.after([changed(records[Block][block], **values)])


def test_a_dropped_block_and_a_shorter_one_say_what_was_planned(room: Room) -> None:
    """TM6: what was left out stays seen, and the plan stands beside what is."""
    records, blocks = lived(room)
    other = replanned(replanned(records, blocks[1], replanned=0), blocks[2], replanned=45)

    rows = day_of(other, Reading(NINE, UTC)).rows

    assert [(row.is_dropped, row.aside, row.planned_minutes) for row in rows] == [
        (False, "15 min", ""),
        (True, "dropped", "40"),
        (False, "45 min", "60"),
    ]
    assert rows[2].said() == "09:55, likely 09:15, Lunch, 45 min, planned 60 min"
    assert [row.is_calm for row in rows] == [False, False, True]


def test_a_fixed_start_says_what_stands_empty_before_it_or_how_late_it_is(room: Room) -> None:
    """TM8: a block may be pinned to a clock time, and a clash is shown."""
    records, blocks = lived(room, 15)
    fixed = replanned(records, blocks[2], pinned=10 * 60)

    early = day_of(fixed, Reading(NINE + 20 * MINUTE, UTC)).rows[2]
    late = day_of(fixed, Reading(NINE + 70 * MINUTE, UTC)).rows[2]

    assert (early.fixed, early.is_clash) == ("Fixed at 10:00 · 5 min free before", False)
    assert (late.fixed, late.is_clash) == ("Fixed at 10:00 · 10 min late", True)
    assert late.said() == "10:00, likely 10:10, Fixed at 10:00 · 10 min late, Lunch, 60 min"


def test_the_day_that_is_told_is_the_one_the_room_is_in(room: Room) -> None:
    records, _ = lived(room, 15)
    assert (day_of(records, room.clock()).title, day_of(records, room.clock()).number) == ("Today", "")
    second = DayId(f"{room.say(AddDay(Day(DayId(''), 'More', '2027-03-19', 600))).id}.1")
    block = room.block("Again")
    room.say(MoveBlock(block, "V", second))
    room.say(StartBlock(block))
    room.say(EndDay())

    again = room.block("At last")
    room.say(MoveBlock(again, "X", second))
    day = day_of(room.records, room.clock())

    assert (day.number, [row.title for row in day.rows]) == ("Day 2 of 2", ["Again", "At last"])


def test_a_day_to_come_is_called_by_its_date_and_now_stands_before_it(room: Room) -> None:
    records, blocks = lived(room, 15, 40)
    room.say(AddDay(Day(DayId(""), "More", "2027-03-19", 600)))
    (key,) = room.records[Day]
    block = room.block("Again")
    room.say(MoveBlock(block, "V", DayId(key)))
    late = room.records.after(
        change for kind in (Timebox, Stage) for record in records[kind].values() for change in [added(record)]
    )
    late = late.after([changed(convening, state="live") for convening in late[Convening].values()])
    parted = late.after([changed(late[Timebox][blocks[2]], ended=NINE + 120 * MINUTE)])

    day = day_of(parted, Reading(NINE + 130 * MINUTE, UTC))

    assert (day.title, day.number, day.late_words()) == ("Fri 19 March", "Day 2 of 2", "On time")
    assert [(row.title, row.has_now) for row in day.rows] == [("Again", True)]


def test_what_was_never_held_says_so_once_the_convening_is_over(room: Room) -> None:
    records, blocks = lived(room, 15)
    ended = records.after([changed(records[Timebox][blocks[1]], ended=NINE + 40 * MINUTE)])
    over = ended.after([changed(convening, state=OVER) for convening in ended[Convening].values()])

    day = day_of(over, Reading(NINE + 50 * MINUTE, UTC))

    assert (day.late_words(), day.further_words(), day.likely_ends) == ("Over", "", "09:40")
    assert (day.rows[2].likely, day.rows[2].aside, day.rows[2].is_dropped) == ("", "not held", True)


def test_the_day_it_ended_on_stays_once_the_convening_is_over(room: Room) -> None:
    block = room.block("Arrive")
    room.say(AddDay(Day(DayId(""), "More", "2027-03-19", 600)))
    (key,) = room.records[Day]
    room.say(MoveBlock(room.block("Again"), "V", DayId(key)))
    room.say(GoLive())
    room.say(StartBlock(block))
    room.say(EndConvening())

    day = day_of(room.records, room.clock())

    assert (day.number, [row.title for row in day.rows]) == ("Day 1 of 2", ["Arrive"])


def test_a_block_that_was_passed_by_is_not_said_to_come(room: Room) -> None:
    records, blocks = lived(room)
    passed = records.after(
        [
            added(Timebox(blocks[2], began=NINE, since=NINE, started=NINE, length_ms=MINUTE)),
            changed(records[Stage][STAGE], block=blocks[2]),
            changed(records[Timebox][blocks[0]], ended=NINE),
        ]
    )

    row = day_of(passed, Reading(NINE + MINUTE, UTC)).rows[1]

    assert (row.aside, row.likely) == ("not held", "")


def test_the_end_that_people_were_told_stands_beside_the_likely_one(room: Room) -> None:
    records, _ = lived(room, 21)
    told = records.after([changed(convening, told_end=11 * 60 + 1) for convening in records[Convening].values()])

    day = day_of(told, Reading(NINE + 30 * MINUTE, UTC))

    assert (day.promised, day.ends, day.late_words()) == ("11:01", "10:55", "On time")
