"""The rest of a day as it is now and as it would be: two ribbons, and a row for each block with both its times."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.console.times import clock_words
from facilitator.convening.agenda import Block
from facilitator.convening.catch_up import is_kept
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.timetable import Slot
from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class RestRow:
    """One block of the rest: its planned and its then likely start, its minutes now and then.

    `is_kept`: it is not touched unless freed.
    """

    block: BlockId
    title: str
    planned: str
    then: str
    minutes_now: int
    minutes_then: int
    is_pause: bool
    is_kept: bool
    is_freed: bool
    is_dropped: bool

    def said(self) -> str:
        """The row as a screen reader says it."""
        kept = _("is not touched") if self.is_kept and not self.is_freed else ""
        freed = _("may give minutes") if self.is_freed else ""
        if self.is_dropped:
            return ", ".join(word for word in (self.planned, self.title, _("left out"), freed) if word)
        then = _("then {time}").format(time=self.then) if self.then != self.planned else ""
        words = _("{minutes} min").format(minutes=self.minutes_now)
        changed = _("then {minutes} min").format(minutes=self.minutes_then)
        minutes = f"{words}, {changed}" if self.minutes_now != self.minutes_then else words
        return ", ".join(word for word in (self.planned, then, self.title, minutes, kept, freed) if word)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block on a ribbon: minutes of the day, and its category."""

    starts: int
    ends: int
    category: str


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest of the day: rows, both ribbons, when it is (minutes of the day), and when people count on its end."""

    rows: tuple[RestRow, ...]
    now: tuple[Stretch, ...]
    then: tuple[Stretch, ...]
    at: int
    promised: int
    ends: int


def rest_of(
    records: Records, now: list[Slot], then: list[Slot], freed: frozenset[BlockId], at: int, promised: int
) -> Rest:
    """Put the rest of the day together, from the block that runs on."""
    boxes = records[Timebox]
    done = [place for place, slot in enumerate(now) if (box := boxes.get(slot.block.id)) is not None and box.ended]
    first = done[-1] + 1 if done else 0
    rows = tuple(
        _row(records, old, new, freed)
        for old, new in zip(now[first:], then[first:], strict=True)
        if not old.block.is_dropped
    )
    ends = then[-1].likely_ends if then else at
    return Rest(rows, _stretches(now[first:], at), _stretches(then[first:], at), at, promised, ends)


def _row(records: Records, old: Slot, new: Slot, freed: frozenset[BlockId]) -> RestRow:
    block: Block = old.block
    box = records[Timebox].get(block.id)
    runs = box is not None and box.began > 0
    return RestRow(
        block.id,
        block.title,
        clock_words(old.starts),
        clock_words(new.likely_starts),
        block.minutes_now,
        new.block.minutes_now,
        block.category == "pause",
        runs or is_kept(records, block),
        block.id in freed,
        new.block.is_dropped,
    )


def _stretches(slots: list[Slot], at: int) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(max(at, slot.likely_starts), slot.likely_ends, slot.block.category)
        for slot in slots
        if slot.likely_ends > max(at, slot.likely_starts) and not slot.block.is_dropped
    )
