"""What the bar says once the room has parted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from facilitator.console.parting import Parting
from facilitator.console.steering import Steering
from facilitator.console.trouble_bar import TroubleBar
from facilitator.convening.agenda import MoveBlock
from facilitator.convening.clock import EndConvening, EndDay, StartBlock
from facilitator.convening.days import Day
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.planning import AddDay
from facilitator.kit.qt.acts import Act
from tests.console.conftest import Room

SUMMARY = Act("Ctrl P", "Summary", lambda: None)


@pytest.fixture
def bar(shown: Callable[[QWidget], None]) -> TroubleBar:
    made = TroubleBar()
    shown(made)
    return made


def two_days(room: Room) -> tuple[BlockId, BlockId]:
    first, last = room.block("Arrive"), room.block("Again")
    room.say(MoveBlock(last, "V", DayId(f"{room.say(AddDay(Day(DayId(''), 'More'))).id}.1")))
    room.say(GoLive())
    room.say(StartBlock(first))
    return first, last


def test_between_two_days_it_says_with_what_the_next_one_begins(bar: TroubleBar, room: Room) -> None:
    _first, last = two_days(room)
    parting, acts = Parting(bar), Steering(str, room.records, tuple, abs, lambda: room.now).acts()

    parting.show_records(room.records, acts, SUMMARY)
    assert bar.words() == ""
    room.say(EndDay())
    parting.show_records(room.records, acts, SUMMARY)
    assert bar.words() == "This day is over. It goes on with “Again”."

    room.say(StartBlock(last))
    parting.show_records(room.records, acts, SUMMARY)
    assert bar.words() == ""
    room.say(EndConvening())
    parting.show_records(room.records, acts, SUMMARY)
    assert bar.words() == "The day is over. Everything is kept on this laptop."


def test_what_was_read_does_not_come_back(bar: TroubleBar, room: Room) -> None:
    two_days(room)
    room.say(EndDay())
    parting, acts = Parting(bar), Steering(str, room.records, tuple, abs, lambda: room.now).acts()
    parting.show_records(room.records, acts, SUMMARY)

    bar.settle("parted")
    parting.show_records(room.records, acts, SUMMARY)

    assert bar.words() == ""
