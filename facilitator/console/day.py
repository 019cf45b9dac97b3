"""The day as the console tells it: what is done, what is live, what comes, and how late it all is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.console.times import clock_words, moments_of
from facilitator.convening.agenda import Block, agenda, current
from facilitator.convening.days import the_day
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.timetable import Slot, actual_minutes, began_on, day_now, minutes_late, timetable
from facilitator.i18n import _, ngettext
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

    `aside` stands at the end of the row ("15 min", "+4 min"); `is_over` says that it takes longer than planned.
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

    def said(self) -> str:
        """The row as a screen reader says it."""
        phase = {Phase.DONE: _("done"), Phase.LIVE: _("live"), Phase.COMING: ""}[self.phase]
        likely = _("likely {time}").format(time=self.likely) if self.likely else ""
        words = (self.planned, likely, self.title, phase, self.lead, self.left or self.aside)
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Day:
    """The whole day: rows, ribbon, when it begins and ends by plan and by now."""

    rows: tuple[Row, ...]
    ribbon: Ribbon
    starts: str
    ends: str
    likely_ends: str
    late: int

    def late_words(self) -> str:
        """Say how late the day is: "6 min late", "on time", "4 min early"."""
        if self.late > 0:
            return ngettext("{count} min late", "{count} min late", self.late).format(count=self.late)
        if self.late < 0:
            return ngettext("{count} min early", "{count} min early", -self.late).format(count=-self.late)
        return _("On time")


def day_of(records: Records, reading: Reading) -> Day:
    """Tell the day as it stands at this moment."""
    day = day_now(records)
    moments = moments_of(records, day, reading)
    slots = timetable(records, day, moments)
    late = minutes_late(records, day, slots) if _is_live(records) or began_on(records, day) else 0
    rows = tuple(_row(records, slot, reading) for slot in slots)
    starts = slots[0].starts if slots else the_day(records, day).starts
    return Day(
        rows,
        _ribbon(records, slots, rows, moments.minute_of(reading.wall_ms)),
        clock_words(starts),
        clock_words(slots[-1].ends if slots else starts),
        clock_words(slots[-1].likely_ends if slots else starts),
        late,
    )


def _is_live(records: Records) -> bool:
    return any(convening.state == LIVE for convening in records[Convening].values())


def phase_of(records: Records, block: BlockId) -> Phase:
    """Where a block stands: live while its clock is the current one, done once another took over."""
    box = records[Timebox].get(block)
    if box is None or not box.began:
        return Phase.COMING
    return Phase.LIVE if current(records) == block and not box.ended else Phase.DONE


def _row(records: Records, slot: Slot, reading: Reading) -> Row:
    block, phase = slot.block, phase_of(records, slot.block.id)
    likely = slot.likely_starts if phase is not Phase.DONE and slot.likely_starts != slot.starts else -1
    taken = actual_minutes(records, block.id, reading.wall_ms)
    over = taken - block.minutes if phase is Phase.DONE else 0
    row = Row(
        block.id,
        phase,
        block.title,
        name_of(records, block.guide),
        clock_words(slot.starts),
        clock_words(likely) if likely >= 0 and phase is Phase.COMING else "",
        _aside(phase, block, over),
        over > 0,
        block.category == PAUSE,
        block.icon,
    )
    return _live_row(records, row, reading) if phase is Phase.LIVE else row


def _aside(phase: Phase, block: Block, over: int) -> str:
    if phase is not Phase.DONE:
        return _("{minutes} min").format(minutes=block.minutes)
    if over > 0:
        return _("+{minutes} min").format(minutes=over)
    return _("−{minutes} min").format(minutes=-over) if over else _("on time")


def _live_row(records: Records, row: Row, reading: Reading) -> Row:
    box = records[Timebox][row.block]
    left, length = box.left(reading.wall_ms), max(1, box.length_ms)
    minutes_left = -(-left // MINUTE) if left > 0 else -left // MINUTE
    words = _("{minutes} min left") if left > 0 else _("{minutes} min over")
    return Row(
        row.block,
        row.phase,
        row.title,
        row.lead,
        row.planned,
        "",
        row.aside,
        left < 0,
        row.is_pause,
        row.icon,
        _("started {time}").format(time=reading.time_at(box.began)),
        _("{minutes} of {all} min").format(minutes=max(0, (length - left) // MINUTE), all=box.length_ms // MINUTE),
        _("Paused") if box.paused_at else words.format(minutes=minutes_left),
        min(1.0, max(0.0, 1 - left / length)),
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


def category_ribbon(records: Records, chosen: BlockId) -> Ribbon:
    """The day by the kinds of its blocks, with one of them chosen."""
    blocks = agenda(records)
    place = next((at for at, block in enumerate(blocks) if block.id == chosen), -1)
    return Ribbon(tuple(RibbonBlock(block.minutes, block.category) for block in blocks), chosen=place)
