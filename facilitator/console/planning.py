"""An agenda in preparation: its rows in words, what is still to settle, and where a block goes when it moves."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.console.day import PAUSE
from facilitator.console.times import clock_words, length_words
from facilitator.convening.agenda import UNPINNED, Block, agenda
from facilitator.convening.ids import BlockId
from facilitator.convening.people import name_of
from facilitator.convening.place import between
from facilitator.convening.records import Records
from facilitator.convening.timetable import Slot, plan_of
from facilitator.i18n import _, ngettext

ASKING = ("ideation_board", "dot_vote", "wicked_questions")
"""Activities that put a question to the room."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One block of an agenda in preparation. `missing` is what is still to settle, in words."""

    block: BlockId
    starts: str
    is_pinned: bool
    title: str
    lead: str
    minutes: int
    category: str
    icon: str
    missing: str

    @property
    def is_pause(self) -> bool:
        """Whether it is a break or a meal."""
        return self.category == PAUSE

    def said(self) -> str:
        """The row as a screen reader says it."""
        pinned = _("fixed") if self.is_pinned else ""
        minutes = _("{minutes} min").format(minutes=self.minutes)
        return ", ".join(word for word in (self.starts, pinned, self.title, self.lead, minutes, self.missing) if word)


def plan_rows(records: Records) -> tuple[PlanRow, ...]:
    """The agenda with the start that follows for each block."""
    return tuple(_row(records, slot) for slot in plan_of(records))


def missing_in(slot: Slot) -> str:
    """Say what a block still lacks, "" for nothing; the gravest first."""
    block = slot.block
    if slot.clashes:
        return _("Starts before the one above ends")
    if block.activity in ASKING and not block.prompt:
        return _("No question yet")
    if not block.guide and block.category != PAUSE:
        return _("Choose a lead")
    return ""


def sums(rows: tuple[PlanRow, ...]) -> str:
    """Say how much of the day is work and how much rest."""
    rest = sum(row.minutes for row in rows if row.is_pause)
    work = sum(row.minutes for row in rows) - rest
    return _("{work} work · {rest} rest").format(work=length_words(work), rest=length_words(rest))


def to_settle(rows: tuple[PlanRow, ...]) -> str:
    """Say how many things are to settle, "" for none."""
    count = sum(bool(row.missing) for row in rows)
    words = ngettext("{count} thing to settle before you go live", "{count} things to settle before you go live", count)
    return words.format(count=count) if count else ""


def place_after(records: Records, block: str) -> str:
    """The place right below a block; at the end when there is none such."""
    places = [(each.id, each.place) for each in agenda(records)]
    for at, (each, place) in enumerate(places):
        if each == block and at + 1 < len(places):
            return between(place, places[at + 1][1])
    return ""


def place_moved(records: Records, block: str, to: int) -> str:
    """The place of a block that becomes the one at `to` (from 0) of the others; "" when it cannot go there."""
    others = [each for each in agenda(records) if each.id != block]
    if not 0 <= to <= len(others):
        return ""
    before = others[to - 1].place if to else ""
    after = others[to].place if to < len(others) else ""
    return between(before, after)


def position(records: Records, block: str) -> int:
    """Where a block stands, from 0; -1 for one that is not there."""
    return next((at for at, each in enumerate(agenda(records)) if each.id == block), -1)


def _row(records: Records, slot: Slot) -> PlanRow:
    block: Block = slot.block
    return PlanRow(
        block.id,
        clock_words(slot.starts),
        block.pinned != UNPINNED,
        block.title,
        name_of(records, block.guide),
        block.minutes,
        block.category,
        block.icon,
        missing_in(slot),
    )
