"""The day as the console tells it: what is done, what is live, what comes, and how late it all is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from facilitator.console.lateness import ON_TIME, Lateness, fixed_start, lateness_of, start_late_by
from facilitator.console.times import clock_words, day_words, moments_of, today_of
from facilitator.convening.agenda import Block, current
from facilitator.convening.days import FIRST_DAY, days, the_day
from facilitator.convening.gathering import LIVE, OVER, Convening
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import (
    Slot,
    actual_minutes,
    began_on,
    day_now,
    promised_end,
    timetable,
    to_come,
)
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.ribbon import Inking, Ribbon, RibbonBlock

PAUSE = "pause"
"""The category of breaks and meals."""


class Phase(Enum):
    """Where a block stands in the day."""

    DONE = "done"
    LIVE = "live"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Row:
    """One block as a row of the day, in words. `likely` is empty unless it differs from what was planned.

    `aside` stands at the end of the row ("15 min", "+4 min"), before it what was `planned_minutes` ("20") where that
    was changed; `is_over` says that it takes longer than planned. `fixed` tells of a fixed start and what stands empty
    before it. `has_now`: the room is right before this block, for nothing runs. `is_calm`: it begins likely at another
    time than planned, which is no trouble: earlier, or no later than people were told.
    """

    block: BlockId
    phase: Phase
    title: str
    lead: str
    planned: str
    likely: str
    aside: str
    is_over: bool
    is_pause: bool
    icon: str
    began: str = ""
    spent: str = ""
    left: str = ""
    share: float = 0.0
    planned_minutes: str = ""
    is_dropped: bool = False
    fixed: str = ""
    is_clash: bool = False
    has_now: bool = False
    is_calm: bool = False

    def said(self) -> str:
        """The row as a screen reader says it."""
        phase = {Phase.DONE: _("done"), Phase.LIVE: _("live"), Phase.COMING: ""}[self.phase]
        likely = _("likely {time}").format(time=self.likely) if self.likely else ""
        planned = _("planned {minutes} min").format(minutes=self.planned_minutes) if self.planned_minutes else ""
        words = (self.planned, likely, self.fixed, self.title, phase, self.lead, self.left or self.aside, planned)
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Day:
    """The whole day: rows, ribbon, when it begins and ends by plan and by now.

    `title` is "Today", or the date of a day that is not today; `number` is "Day 2 of 3", "" for an only day. `promised`
    is the end that people were told, "" while that is the planned one. `is_over`: the convening has ended.
    """

    rows: tuple[Row, ...]
    ribbon: Ribbon
    starts: str
    ends: str
    likely_ends: str
    lateness: Lateness = ON_TIME
    title: str = ""
    number: str = ""
    promised: str = ""
    is_over: bool = False

    def late_words(self) -> str:
        """Say how late the day is: "6 min late", "on time", "4 min early"; or that it is over."""
        return _("Over") if self.is_over else self.lateness.words()

    def further_words(self) -> str:
        """Say until when that lasts: "until 12:30, then on time"; "" where nothing changes."""
        return "" if self.is_over else self.lateness.further()


def day_of(records: Records, reading: Reading) -> Day:
    """Tell the day as it stands at this moment."""
    day = day_shown(records)
    moments = moments_of(records, day, reading)
    slots = timetable(records, day, moments)
    promised = promised_end(records, day, slots)
    lateness = lateness_of(records, slots, promised) if _is_live(records) or began_on(records, day) else ON_TIME
    rows = _rows(records, slots, promised, reading)
    starts = slots[0].starts if slots else the_day(records, day).starts
    ends = slots[-1].ends if slots else starts
    return Day(
        rows,
        _ribbon(records, slots, rows, moments.minute_of(reading.wall_ms)),
        clock_words(starts),
        clock_words(ends),
        clock_words(slots[-1].likely_ends if slots else starts),
        lateness,
        _title(records, day, reading),
        number_words(records, day),
        clock_words(promised) if promised != ends else "",
        _is_over(records),
    )


def day_shown(records: Records) -> DayId:
    """The day that the room is in; once the convening is over, the one that it ended on."""
    last = records[Block].get(current(records))
    return last.day if last is not None and _is_over(records) else day_now(records)


def number_words(records: Records, day: DayId) -> str:
    """Say which day it is: "Day 2 of 3"; "" for an only day."""
    keys = [each.id for each in days(records)]
    if len(keys) < 2:
        return ""
    return _("Day {number} of {count}").format(number=keys.index(day) + 1, count=len(keys))


def _title(records: Records, day: DayId, reading: Reading) -> str:
    """A day that has begun, or has no other date, is today."""
    date, today = the_day(records, day).date, today_of(reading)
    is_today = not date or date == today.isoformat() or began_on(records, day) or day == FIRST_DAY
    return _("Today") if is_today else day_words(date, today)


def _is_live(records: Records) -> bool:
    return any(convening.state == LIVE for convening in records[Convening].values())


def _is_over(records: Records) -> bool:
    return any(convening.state == OVER for convening in records[Convening].values())


def phase_of(records: Records, block: BlockId) -> Phase:
    """Where a block stands: live while its clock is the current one, done once another took over."""
    box = records[Timebox].get(block)
    if box is None or not box.began:
        return Phase.COMING
    return Phase.LIVE if current(records) == block and not box.ended else Phase.DONE


def _rows(records: Records, slots: list[Slot], promised: int, reading: Reading) -> tuple[Row, ...]:
    coming = to_come(records)
    rows, ended, has_come = [], -1, not _is_live(records) or _runs(records)
    for slot in slots:
        is_passed, is_calm = slot.block.id not in coming, start_late_by(slot, slots, promised) <= 0
        row = _row(records, slot, reading, is_passed=is_passed)
        row = _with_fixed_start(replace(row, is_calm=bool(row.likely) and is_calm), slot, ended)
        if row.phase is Phase.COMING and not has_come and not row.is_dropped:
            row, has_come = replace(row, has_now=True), True
        rows.append(row)
        ended = slot.likely_ends
    return tuple(rows)


def _runs(records: Records) -> bool:
    box = records[Timebox].get(current(records))
    return box is not None and not box.ended


def _with_fixed_start(row: Row, slot: Slot, ended: int) -> Row:
    """Say of a fixed start that has not come yet what stands empty before it, or how much too late it will be."""
    block = slot.block
    if block.pinned < 0 or row.phase is not Phase.COMING or row.is_dropped:
        return row
    fixed = fixed_start(slot)
    words = _("Fixed at {time}").format(time=clock_words(fixed))
    late, empty = slot.likely_starts - fixed, slot.likely_starts - ended if ended >= 0 else 0
    if late > 0:
        return replace(row, fixed=_("{fixed} · {minutes} min late").format(fixed=words, minutes=late), is_clash=True)
    if empty > 0:
        return replace(row, fixed=_("{fixed} · {minutes} min free before").format(fixed=words, minutes=empty))
    return replace(row, fixed=words)


def _row(records: Records, slot: Slot, reading: Reading, *, is_passed: bool) -> Row:
    block, phase = slot.block, phase_of(records, slot.block.id)
    is_dropped = (block.is_dropped or is_passed) and phase is Phase.COMING
    left_out = _("dropped") if block.is_dropped else _("not held")
    is_likely = phase is Phase.COMING and not is_dropped and slot.likely_starts != slot.starts
    taken = actual_minutes(records, block.id, reading.wall_ms)
    over = taken - block.minutes if phase is Phase.DONE else 0
    row = Row(
        block.id,
        phase,
        block.title,
        name_of(records, block.guide),
        clock_words(slot.starts),
        clock_words(slot.likely_starts) if is_likely else "",
        left_out if is_dropped else _aside(phase, block, over),
        over > 0,
        block.category == PAUSE,
        block.icon,
        planned_minutes=str(block.minutes) if phase is Phase.COMING and block.minutes_now != block.minutes else "",
        is_dropped=is_dropped,
    )
    return _live_row(records, row, reading) if phase is Phase.LIVE else row


def _aside(phase: Phase, block: Block, over: int) -> str:
    if phase is not Phase.DONE:
        return _("{minutes} min").format(minutes=block.minutes_now)
    if over > 0:
        return _("+{minutes} min").format(minutes=over)
    return _("−{minutes} min").format(minutes=-over) if over else _("on time")


def _live_row(records: Records, row: Row, reading: Reading) -> Row:
    box = records[Timebox][row.block]
    left, length = box.left(reading.wall_ms), max(1, box.length_ms)
    minutes_left = -(-left // MINUTE) if left > 0 else -left // MINUTE
    words = _("{minutes} min left") if left > 0 else _("{minutes} min over")
    return replace(
        row,
        is_over=left < 0,
        began=_("started {time}").format(time=reading.time_at(box.began)),
        spent=_("{minutes} of {all} min").format(
            minutes=max(0, (length - left) // MINUTE), all=box.length_ms // MINUTE
        ),
        left=_("Paused") if box.paused_at else words.format(minutes=minutes_left),
        share=min(1.0, max(0.0, 1 - left / length)),
    )


def _ribbon(records: Records, slots: list[Slot], rows: tuple[Row, ...], now: float) -> Ribbon:
    shares = {Phase.DONE: 1.0, Phase.COMING: 0.0}
    blocks = tuple(
        RibbonBlock(slot.block.minutes, slot.block.category, shares.get(row.phase, row.share))
        for slot, row in zip(slots, rows, strict=True)
    )
    if not slots or not _is_live(records):
        return Ribbon(blocks, Inking.PROGRESS)
    length = slots[-1].ends - slots[0].starts
    passed = (now - slots[0].starts) / length if length else 0.0
    return Ribbon(blocks, Inking.PROGRESS, min(1.0, max(0.0, passed)))
