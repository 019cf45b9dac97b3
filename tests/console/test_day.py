"""The day as rows: what is done, what is live, what comes, how late it is."""

from __future__ import annotations

from datetime import UTC

from facilitator.console.day import Phase, category_ribbon, day_of, phase_of
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import STAGE, BlockId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, Stage
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import added, changed
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
    assert (day.rows[2].planned, day.rows[2].likely) == ("09:55", "10:01")
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
    assert category_ribbon(room.records, block).chosen == 0
    assert day_of(room.records, room.clock()).late == 0


def test_on_another_day_than_planned_the_day_is_not_late(room: Room) -> None:
    records, _ = lived(room, 21)
    later = records.after([changed(convening, date="2027-03-11") for convening in records[Convening].values()])
    evening = later.after([changed(convening, starts=8 * 60 + 40) for convening in later[Convening].values()])

    day = day_of(evening, Reading(NINE + 30 * MINUTE, UTC))

    assert (day.starts, day.late_words()) == ("09:00", "6 min late")
