"""When each block starts: by plan, and by what has really happened so far. Source: practice, rules TM5, TM8."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from facilitator.convening.agenda import Block, agenda, agenda_of, current, has_parted, neighbour
from facilitator.convening.days import AS_IT_COMES, Day, days, the_day
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox

FAR = 3 * 60
"""A day that begins so many minutes from its plan is not late or early: it is held at another time."""


@dataclass(frozen=True, slots=True)
class Moments:
    """How the room's clock tells time on one day: `minute_of` turns UTC ms into minutes since that day's midnight.

    `now` is UTC ms and `date` the day (ISO) whose midnight it is.
    """

    now: int
    date: str
    minute_of: Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Slot:
    """One block in time: planned and likely start and end, in minutes since the midnight of its day.

    `slack` are the minutes that stand empty before a fixed start; negative when the block before runs into it.
    """

    block: Block
    starts: int
    ends: int
    likely_starts: int
    likely_ends: int
    slack: int = 0

    @property
    def clashes(self) -> bool:
        """Whether its fixed start has passed already when the block before ends."""
        return self.slack < 0


def plan_of(records: Records) -> list[Slot]:
    """Compute the planned times of all blocks, day after day."""
    return [slot for day in days(records) for slot in plan_of_day(records, day.id)]


def plan_of_day(records: Records, day: DayId) -> list[Slot]:
    """Compute the start of every block of a day from the one before, as planned; a pinned one waits for its time.

    Raises Refusal day.none_such.
    """
    plan, slots = the_day(records, day).starts, []
    for block in agenda_of(records, day):
        slack = block.pinned - plan if block.pinned >= 0 else 0
        starts = max(plan, block.pinned)
        plan = starts + block.minutes
        slots.append(Slot(block, starts, plan, starts, plan, slack))
    return slots


def timetable(records: Records, day: DayId, moments: Moments) -> list[Slot]:
    """Compute when every block of a day starts by plan and, by what has really happened so far, when it likely starts.

    Blocks that ran keep their real times, those to come have the minutes they were given last, and those that were
    passed by have none. On another date
    than the day's, or FAR from its plan, nobody is late: the plan as a whole, fixed points too, moves to when the first
    block really begins. Raises Refusal day.none_such.
    """
    planned = the_day(records, day)
    begun = began_on(records, day)
    is_elsewhen = _is_held_elsewhen(planned, begun or moments.now, moments)
    moved = moments.minute_of(begun) - planned.starts if begun and is_elsewhen else 0
    is_today = begun or (not is_elsewhen and _has_come(records, planned, moments))
    passed = moments.minute_of(moments.now) if _is_live(records) and is_today else 0
    likely, slots = planned.starts + moved, []
    coming = to_come(records)
    for slot in plan_of_day(records, day):
        block, box = slot.block, records[Timebox].get(slot.block.id)
        if box is not None and box.began:
            starts = moments.minute_of(box.began)
            likely = max(likely, _end_of(box, moments))
        elif block.id not in coming:
            # The room has passed it by: it takes no time any more.
            starts = likely
        else:
            pinned = block.pinned + moved if block.pinned >= 0 and not block.is_dropped else 0
            starts = max(likely, pinned) if block.is_dropped else max(likely, passed, pinned)
            likely = starts + block.minutes_now
        moved_slot = replace(slot, starts=slot.starts + moved, ends=slot.ends + moved)
        slots.append(replace(moved_slot, likely_starts=starts, likely_ends=likely))
    return slots


def promised_end(records: Records, day: DayId, slots: list[Slot]) -> int:
    """The end that people count on (minutes since midnight): the one they were told, else the plan's."""
    told = the_day(records, day).told
    if told != AS_IT_COMES:
        return told
    return slots[-1].ends if slots else the_day(records, day).starts


def minutes_late(records: Records, day: DayId, slots: list[Slot]) -> int:
    """How much later than people count on the day will end; negative when early."""
    return slots[-1].likely_ends - promised_end(records, day, slots) if slots else 0


def actual_minutes(records: Records, block: BlockId, now: int) -> int:
    """How long a block has really taken so far, in whole minutes, rounded; 0 if it has not begun."""
    box = records[Timebox].get(block)
    if box is None or not box.began:
        return 0
    return round((box.spent_ms + (0 if box.ended else now - box.since)) / MINUTE)


def to_come(records: Records) -> frozenset[BlockId]:
    """The blocks that nobody has begun and nobody has passed by: those after the live one.

    Once its clock has ended the room has parted for the day, and only the days after it are to come.
    """
    blocks, boxes = agenda(records), records[Timebox]
    live = records[Block].get(current(records))
    rest = blocks[blocks.index(live) + 1 :] if live is not None else blocks
    if live is not None and live.id in boxes and boxes[live.id].ended:
        rest = [block for block in rest if block.day != live.day]
    return frozenset(block.id for block in rest if block.id not in boxes or not boxes[block.id].began)


def day_now(records: Records) -> DayId:
    """The day that the room is in: that of the block that runs; once that has ended, the next day with blocks."""
    live = records[Block].get(current(records))
    if live is None:
        blocks = agenda(records)
        return blocks[0].day if blocks else days(records)[0].id
    return records[Block][neighbour(records, 1)].day if has_parted(records) else live.day


def began_on(records: Records, day: DayId) -> int:
    """When the first block of a day began (UTC ms), 0 before."""
    blocks, boxes = records[Block], records[Timebox]
    return min((box.began for box in boxes.values() if box.began and _day_of(blocks.get(box.id)) == day), default=0)


def _day_of(block: Block | None) -> DayId | None:
    return block.day if block is not None else None


def _end_of(box: Timebox, moments: Moments) -> int:
    if box.ended:
        return moments.minute_of(box.ended)
    return moments.minute_of(max(moments.now, moments.now + box.left(moments.now)))


def _is_live(records: Records) -> bool:
    return any(convening.state == LIVE for convening in records[Convening].values())


def _has_come(records: Records, day: Day, moments: Moments) -> bool:
    """Whether the clock may push this day's blocks: it is the first, or its own date has come."""
    return day.id == days(records)[0].id or day.date == moments.date


def _is_held_elsewhen(day: Day, began: int, moments: Moments) -> bool:
    """Whether a day that begins at this moment is held at another time than it was planned for."""
    return (day.date or moments.date) != moments.date or abs(moments.minute_of(began) - day.starts) > FAR
