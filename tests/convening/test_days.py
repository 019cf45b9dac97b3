"""The days of a convening: the first is its own, the others follow in their order."""

from __future__ import annotations

from dataclasses import replace

from facilitator.convening.days import FIRST_DAY, Day, days, the_day
from facilitator.convening.ids import DayId
from tests.convening.given import CONVENING, Room, refused


def test_the_first_day_is_the_convenings_own_and_is_there_without_one() -> None:
    assert [day.id for day in days(Room().records)] == [FIRST_DAY]
    room = Room(
        replace(CONVENING, day_line="Arriving", date="2027-03-18", starts=600, told_end=1000),
        Day(DayId("c"), "Third", place="W"),
        Day(DayId("b"), "Second", place="V"),
    )

    assert [day.title for day in days(room.records)] == ["Arriving", "Second", "Third"]
    assert the_day(room.records, FIRST_DAY) == Day(FIRST_DAY, "Arriving", "2027-03-18", 600, "", 1000)
    with refused("day.none_such"):
        the_day(room.records, DayId("nowhere"))
