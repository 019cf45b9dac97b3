"""What taking something back brings along: the clock of a block that has begun since follows the minutes it has."""

from __future__ import annotations

from facilitator.convening.agenda import Block, current, lengthened, refuse_another_day
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Change, Refusal, table_of

_BLOCK, _CLOCK = table_of(Block), table_of(Timebox)


def followed(records: Records, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Give changes that take something back, or do it again, with those of the clocks that must follow.

    A plan that is given back gives its minutes back to the block that runs by it. What cannot be taken back any more is
    refused as it would be if it were asked for. Raises Refusal: block.has_begun, block.is_live.
    """
    blocks = {change.id for change in changes if change.table == _BLOCK}
    if not blocks:
        return changes
    after = records.after(changes)
    # Who was given the minutes while its clock ran has it among the changes.
    told = {change.id for change in changes if change.table == _CLOCK and "length_ms" in change.set}
    clocks: list[Change] = []
    for old in (block for block in records[Block].values() if block.id in blocks and block.id in after[Block]):
        new = after[Block][old.id]
        refuse_another_day(records, new)
        if new.is_dropped and current(records) == old.id:
            raise Refusal("block.is_live")
        if old.id not in told:
            clocks += lengthened(records, old, _given(new) - _given(old))
    return (*changes, *clocks)


def _given(block: Block) -> int:
    """The minutes that a clock gets which begins now: a block that begins though it was dropped has its own."""
    return block.minutes if block.is_dropped else block.minutes_now
