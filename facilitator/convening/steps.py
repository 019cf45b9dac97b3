"""Steps: the timed parts of a block, each with an instruction; they repeat as rounds and have phases. Source: TM1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import ClassVar

from facilitator.convening.cards import proper
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.place import places
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.timebox import Timebox
from facilitator.convening.words import Change, Record, Refusal, Seen

WHOLE = StepId("")
"""A step that is within no other: it stands in the block itself."""

LONGEST_STEP = 24 * 60 * 60
"""The most seconds a step may have."""

MOST_STEPS, MOST_ROUNDS = 60, 60
"""The most steps and phases of one block, and the most rounds of one step."""

_BLOCKS = 16
"""Of how many blocks the legs are remembered: the one that runs is asked for with every picture of its clock."""


@dataclass(frozen=True, slots=True)
class Step(Record[StepId]):
    """A timed part of a block, or a phase `within` a step. `text` is the instruction the room reads.

    `who` is solo, pairs, trios, fours, groups, stations, circle or all (practice, ME3), "" if nothing is said.
    `seconds` are those of one round; a step with phases lasts as long as they do. `waits`: the next one begins when the
    guide says so.
    """

    block: BlockId
    text: str
    seconds: int = 60
    title: str = ""
    who: str = ""
    rounds: int = 1
    within: StepId = WHOLE
    place: str = ""
    waits: bool = False
    chimes: bool = True

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"block": "block", "within": "step"}
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {"seconds": (1, LONGEST_STEP), "rounds": (1, MOST_ROUNDS)}


@dataclass(frozen=True, slots=True)
class Leg:
    """The innermost part that a clock runs for: one phase, or one step without phases, in one of its rounds.

    `round` counts from 1. `waits`: nothing follows by itself. `chimes`: its end is heard.
    """

    step: Step
    phase: Step | None
    round: int
    waits: bool
    chimes: bool

    @property
    def key(self) -> str:
        """A name of its own within the block."""
        return f"{self.inner.id}/{self.round}"

    @property
    def inner(self) -> Step:
        """The phase, or the step if it has none."""
        return self.phase or self.step

    @property
    def length_ms(self) -> int:
        """Its planned length in milliseconds."""
        return self.inner.seconds * 1000


class Legs(tuple[Leg, ...]):  # noqa: SLOT001 - it remembers what was looked up once
    """The legs of a block in the order they run, with what tells at once which of them runs."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each leg by its key."""
        return {leg.key: place for place, leg in reversed(list(enumerate(self)))}

    @cached_property
    def begins(self) -> Sequence[int]:
        """How long after the first one each begins, as planned (milliseconds)."""
        return list(accumulate((leg.length_ms for leg in self[:-1]), initial=0))

    @cached_property
    def holds(self) -> Sequence[int]:
        """For each leg the place of the last that comes by itself after it: one that waits, or the last of all."""
        found, hold = [0] * len(self), len(self) - 1
        for place in range(len(self) - 1, -1, -1):
            hold = place if self[place].waits else hold
            found[place] = hold
        return found


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the steps of a block stand: the running leg, from `since` (UTC ms) for `length_ms`.

    `place` counts from 0 among `legs`. `left_ms` is negative when the leg is over and nothing follows by itself.
    """

    legs: tuple[Leg, ...]
    place: int
    since: int
    length_ms: int
    left_ms: int

    @property
    def leg(self) -> Leg:
        """The leg that runs."""
        return self.legs[self.place]

    @property
    def ends(self) -> int:
        """When it ends (UTC ms)."""
        return self.since + self.length_ms

    @property
    def following(self) -> Leg | None:
        """The leg after it, None after the last."""
        return self.legs[self.place + 1] if self.place + 1 < len(self.legs) else None

    def step_left_ms(self) -> int:
        """What is left of the outer step, all its rounds and phases (milliseconds)."""
        rest = (leg.length_ms for leg in self.legs[self.place + 1 :] if leg.step.id == self.leg.step.id)
        return max(self.left_ms, 0) + sum(rest)


def steps_of(records: Records, block: BlockId) -> list[Step]:
    """The steps of a block in their order, each followed by its phases."""
    mine = sorted((s for s in records[Step].values() if s.block == block), key=lambda step: (step.place, step.id))
    phases = _phases(mine)
    return [each for step in mine if step.within == WHOLE for each in (step, *phases.get(step.id, ()))]


def seconds_of(steps: Sequence[Step]) -> int:
    """How long steps last together, with all rounds and phases, in seconds."""
    return sum(leg.inner.seconds for leg in _legs(tuple(steps), waits=False, chimes=True))


def legs_of(records: Records, block: BlockId, *, waits: bool = False, chimes: bool = True) -> Legs:
    """The legs of a block in the order they run. `waits` and `chimes` are what the block says for all of them."""
    return _legs(tuple(steps_of(records, block)), waits=waits, chimes=chimes)


def standing(legs: Legs, box: Timebox, now: int) -> Standing | None:
    """Say where the legs of a block stand at `now` (UTC ms); None without legs or before the clock ran.

    Legs follow one another by themselves, computed from instants: after sleep or a restart the right one runs.
    """
    if not legs or not box.started:
        return None
    known = legs.places.get(box.leg)
    place, since, length = (0, box.started, legs[0].length_ms) if known is None else (known, box.leg_since, box.leg_ms)
    at, last = box.stands_at(now), legs.holds[place]
    if at >= since + length and place < last:
        # Everything after it is as long as planned: it is looked up, not walked through.
        following = legs.begins[place + 1]
        begun = following + at - since - length
        place = bisect_right(legs.begins, begun, place + 1, last + 1) - 1
        since, length = at - begun + legs.begins[place], legs[place].length_ms
    return Standing(legs, place, since, length, since + length - at)


def planned_steps(
    records: Records, block: BlockId, steps: Sequence[Step], new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """The changes that give a block these steps, in this order. Raises Refusal step.*, text.*."""
    if len(steps) > MOST_STEPS:
        raise Refusal("step.too_many", most=MOST_STEPS)
    before = {step.id: step for step in steps_of(records, block)}
    ids = {step.id: step.id if step.id in before else StepId(new_id()) for step in steps}
    whole = {step.id for step in steps if step.within == WHOLE}
    if len(ids) < len(steps) or any(step.within != WHOLE and step.within not in whole for step in steps):
        raise Refusal("step.misplaced")
    kept = [
        replace(_sound(step), id=ids[step.id], block=block, within=ids.get(step.within, WHOLE), place=place)
        for step, place in zip(steps, places(len(steps)), strict=True)
    ]
    here = {step.id for step in kept}
    gone = {c.id: c for step in before.values() if step.id not in here for c in removal(records, step)}
    going = tuple(change for change in gone.values() if change.id not in here)
    return (*(change for step in kept for change in stated(records, step)), *going)


def _sound(step: Step) -> Step:
    if not 1 <= step.seconds <= LONGEST_STEP:
        raise Refusal("step.bad_length")
    if not 1 <= step.rounds <= MOST_ROUNDS:
        raise Refusal("step.bad_rounds", most=MOST_ROUNDS)
    title = proper(step.title) if step.title.strip() else ""
    return replace(step, text=proper(step.text), title=title)


@lru_cache(_BLOCKS)
def _legs(steps: tuple[Step, ...], *, waits: bool, chimes: bool) -> Legs:
    found: list[Leg] = []
    phases = _phases(steps)
    for step in steps:
        if step.within != WHOLE:
            continue
        inner = phases.get(step.id) or [step]
        for number in range(1, step.rounds + 1):
            for at, each in enumerate(inner):
                # A step that waits lets its phases run and holds at the end of each of its rounds.
                holds = waits or each.waits or (step.waits and at == len(inner) - 1)
                rings = chimes and step.chimes and each.chimes
                found.append(Leg(step, each if each is not step else None, number, holds, rings))
    return Legs(found)


def _phases(steps: Sequence[Step]) -> dict[StepId, list[Step]]:
    """The phases of each step, by its id."""
    found: dict[StepId, list[Step]] = {}
    for step in steps:
        if step.within != WHOLE:
            found.setdefault(step.within, []).append(step)
    return found
