"""The days of a convening: the first is the convening's own, others may follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.gathering import DAY_MINUTES, Convening
from facilitator.convening.ids import DayId
from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal, Seen

FIRST_DAY = DayId("")
"""The day that every convening has: its date, line, start and told end are the convening's own."""

AS_IT_COMES = -1
"""Nobody was told another end than the plan's."""


@dataclass(frozen=True, slots=True)
class Day(Record[DayId]):
    """A day of a convening. `date` is ISO, `starts` and the end that people were `told` are minutes since midnight.

    `told` is -1 while the end of the plan holds.
    """

    title: str = ""
    date: str = ""
    starts: int = 9 * 60
    place: str = ""
    told: int = AS_IT_COMES

    seen: ClassVar[Seen] = Seen.ROOM
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {
        "starts": (0, DAY_MINUTES - 1), "told": (AS_IT_COMES, 2 * DAY_MINUTES),
    }  # fmt: skip


def days(records: Records) -> list[Day]:
    """The days in their order, the first one included."""
    first = next(iter(records[Convening].values()), None)
    opening = Day(FIRST_DAY)
    if first is not None:
        opening = Day(FIRST_DAY, first.day_line, first.date, first.starts, "", first.told_end)
    return [opening, *sorted(records[Day].values(), key=lambda day: (day.place, day.id))]


def the_day(records: Records, day: DayId) -> Day:
    """Give a day. Raises Refusal day.none_such."""
    for found in days(records):
        if found.id == day:
            return found
    raise Refusal("day.none_such")
