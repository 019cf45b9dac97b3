"""What is to settle before going live: each with its block, how much it matters, and what fills its sentence.

Nothing here is ever refused: a guide may go live with all of it. Source: practice, rules CV5, TM7, TM9-TM12.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from facilitator.convening.agenda import PAUSE, Block
from facilitator.convening.days import days
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, DayId, StepId
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, Step, seconds_of
from facilitator.convening.timetable import Slot, plan_of_day

NO_GUIDE, NO_QUESTION, CLASH = "no_guide", "no_question", "clash"
PAUSE_SHORTENED, LUNCH_SHORT, NO_BREAK = "pause_shortened", "lunch_short", "no_break"
STEPS_LONGER, STEPS_SHORTER, ROUND_SHORT = "steps_longer", "steps_shorter", "round_short"
BUFFER_SMALL, NO_OUTPUT = "buffer_small", "no_output"
"""What can be to settle, by its code."""

LONGEST_WORK = 90
"""Minutes after which people need a break. Source: TM10."""

REAL_GAP = 10
"""Minutes that stand empty before a fixed start and are as good as a break."""

NOON = (11 * 60 + 30, 14 * 60)
"""When people eat (minutes since midnight)."""

SHORTEST_LUNCH = 30
"""Fewer minutes are no lunch."""

BUFFER_SHARE = 10
"""Of so many working minutes one is kept free. Source: TM9."""

SHORTEST_TURN = 20
"""Seconds that a person needs in a round. Source: TM12."""

GOING_ROUND = ("check_in", "check_out")
"""Activities and methods in which one after the other speaks to all."""


class Severity(Enum):
    """Whether something should be settled, or is only worth a thought."""

    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One thing to settle: a code, the block to go to, and the numbers of its sentence."""

    code: str
    day: DayId
    block: BlockId
    severity: Severity = Severity.WARNING
    values: Mapping[str, int] = field(default_factory=dict)


def unsettled(records: Records, asking: Collection[str]) -> tuple[Unsettled, ...]:
    """Everything to settle on all days. `asking` names the activities that put a question to the room."""
    return tuple(found for day in days(records) for found in unsettled_on(records, day.id, asking))


def unsettled_on(records: Records, day: DayId, asking: Collection[str]) -> tuple[Unsettled, ...]:
    """What is to settle on one day: warnings in the order of the agenda, then suggestions.

    Raises Refusal day.none_such.
    """
    slots = plan_of_day(records, day)
    if not slots:
        return ()
    steps = _steps_by_block(records)
    people = _people(records)
    long_work = dict(_without_break(slots))
    lunch = _lunch(slots)
    found: list[Unsettled] = []
    for slot in slots:
        block = slot.block
        found += _of_block(slot, day, asking)
        if block is lunch:
            found += _of_lunch(block, day)
        if block.id in long_work:
            found.append(Unsettled(NO_BREAK, day, block.id, values={"minutes": long_work[block.id]}))
        found += _of_steps(block, steps.get(block.id, []), people)
    found += _of_day(slots, day)
    return tuple(sorted(found, key=lambda each: each.severity is Severity.SUGGESTION))


def _of_block(slot: Slot, day: DayId, asking: Collection[str]) -> Iterator[Unsettled]:
    block = slot.block
    if slot.clashes:
        yield Unsettled(CLASH, day, block.id, values={"minutes": -slot.slack})
    if block.activity in asking and not block.prompt:
        yield Unsettled(NO_QUESTION, day, block.id)
    if block.category == PAUSE:
        # TM7: a pause that was shortened to catch up, or dropped.
        if block.minutes_now < block.minutes:
            yield Unsettled(
                PAUSE_SHORTENED, day, block.id, values={"minutes": block.minutes_now, "plan": block.minutes}
            )
    elif not block.guide and not block.is_buffer:
        yield Unsettled(NO_GUIDE, day, block.id)


def _of_lunch(block: Block, day: DayId) -> Iterator[Unsettled]:
    if 0 < block.minutes_now < SHORTEST_LUNCH and block.minutes_now == block.minutes:
        yield Unsettled(LUNCH_SHORT, day, block.id, values={"minutes": block.minutes})


def _lunch(slots: Sequence[Slot]) -> Block | None:
    """The longest pause over noon, on a day that spans noon."""
    opens, closes = NOON
    if slots[0].starts >= opens or slots[-1].ends <= closes:
        return None
    over_noon = [s.block for s in slots if s.block.category == PAUSE and s.starts < closes and s.ends > opens]
    return max(over_noon, key=lambda block: block.minutes, default=None)


def _without_break(slots: Sequence[Slot]) -> Iterator[tuple[BlockId, int]]:
    """Each block in which people have worked too long, and how long they work in one go (minutes)."""
    began, ended, passed = -1, 0, BlockId("")
    for slot in slots:
        is_rest = slot.block.category == PAUSE
        if began >= 0 and (is_rest or slot.slack >= REAL_GAP):
            if passed:
                yield passed, ended - began
            began, passed = -1, BlockId("")
        if is_rest:
            continue
        began = slot.starts if began < 0 else began
        ended = slot.ends
        if not passed and ended - began > LONGEST_WORK:
            passed = slot.block.id
    if passed:
        yield passed, ended - began


def _of_steps(block: Block, steps: Sequence[Step], people: int) -> Iterator[Unsettled]:
    took, has = seconds_of(steps), block.minutes * 60
    if steps and took > has:
        yield Unsettled(STEPS_LONGER, block.day, block.id, values={"minutes": -(-took // 60), "plan": block.minutes})
    elif steps and took < has:
        values = {"minutes": took // 60, "plan": block.minutes}
        yield Unsettled(STEPS_SHORTER, block.day, block.id, Severity.SUGGESTION, values)
    around = _longest_round(block, steps)
    if people and around and around < SHORTEST_TURN * people:
        values = {"seconds": around // people, "people": people, "minutes": -(-SHORTEST_TURN * people // 60)}
        yield Unsettled(ROUND_SHORT, block.day, block.id, Severity.SUGGESTION, values)


def _longest_round(block: Block, steps: Sequence[Step]) -> int:
    """Seconds of the longest step in which one after the other speaks to all; 0 for none."""
    goes_round = block.activity in GOING_ROUND or block.method in GOING_ROUND
    if not steps:
        return block.minutes * 60 if goes_round else 0
    split: set[StepId] = {step.within for step in steps if step.within != WHOLE}
    spoken = [s.seconds for s in steps if s.id not in split and (s.who == "circle" or (goes_round and s.who == "all"))]
    return max(spoken, default=0)


def _of_day(slots: Sequence[Slot], day: DayId) -> Iterator[Unsettled]:
    blocks = [slot.block for slot in slots]
    working = [block for block in blocks if block.category != PAUSE and not block.is_buffer]
    wanted = -(-sum(block.minutes for block in working) // BUFFER_SHARE)
    missing = wanted - sum(block.minutes for block in blocks if block.is_buffer)
    if working and missing > 0:
        last = working[-1]
        yield Unsettled(BUFFER_SMALL, day, last.id, Severity.SUGGESTION, {"minutes": missing})
    unsaid = [block for block in working if not block.output]
    if unsaid:
        yield Unsettled(NO_OUTPUT, day, unsaid[0].id, Severity.SUGGESTION, {"count": len(unsaid)})


def _people(records: Records) -> int:
    seats = next((convening.seats for convening in records[Convening].values()), 0)
    return len(records[Person]) or seats


def _steps_by_block(records: Records) -> dict[BlockId, list[Step]]:
    found: dict[BlockId, list[Step]] = {}
    for step in records[Step].values():
        found.setdefault(step.block, []).append(step)
    return found
