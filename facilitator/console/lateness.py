"""How late a day is, told as one truth: how late it is now, until when that lasts, and how late it is after.

A fixed start waits for its time: free minutes before it may take a delay away. Source: practice, TM5 and TM8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.console.times import clock_words, length_words
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.timetable import Slot, to_come
from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class Lateness:
    """Minutes late, negative when early: `now`, and at the `end` of the day.

    The first change lies at `changes` (minutes since midnight), from where on it is `after`; -1 without any, and
    `is_at_end` where only the end itself comes at another time.
    """

    now: int
    end: int
    after: int
    changes: int = -1
    is_at_end: bool = False

    def shown(self) -> int:
        """What is said first: how late it is now; while that is on time, how late it will be."""
        return self.now or self.after

    def words(self) -> str:
        """Say it: "6 min late", "on time", "4 min early"."""
        return late_words(self.shown())

    def further(self) -> str:
        """Say how long that lasts and what comes then: "until 12:30, then on time"; "" where nothing changes."""
        if self.changes < 0:
            return ""
        time = clock_words(self.changes)
        if not self.now:
            return _("at the end of the day") if self.is_at_end else _("from {time} on").format(time=time)
        after = length_words(abs(self.after))
        words = {
            (False, 0): _("until {time}, then on time"),
            (False, 1): _("until {time}, then {length} late"),
            (False, -1): _("until {time}, then {length} early"),
            (True, 0): _("on time at the end of the day"),
            (True, 1): _("{length} late at the end of the day"),
            (True, -1): _("{length} early at the end of the day"),
        }[self.is_at_end, (self.after > 0) - (self.after < 0)]
        return words.format(time=time, length=after)


ON_TIME = Lateness(0, 0, 0)


def late_words(minutes: int) -> str:
    """Say how late something is: "6 min late", "On time", "4 min early"."""
    if minutes > 0:
        return _("{time} late").format(time=length_words(minutes))
    if minutes < 0:
        return _("{time} early").format(time=length_words(-minutes))
    return _("On time")


def lateness_of(records: Records, slots: Sequence[Slot], promised: int) -> Lateness:
    """Tell how late a day is from the block that runs to its end, against the end that people count on."""
    if not slots:
        return ON_TIME
    boxes, coming = records[Timebox], to_come(records)
    told: list[tuple[int, int]] = []
    for slot in slots:
        box = boxes.get(slot.block.id)
        if box is not None and box.began and not box.ended:
            told.append((slot.starts, late_by(slot, slot.likely_ends - slot.ends, slots, promised)))
        elif slot.block.id in coming and not slot.block.is_dropped:
            told.append((slot.starts, start_late_by(slot, slots, promised)))
    end = slots[-1].likely_ends - promised
    now = told[0][1] if told else end
    for (_before, late), (time, other) in pairwise(told):
        if other != late:
            return Lateness(now, end, other, time)
    if end != now:
        return Lateness(now, end, end, slots[-1].ends, is_at_end=True)
    return Lateness(now, end, end)


def start_late_by(slot: Slot, slots: Sequence[Slot], promised: int) -> int:
    """How much later than people count on a block will begin; negative when earlier."""
    planned = fixed_start(slot) if slot.block.pinned >= 0 else slot.starts
    return late_by(slot, slot.likely_starts - planned, slots, promised)


def fixed_start(slot: Slot) -> int:
    """When a block with a fixed start begins: the plan may have moved as a whole, and its fixed starts with it."""
    return slot.block.pinned + slot.starts - max(slot.block.pinned, slot.block.pinned - slot.slack)


def late_by(slot: Slot, late: int, slots: Sequence[Slot], promised: int) -> int:
    """Minutes late, less those that people were told the whole day takes longer; a fixed start was told as it is."""
    told = promised - slots[-1].ends
    if late <= 0 or told <= 0 or slot.block.pinned >= 0:
        return late
    return max(0, late - told)
