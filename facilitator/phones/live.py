"""What phones show now: the block that is live, its activity's page, and what everybody sees of the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.agenda import PAUSE, Block
from facilitator.convening.clock import block_legs
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, TIMER, WELCOME, the_stage
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox

IDLE = "plain"
"""The activity whose page says to look up, for every moment without one of its own."""


def live_block(records: Records) -> Block | None:
    """Give the block that people act in now; before the first, between two days and after the thanks, there is none.

    The codes shown to a latecomer, or a dark stage, take nobody's page away: what runs goes on.
    """
    stage = the_stage(records)
    is_live = stage.shows in (ACTIVITY, TIMER) or (stage.shows == WELCOME and _runs(records, stage.block))
    return records[Block].get(stage.block) if is_live else None


def _runs(records: Records, block: BlockId) -> bool:
    box = records[Timebox].get(block)
    return box is not None and box.began > 0 and not box.ended


def live_activity(records: Records, activities: Mapping[str, Activity]) -> str:
    """Name the activity whose page phones show."""
    block = live_block(records)
    if block is None or block.activity not in activities:
        return IDLE
    return block.activity if activities[block.activity].face("phone") is not None else IDLE


def live_clock(records: Records) -> Countdown | None:
    """Give the clock of the live block, or of the innermost of its steps."""
    block = live_block(records)
    return countdown(records, block.id) if block is not None else None


def public(records: Records, activities: Mapping[str, Activity]) -> dict[str, Any]:
    """Say what all phones may know: the activity's own, and about the room under `room`."""
    block = live_block(records)
    face: Any = activities[live_activity(records, activities)].face("phone")
    own = face.public(records, block.id if block is not None else BlockId(""))
    return {**own, "room": _room(records, block)}


def mine(records: Records, activities: Mapping[str, Activity]) -> Mapping[str, Mapping[str, Any]]:
    """Say to each person what only they may know, from the desk's own records, in one pass."""
    block = live_block(records)
    face: Any = activities[live_activity(records, activities)].face("phone")
    found: Mapping[str, Mapping[str, Any]] = face.mine(records, block.id if block is not None else BlockId(""))
    return found


def _room(records: Records, block: Block | None) -> dict[str, Any]:
    convening = next(iter(records[Convening].values()), None)
    said = {
        "convening": convening.id if convening else "",
        "title": convening.title if convening else "",
        "day_line": convening.day_line if convening else "",
        "place": convening.place if convening else "",
        "language": convening.language if convening else "",
        "state": convening.state if convening else "preparing",
        "guide": _guide(records, block),
        "people": sum(person.is_here for person in records[Person].values() if person.role == "participant"),
        "block": block.id if block else "",
        "heading": block.title if block else "",
        "is_pause": block is not None and _is_pause(records, block),
        "legs": [[leg.length_ms, leg.waits] for leg in block_legs(records, block)] if block else [],
    }
    return {**said, "shows": the_stage(records).shows}


def _is_pause(records: Records, block: Block) -> bool:
    """Whether people only eat or rest: with steps to follow, even a pause is a task."""
    return (
        block.category == PAUSE
        and block.activity == IDLE
        and not any(s.block == block.id for s in records[Step].values())
    )


def _guide(records: Records, block: Block | None) -> str:
    """Name who leads: the guide of the block, else the first guide there is."""
    people = records[Person]
    leading = people.get(block.guide) if block is not None else None
    first = next((person for person in people.values() if person.role == "guide"), None)
    guide = leading or first
    return guide.name if guide is not None else ""
