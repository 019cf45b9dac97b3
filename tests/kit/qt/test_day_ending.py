"""When the day will likely end: for the room only if the guide lets it be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.stage_state import HideLateness, ShowLateness
from facilitator.convening.timebox import MINUTE
from facilitator.kit.qt.day_ending import DayEnding
from facilitator.kit.qt.reading import Reading
from tests.convening.given import CONVENING, Room

NINE = round(datetime(2027, 3, 18, 9, 0, tzinfo=UTC).timestamp() * 1000)


def live() -> Room:
    """A day from 9:00 with two blocks of an hour; the first one runs."""
    room = Room(replace(CONVENING, date="2027-03-18", starts=9 * 60, state="live"))
    room.now = NINE
    first = room.when(AddBlock(Block(BlockId(""), "One", "plain", minutes=60)))
    room.when(AddBlock(Block(BlockId(""), "Two", "plain", minutes=60)))
    room.when(StartBlock(BlockId(first)))
    return room


def says(room: Room, minutes: float) -> str:
    return DayEnding(room.seen).words(Reading(NINE + round(minutes * MINUTE), UTC))


def test_it_is_for_the_laptop_only_unless_told_otherwise() -> None:
    """ST2."""
    room = live()

    assert not says(room, 68)
    room.when(ShowLateness())
    assert says(room, 68)
    room.when(HideLateness())
    assert not says(room, 68)


def test_the_room_is_told_about_when_it_ends_never_too_early() -> None:
    room = live()
    room.when(ShowLateness())

    assert says(room, 30) == "We end at about 11:00"
    assert says(room, 61) == "We end at about 11:05"
    assert says(room, 68) == "We end at about 11:10"


def test_it_follows_the_clock_by_itself() -> None:
    room = live()
    room.when(ShowLateness())
    ending = DayEnding(room.seen)

    said = [ending.words(Reading(NINE + minutes * MINUTE, UTC)) for minutes in (30, 75, 75, 90)]

    assert said == [
        "We end at about 11:00", "We end at about 11:15", "We end at about 11:15", "We end at about 11:30",
    ]  # fmt: skip


def test_before_the_day_begins_nothing_is_said() -> None:
    room = Room(CONVENING)
    room.when(ShowLateness())

    assert not DayEnding(room.seen).words(Reading(NINE, UTC))
    assert not DayEnding().words(Reading(NINE, UTC))
    assert room.seen[Convening]
