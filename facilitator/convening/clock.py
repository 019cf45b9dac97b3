"""Running the day: which block and which step are live, and what their clocks are told. Source: practice, TM1-TM5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.agenda import LONGEST_BLOCK, Block, agenda, current, the_block
from facilitator.convening.gathering import OVER, the_convening
from facilitator.convening.ids import BlockId, StepId, StepTimeId
from facilitator.convening.records import Records
from facilitator.convening.stage_state import ACTIVITY, THANKS, the_stage
from facilitator.convening.states import stated
from facilitator.convening.steps import Leg, Legs, Standing, Step, legs_of, standing
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Change, Decision, Moment, Plain, Record, Refusal, Seen, Undo, Wish, changed

LATER, EARLIER = 1, -1
"""The ways a step can go."""


@dataclass(frozen=True, slots=True)
class StepTime(Record[StepTimeId]):
    """What one leg of a block's steps really took (milliseconds), each time it ran. `began` is UTC ms."""

    block: BlockId
    step: StepId
    round: int = 1
    began: int = 0
    spent_ms: int = 0

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"block": "block", "step": "step"}


@dataclass(frozen=True, slots=True)
class StartBlock(Wish):
    """Begin a block, or go back to it: the one before ends, the stage shows this one."""

    block: BlockId


@dataclass(frozen=True, slots=True)
class GoToStep(Wish):
    """Go to the next step of the running block, or back to the one before (`by` is 1 or -1)."""

    by: int


@dataclass(frozen=True, slots=True)
class PauseTimer(Wish):
    """Hold the clock of the block that runs."""


@dataclass(frozen=True, slots=True)
class ResumeTimer(Wish):
    """Let the clock go on."""


@dataclass(frozen=True, slots=True)
class AddMinutes(Wish):
    """Give the running block, and its running step, more time; or less with a negative number."""

    minutes: int


@dataclass(frozen=True, slots=True)
class EndDay(Wish):
    """The room parts until the next day: the clock stops, the stage says thank you, the convening stays open."""


@dataclass(frozen=True, slots=True)
class EndConvening(Wish):
    """The room has parted: the last clock stops, the stage says thank you."""


WISHES: tuple[type[Wish], ...] = (
    StartBlock, GoToStep, PauseTimer, ResumeTimer, AddMinutes, EndDay, EndConvening,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what runs. Raises Refusal: block.none_such, step.no_other, timer.not_running, timer.*."""
    at = moment.at
    match wish:
        case StartBlock(block):
            return _start(records, the_block(records, block), at)
        case EndDay():
            thanks = stated(records, replace(the_stage(records), shows=THANKS))
            return Decision("agenda.day_ended", (*_stopped(records, at), *thanks), Undo.NO)
        case EndConvening():
            thanks = stated(records, replace(the_stage(records), shows=THANKS))
            over = stated(records, replace(the_convening(records), state=OVER))
            return Decision("convening.ended", (*_stopped(records, at), *thanks, *over), Undo.NO)
        case GoToStep(by):
            return _go(records, by, at)
        case PauseTimer() | ResumeTimer() | AddMinutes():
            return _clock(records, wish, at)
    raise Refusal("wish.unknown")


def block_legs(records: Records, block: Block) -> Legs:
    """The legs of a block as it runs them."""
    return legs_of(records, block.id, waits=block.waits, chimes=block.chimes)


def where(records: Records, block: BlockId, now: int) -> Standing | None:
    """Say where the steps of a block stand at `now` (UTC ms); None without steps or before the block ran."""
    found, box = records[Block].get(block), records[Timebox].get(block)
    return standing(block_legs(records, found), box, now) if found is not None and box is not None else None


def step_ms(records: Records, block: BlockId, now: int) -> dict[str, int]:
    """What each leg of a block really took so far, in milliseconds, by the leg's key."""
    spent = {f"{time.step}/{time.round}": time.spent_ms for time in records[StepTime].values() if time.block == block}
    box = records[Timebox].get(block)
    for leg, _began, took in _passed(records, box, now) if box is not None and not box.ended else ():
        spent[leg.key] = spent.get(leg.key, 0) + took
    return spent


def _start(records: Records, block: Block, at: int) -> Decision:
    stage = the_stage(records)
    changes: list[Change] = []
    before = records[Timebox].get(stage.block)
    if before is not None and before.ended == 0 and stage.block != block.id:
        changes += _ended(records, before, at)
    changes += stated(records, _begun(records[Timebox].get(block.id), block, at))
    changes += stated(records, replace(stage, shows=ACTIVITY, block=block.id))
    return Decision("agenda.block_started", tuple(changes), Undo.NO)


def _begun(before: Timebox | None, block: Block, at: int) -> Timebox:
    if before is None or before.began == 0:
        minutes = block.minutes if block.is_dropped else block.minutes_now
        return Timebox(block.id, began=at, since=at, started=at, length_ms=minutes * MINUTE)
    if not before.ended:
        return before
    # A clock that was held when the room left stands where it was held; one that ran missed the time away.
    missed = 0 if before.paused_at else at - before.ended
    return replace(before, ended=0, since=at, started=before.started + missed, leg_since=before.leg_since + missed)


def _stopped(records: Records, at: int) -> tuple[Change, ...]:
    box = records[Timebox].get(the_stage(records).block)
    return _ended(records, box, at) if box is not None and not box.ended else ()


def _ended(records: Records, box: Timebox, at: int) -> tuple[Change, ...]:
    """The clock stops, and what its steps took is written down; the rest of the leg that ran is what is left of it."""
    legs = _passed(records, box, at)
    rest = _left_of_leg(records, box, at)
    leg: dict[str, Plain] = {"leg": legs[-1][0].key, "leg_since": rest[0], "leg_ms": rest[1]} if legs else {}
    return (
        changed(box, ended=at, spent_ms=box.spent_ms + at - box.since, **leg),
        *_written(records, legs),
    )


def _left_of_leg(records: Records, box: Timebox, at: int) -> tuple[int, int]:
    found = where(records, box.id, at)
    stands = box.stands_at(at)
    return (stands, max(0, found.left_ms)) if found is not None else (0, 0)


def _passed(records: Records, box: Timebox, at: int) -> list[tuple[Leg, int, int]]:
    """The legs that ran since somebody last went to one, each with when it began (UTC ms) and what it took (ms)."""
    found = where(records, box.id, at)
    if found is None:
        return []
    first = next((place for place, leg in enumerate(found.legs) if leg.key == box.leg), 0)
    is_known = found.legs[first].key == box.leg
    since, length = (box.leg_since, box.leg_ms) if is_known else (box.started, found.legs[first].length_ms)
    passed = []
    for place in range(first, found.place):
        passed.append((found.legs[place], since, length))
        since, length = since + length, found.legs[place + 1].length_ms
    return [*passed, (found.leg, found.since, box.stands_at(at) - found.since)]


def _written(records: Records, legs: list[tuple[Leg, int, int]]) -> tuple[Change, ...]:
    changes: list[Change] = []
    for leg, began, took in legs:
        key = StepTimeId(leg.key)
        old = records[StepTime].get(key) or StepTime(key, leg.step.block, leg.inner.id, leg.round, began)
        changes += stated(records, replace(old, spent_ms=old.spent_ms + took))
    return tuple(changes)


def _go(records: Records, by: int, at: int) -> Decision:
    box = _running_box(records)
    found = where(records, box.id, at)
    place = found.place + by if found is not None else -1
    if found is None or by not in (LATER, EARLIER) or not 0 <= place < len(found.legs):
        raise Refusal("step.no_other")
    leg = found.legs[place]
    gone = changed(box, leg=leg.key, leg_since=box.stands_at(at), leg_ms=leg.length_ms)
    kind = "agenda.step_begun" if by == LATER else "agenda.step_begun_again"
    return Decision(kind, (gone, *_written(records, _passed(records, box, at))), Undo.NO)


def _clock(records: Records, wish: Wish, at: int) -> Decision:
    box = _running_box(records)
    match wish:
        case PauseTimer():
            return Decision("agenda.timer_paused", (changed(box, paused_at=box.paused_at or at),), Undo.NO)
        case ResumeTimer():
            held = at - box.paused_at if box.paused_at else 0
            # The first leg counts from `started`; a leg that somebody went to has a beginning of its own.
            leg = {"leg_since": box.leg_since + held} if box.leg else {}
            gone_on = changed(box, started=box.started + held, paused_at=0, **leg)
            return Decision("agenda.timer_resumed", (gone_on,), Undo.NO)
        case AddMinutes(minutes):
            length = box.length_ms + minutes * MINUTE
            if not 0 <= length <= LONGEST_BLOCK * MINUTE:
                raise Refusal("timer.no_time_left")
            gone_on = changed(box, length_ms=length, **_longer_leg(records, box, minutes * MINUTE, at))
            return Decision("agenda.minutes_added", (gone_on, *_written_before(records, box, at)), Undo.NO)
    raise Refusal("wish.unknown")


def kept_running(records: Records, block: BlockId, planned: Sequence[Change], at: int) -> tuple[Change, ...]:
    """What keeps the running leg of a block running while its steps are planned anew.

    Its clock is anchored in that leg, and what the legs before it took is written down. Where the leg's step goes, the
    leg that comes to stand in its place begins.
    """
    box = records[Timebox].get(block)
    found = where(records, block, at) if box is not None and box.is_running | (box.paused_at > 0) else None
    if box is None or found is None or not planned:
        return ()
    after = records.after(planned)
    legs = block_legs(after, the_block(after, block))
    if not legs:
        return _written_before(records, box, at)
    passed = _passed(records, box, at)
    if found.leg.key in {leg.key for leg in legs}:
        anchored = changed(box, leg=found.leg.key, leg_since=found.since, leg_ms=found.length_ms)
        passed = passed[:-1]
    else:
        leg = legs[min(found.place, len(legs) - 1)]
        anchored = changed(box, leg=leg.key, leg_since=box.stands_at(at), leg_ms=leg.length_ms)
    kept = {step.id for step in after[Step].values()}
    return (anchored, *_written(records, [each for each in passed if each[0].inner.id in kept]))


def _longer_leg(records: Records, box: Timebox, more_ms: int, at: int) -> dict[str, Plain]:
    """The leg that runs, with more time; never less than what it has had already."""
    found = where(records, box.id, at)
    if found is None:
        return {}
    had = box.stands_at(at) - found.since
    return {"leg": found.leg.key, "leg_since": found.since, "leg_ms": max(found.length_ms + more_ms, had)}


def _written_before(records: Records, box: Timebox, at: int) -> tuple[Change, ...]:
    """What the legs before the running one took, since from now on the clock counts from this one."""
    return _written(records, _passed(records, box, at)[:-1])


def _running_box(records: Records) -> Timebox:
    box = records[Timebox].get(current(records))
    if box is None or box.started == 0 or box.ended:
        raise Refusal("timer.not_running")
    return box


def is_last_day(records: Records) -> bool:
    """Whether no block is left on a later day than the one that runs; before any ran, than the first one."""
    live = records[Block].get(current(records))
    rest = agenda(records)
    if live is None:
        return not rest or rest[-1].day == rest[0].day
    return rest[-1].day == live.day
