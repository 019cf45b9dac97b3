"""When each block starts: by plan, and by what has really happened so far."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.convening.agenda import MINUTE, Block, Timebox, agenda, current
from facilitator.convening.gathering import LIVE, Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records

DAY_MS = 24 * 60 * MINUTE

FAR = 3 * 60
"""A day that begins so many minutes from its plan is not late or early: it is held at another time."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One block in time: planned and likely start and end, in minutes since midnight."""

    block: Block
    starts: int
    ends: int
    likely_starts: int
    likely_ends: int
    clashes: bool


def plan_of(records: Records) -> list[Slot]:
    """Compute the start of every block from the one before, as it was planned; a pinned block waits for its time.

    A block that is pinned to a time which has passed already when the one before ends is marked as a clash.
    """
    plan, slots = _opening(records), []
    for block in agenda(records):
        starts, clashes = max(plan, block.pinned), 0 <= block.pinned < plan
        plan = starts + block.minutes
        slots.append(Slot(block, starts, plan, starts, plan, clashes))
    return slots


def timetable(records: Records, now: int, midnight: int, day: str) -> list[Slot]:
    """Compute when every block starts by plan and, by what has really happened so far, when it likely starts.

    `now` and `midnight` are UTC ms, and `day` is the date (ISO) that begins at this midnight, where the room is.
    Blocks that ran keep their real times. On another day than the convening's date, or FAR from its plan, nobody is
    late: the plan as a whole, fixed points too, moves to when the first block really begins.
    """
    opening, begun = _opening(records), _begun(records)
    is_elsewhen = _is_held_elsewhen(records, _minute(begun or now, midnight), day)
    moved = _minute(begun, midnight) - opening if begun and is_elsewhen else 0
    passed = _minute(now, midnight) if _is_live(records) and (begun or not is_elsewhen) else 0
    likely, slots = opening + moved, []
    for slot in plan_of(records):
        block, box = slot.block, records[Timebox].get(slot.block.id)
        if box is not None and box.began:
            starts = _minute(box.began, midnight)
            likely = max(likely, _end_of(box, block.id == current(records), now, midnight))
        else:
            starts = max(likely, passed, block.pinned + moved if block.pinned >= 0 else 0)
            likely = starts + block.minutes
        moved_slot = replace(slot, starts=slot.starts + moved, ends=slot.ends + moved)
        slots.append(replace(moved_slot, likely_starts=starts, likely_ends=likely))
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
        return _minute(box.ended, midnight)
    return _minute(max(now, now + box.left(now)), midnight)


def _opening(records: Records) -> int:
    return next((convening.starts for convening in records[Convening].values()), 9 * 60)


def _is_live(records: Records) -> bool:
    return any(convening.state == LIVE for convening in records[Convening].values())


def _begun(records: Records) -> int:
    """When the first block began (UTC ms), 0 before."""
    return min((box.began for box in records[Timebox].values() if box.began), default=0)


def _is_held_elsewhen(records: Records, began: int, day: str) -> bool:
    """Whether a day that begins at this minute is held at another time than it was planned for."""
    date = next((convening.date for convening in records[Convening].values()), "")
    return (date or day) != day or abs(began - _opening(records)) > FAR


def _minute(at: int, midnight: int) -> int:
    return (at - midnight) // MINUTE
