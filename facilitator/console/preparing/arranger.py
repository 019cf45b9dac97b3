"""What keys, the menu and the mouse do with the chosen blocks of a day: one wish each, so one undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitator.console.planning import block_before
from facilitator.convening.agenda import LONGEST_BLOCK, Block, agenda_of
from facilitator.convening.arranging import (
    ChangeBlocks,
    DuplicateBlocks,
    MergeBlocks,
    MoveBlocks,
    RemoveBlocks,
    SplitBlock,
)
from facilitator.convening.cards import LONGEST
from facilitator.convening.days import FIRST_DAY, days
from facilitator.convening.ids import BlockId, DayId
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, seconds_of, steps_of
from facilitator.convening.words import Receipt
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking

STEP = 5
"""Minutes that [ and ] take or add."""


class Arranger:
    """Asks about the blocks that `chosen` gives; `choose` is told which blocks to choose after it, and on which day."""

    def __init__(
        self,
        asking: Asking,
        chosen: Callable[[], tuple[str, ...]],
        choose: Callable[[Sequence[BlockId], DayId], object],
    ) -> None:
        self._asking, self._chosen, self._choose = asking, chosen, choose
        self._records: Records | None = None
        self._day = FIRST_DAY

    def show_records(self, records: Records, day: DayId) -> None:
        """Act on this day from now on."""
        self._records, self._day = records, day

    def blocks(self) -> list[Block]:
        """The chosen blocks in their order."""
        chosen = set(self._chosen())
        return [block for block in self._of_day() if block.id in chosen]

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the chosen blocks."""
        return (
            Act("Alt Up", _("Move up"), lambda: self.move(-1), self._has_some),
            Act("Alt Down", _("Move down"), lambda: self.move(1), self._has_some),
            Act("[", _("{minutes} min less").format(minutes=STEP), lambda: self.lengthen(-STEP), self._has_some),
            Act("]", _("{minutes} min more").format(minutes=STEP), lambda: self.lengthen(STEP), self._has_some),
            Act("Ctrl D", _("Duplicate"), self.duplicate, self._has_some),
            Act("Del", _("Remove"), self.remove, self._has_some),
            Act("M", _("Join the chosen blocks"), self.merge, lambda: len(self.blocks()) > 1),
            Act("Shift M", _("Split in two"), self.split, lambda: self._length_of_one() > 1),
            Act("Alt PgDn", _("Move to the next day"), lambda: self.move_to_day(1), lambda: self._can_go(1)),
            Act("Alt PgUp", _("Move to the day before"), lambda: self.move_to_day(-1), lambda: self._can_go(-1)),
        )

    def move(self, steps: int) -> None:
        """Go so many places up (negative) or down."""
        if self._records is None:
            return
        after = block_before(self._records, self._day, self._chosen(), steps)
        if after is not None:
            self.drop_after(after)

    def drop_after(self, after: str) -> None:
        """Go right after another block of the day; "" is its beginning."""
        blocks = tuple(block.id for block in self.blocks())
        if blocks and after not in blocks:
            self._asking.say(MoveBlocks(blocks, BlockId(after), self._day))

    def move_to_day(self, step: int) -> None:
        """Go to the end of the day before, or to the beginning of the next one."""
        day = self._neighbour(step)
        if self._records is None or day is None:
            return
        there = agenda_of(self._records, day)
        after = there[-1].id if step < 0 and there else BlockId("")
        blocks = tuple(block.id for block in self.blocks())
        self._asking.ask(MoveBlocks(blocks, after, day), granted=lambda _receipt: self._choose(blocks, day))

    def lengthen(self, minutes: int) -> None:
        """Give each so many minutes more, or less with a negative number; none has less than one."""
        changed = tuple(replace(block, minutes=longer(block.minutes, minutes)) for block in self.blocks())
        if changed != tuple(self.blocks()):
            self._asking.say(ChangeBlocks(changed))

    def duplicate(self) -> None:
        """Copy them right below."""
        blocks, day = tuple(block.id for block in self.blocks()), self._day

        def granted(receipt: Receipt) -> None:
            self._choose([BlockId(f"{receipt.id}.{at + 1}") for at in range(len(blocks))], day)

        self._asking.ask(DuplicateBlocks(blocks), granted=granted)

    def remove(self) -> None:
        """Take them off the agenda."""
        self._asking.say(RemoveBlocks(tuple(block.id for block in self.blocks())))

    def merge(self) -> None:
        """Make one of them."""
        blocks, day = tuple(block.id for block in self.blocks()), self._day
        self._asking.ask(MergeBlocks(blocks), granted=lambda _receipt: self._choose(blocks[:1], day))

    def split(self) -> None:
        """Make two of one, where a step ends nearest to the middle, else in the middle."""
        (block,) = self.blocks()
        title = _("{title}, part 2").format(title=block.title)
        self._asking.say(SplitBlock(block.id, self._middle(block), title if len(title) <= LONGEST else block.title))

    def _middle(self, block: Block) -> int:
        half = block.minutes // 2
        ends = [0]
        steps = steps_of(self._records, block.id) if self._records is not None else []
        for step in steps:
            if step.within == WHOLE:
                mine = [step, *(phase for phase in steps if phase.within == step.id)]
                ends.append(ends[-1] + seconds_of(mine))
        inside = [end // 60 for end in ends if end % 60 == 0 and 0 < end < block.minutes * 60]
        round_half = half - half % STEP
        return min(inside, key=lambda end: abs(end - half), default=round_half or half)

    def _of_day(self) -> list[Block]:
        return agenda_of(self._records, self._day) if self._records is not None else []

    def _has_some(self) -> bool:
        return bool(self._chosen())

    def _length_of_one(self) -> int:
        blocks = self.blocks()
        return blocks[0].minutes if len(blocks) == 1 else 0

    def _can_go(self, step: int) -> bool:
        return self._has_some() and self._neighbour(step) is not None

    def _neighbour(self, step: int) -> DayId | None:
        ids = [day.id for day in days(self._records)] if self._records is not None else []
        at = ids.index(self._day) + step if self._day in ids else -1
        return ids[at] if 0 <= at < len(ids) else None


def longer(minutes: int, by: int) -> int:
    """So many minutes more or less: never under one, nor over a day.

    1 min and 5 more is 5 and not 6: whoever shortened a block to nothing wants round times again.
    """
    wanted = max(1, minutes + by)
    wanted -= wanted % STEP if minutes == 1 and by > 0 else 0
    return min(LONGEST_BLOCK, wanted)
