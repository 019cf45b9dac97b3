"""When each block starts: by plan, and by what has really happened so far."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.convening.agenda import MINUTE, Block, Timebox, agenda, current
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records

DAY_MS = 24 * 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Slot:
    """One block in time: planned and likely start and end, in minutes since midnight."""

    block: Block
    starts: int
    ends: int
    likely_starts: int
    likely_ends: int
    clashes: bool


def timetable(records: Records, now: int, midnight: int) -> list[Slot]:
    """Compute the start of every block from the one before; a pinned block waits for its time.

    `now` and `midnight` (of the convening's day, local) are UTC ms. A block that is pinned to a time which has
    passed already when the one before ends is marked as a clash. Blocks that ran keep their real times.
    """
    opening = next((convening.starts for convening in records[Convening].values()), 9 * 60)
    plan, likely, slots = opening, opening, []
    live = current(records)
    is_live = any(convening.state == LIVE for convening in records[Convening].values())
    passed = (now - midnight) // MINUTE if is_live else 0
    for block in agenda(records):
        starts = max(plan, block.pinned)
        clashes = 0 <= block.pinned < plan
        plan = starts + block.minutes
        box = records[Timebox].get(block.id)
        if box is not None and box.began:
            likely_starts = (box.began - midnight) // MINUTE
            likely = max(likely, _end_of(box, block.id == live, now, midnight))
        else:
            likely_starts = max(likely, block.pinned, passed)
            likely = likely_starts + block.minutes
        slots.append(Slot(block, starts, plan, likely_starts, likely, clashes))
    return slots


def minutes_late(slots: list[Slot]) -> int:
    """How much later than planned the day will end; negative when early."""
    return slots[-1].likely_ends - slots[-1].ends if slots else 0


def actual_minutes(records: Records, block: BlockId, now: int) -> int:
    """How long a block has really taken so far, in whole minutes, rounded; 0 if it has not begun."""
    box = records[Timebox].get(block)
    if box is None or not box.began:
        return 0
    return round((box.spent_ms + (0 if box.ended else now - box.since)) / MINUTE)


def _end_of(box: Timebox, is_live: bool, now: int, midnight: int) -> int:  # noqa: FBT001 - a fact about the block
    if not is_live and box.ended:
        return (box.ended - midnight) // MINUTE
    return (max(now, now + box.left(now)) - midnight) // MINUTE
