"""An agenda in preparation: the rows of a day in words, its ribbon, and after which block others go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from facilitator.console.day import PAUSE
from facilitator.console.preparing.settle_words import missing_words
from facilitator.console.times import clock_words, length_words
from facilitator.convening.agenda import COULD, MUST, UNPINNED, agenda_of
from facilitator.convening.checks import Severity, Unsettled, unsettled
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.people import name_of
from facilitator.convening.place import between
from facilitator.convening.records import Records
from facilitator.convening.sums import Sums
from facilitator.convening.timetable import Slot, plan_of_day
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.ribbon import Ribbon, RibbonBlock

ASKING = ("ideation_board", "dot_vote", "wicked_questions", "scale")
"""Activities that put a question to the room."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One block of an agenda in preparation. `missing` is what is still to settle, in words.

    `starts` is when it begins, and of one with a fixed start that time, even where the block before runs into it.
    `before` tells the empty minutes before a fixed start, or by how many the block before runs into it (`clashes`).
    `mark` says that it must be held, or could be left out.
    """

    block: BlockId
    starts: str
    is_pinned: bool
    title: str
    lead: str
    minutes: int
    category: str
    icon: str
    missing: str
    before: str = ""
    clashes: bool = False
    mark: str = ""
    is_protected: bool = False
    is_buffer: bool = False

    @property
    def is_pause(self) -> bool:
        """Whether it is a break or a meal."""
        return self.category == PAUSE

    def said(self) -> str:
        """The row as a screen reader says it."""
        pinned = _("fixed") if self.is_pinned else ""
        kept = _("protected") if self.is_protected else ""
        buffer = _("buffer") if self.is_buffer else ""
        minutes = _("{minutes} min").format(minutes=self.minutes)
        words = (
            self.before, self.starts, pinned, self.title, self.mark, buffer, self.lead, minutes, kept, self.missing,
        )  # fmt: skip
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Plan:
    """One day in preparation: its rows, when it starts and ends in words, and what is to settle on all days."""

    day: DayId
    rows: tuple[PlanRow, ...]
    starts: str
    ends: str
    unsettled: tuple[Unsettled, ...]

    def row_of(self, block: str) -> PlanRow | None:
        """The row of a block; None for one of another day."""
        return next((row for row in self.rows if row.block == block), None)

    def ribbon(self, chosen: str) -> Ribbon:
        """The day by the kinds of its blocks, with one of them chosen."""
        place = next((at for at, row in enumerate(self.rows) if row.block == chosen), -1)
        return Ribbon(tuple(RibbonBlock(row.minutes, row.category) for row in self.rows), chosen=place)

    def count_words(self) -> str:
        """Say how many blocks the day has."""
        return ngettext("{count} block", "{count} blocks", len(self.rows)).format(count=len(self.rows))


def plan_of(records: Records, day: DayId, starts: int) -> Plan:
    """Tell a day in preparation, with the start that follows for each block; `starts` is that of an empty day."""
    slots = plan_of_day(records, day)
    found = unsettled(records, ASKING)
    missing = missing_by_block(found)
    rows = tuple(_row(records, slots, at, missing) for at in range(len(slots)))
    begins, ends = (slots[0].starts, slots[-1].ends) if slots else (starts, starts)
    return Plan(day, rows, clock_words(begins), clock_words(ends), found)


def missing_by_block(found: Sequence[Unsettled]) -> dict[BlockId, str]:
    """What the row of each block says is to settle: its first warning."""
    words: dict[BlockId, str] = {}
    for each in found:
        if each.severity is Severity.WARNING:
            words.setdefault(each.block, missing_words(each))
    return words


def sums_words(sums: Sums) -> str:
    """Say how much of the day is work and how much rest."""
    return _("{work} work · {rest} rest").format(work=length_words(sums.work), rest=length_words(sums.rest))


def block_before(records: Records, day: DayId, moving: Collection[str], steps: int) -> BlockId | None:
    """After which block these go when they move so many places up (negative) or down; None where the day ends.

    "" stands for the beginning of the day.
    """
    blocks = [block.id for block in agenda_of(records, day)]
    places = [at for at, block in enumerate(blocks) if block in moving]
    if not places:
        return None
    edge = places[0] if steps < 0 else places[-1]
    rest = [block for block in blocks if block not in moving]
    passed = sum(block not in moving for block in blocks[: edge + (steps > 0)])
    to = passed + steps
    is_together = places[-1] - places[0] == len(places) - 1
    if not 0 <= to <= len(rest):
        # Blocks that stand apart still come together at the end of the day.
        return None if is_together else (rest[passed - 1] if passed else BlockId(""))
    return rest[to - 1] if to else BlockId("")


def place_below(records: Records, day: DayId, block: str) -> str:
    """The place right below a block of a day; at the day's end when there is none such."""
    places = [(each.id, each.place) for each in agenda_of(records, day)]
    for (each, place), (_next, after) in pairwise(places):
        if each == block:
            return between(place, after)
    return ""


def position(records: Records, day: DayId, block: str) -> int:
    """Where a block stands in its day, from 0; -1 for one that is not there."""
    return next((at for at, each in enumerate(agenda_of(records, day)) if each.id == block), -1)


def _row(records: Records, slots: list[Slot], at: int, missing: Mapping[BlockId, str]) -> PlanRow:
    slot = slots[at]
    block = slot.block
    return PlanRow(
        block.id,
        clock_words(block.pinned if slot.clashes else slot.starts),
        block.pinned != UNPINNED,
        block.title,
        name_of(records, block.guide),
        block.minutes,
        block.category,
        block.icon,
        missing.get(block.id, ""),
        _before(slot),
        slot.clashes,
        {MUST: _("must"), COULD: _("could")}.get(block.priority, ""),
        block.is_protected,
        block.is_buffer,
    )


def _before(slot: Slot) -> str:
    if not slot.slack:
        return ""
    if slot.clashes:
        words = ngettext("runs {minutes} min into “{title}”", "runs {minutes} min into “{title}”", -slot.slack)
        return words.format(minutes=-slot.slack, title=slot.block.title)
    words = ngettext("{minutes} min free before {time}", "{minutes} min free before {time}", slot.slack)
    return words.format(minutes=slot.slack, time=clock_words(slot.block.pinned))
