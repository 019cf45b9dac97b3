"""The rest of a day, now and then."""

from __future__ import annotations

from facilitator.console.catching_up.rest import Rest, rest_of
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.catch_up import after
from facilitator.convening.clock import StartBlock
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId
from facilitator.convening.planning import Replan
from facilitator.convening.timetable import Moments, timetable
from tests.console.conftest import MINUTE, NINE, ClockedRoom
from tests.console.late import BLOCKS


def rest_at(room: ClockedRoom, wish: Replan, freed: frozenset[BlockId] = frozenset()) -> Rest:
    moments = Moments(room.now, "2027-03-18", lambda at: 540 + (at - NINE) // MINUTE)
    now = timetable(room.records, FIRST_DAY, moments)
    then = timetable(after(room.records, wish), FIRST_DAY, moments)
    return rest_of(room.records, now, then, freed, moments.minute_of(room.now), 720)


def test_the_rest_begins_with_the_block_that_runs_and_says_both_times(room: ClockedRoom) -> None:
    for block in BLOCKS[:5]:
        room.say(AddBlock(block))
    keys = [block.id for block in room.records[Block].values()]
    room.say(GoLive())
    room.say(StartBlock(keys[0]))
    room.pass_minutes(25)
    room.say(StartBlock(keys[1]))
    room.pass_minutes(10)

    found = rest_at(room, Replan(FIRST_DAY, (keys[2], keys[3]), (30, 0)), frozenset({keys[4]}))

    assert [row.title for row in found.rows] == ["Talk", "Ideas", "Spare", "Lunch"]
    assert [row.said() for row in found.rows] == [
        "09:20, then 09:25, Talk, 30 min, is not touched",
        "09:50, then 09:55, Ideas, 40 min, then 30 min",
        "10:30, Spare, left out",
        "10:34, then 10:25, Lunch, 60 min, may give minutes",
    ]
    assert [(each.starts, each.ends) for each in found.then] == [(575, 595), (595, 625), (625, 685)]
    assert (len(found.now), found.at, found.ends) == (4, 575, 685)
