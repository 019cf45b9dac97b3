"""Fitting steps into a block: shorter or longer in proportion, or only some of them. Source: practice, TM11."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from facilitator.convening.ids import StepId
from facilitator.convening.steps import WHOLE, Step, seconds_of
from facilitator.convening.words import Refusal

HALF = 30
"""Half a minute in seconds: what phases are counted in."""


def fits(steps: Sequence[Step], minutes: int) -> bool:
    """Whether the steps, with all rounds and phases, take no longer than the block."""
    return seconds_of(steps) <= minutes * 60


def fewest_minutes(steps: Sequence[Step]) -> int:
    """The least minutes these steps can be scaled to; below it, only choosing among them is left."""
    return sum(_fewest(step, _phases(steps, step)) for step in _outer(steps))


def scaled(steps: Sequence[Step], minutes: int) -> tuple[Step, ...]:
    """Make the steps last exactly `minutes`, each in proportion: whole minutes, largest remainders first.

    No step and no round gets less than a minute, no phase less than half of one. Where the rounds of a step cannot be
    equally long, the first of them become a step of their own that is half a minute a round longer: its id is that of
    the step with "+" behind it. Raises Refusal step.no_room.
    """
    if seconds_of(steps) == minutes * 60:
        return tuple(steps)
    fewest = fewest_minutes(steps)
    if not steps or minutes < fewest:
        raise Refusal("step.no_room", fewest=fewest)
    outer = _outer(steps)
    weights = [seconds_of([step, *_phases(steps, step)]) for step in outer]
    least = [_fewest(step, _phases(steps, step)) for step in outer]
    shares = _shares(minutes, weights, least)
    mark = _mark([step.id for step in steps])
    return tuple(
        each
        for step, share in zip(outer, shares, strict=True)
        for each in _in_rounds(step, _phases(steps, step), share * 60 // HALF, mark)
    )


def chosen(steps: Sequence[Step], ids: Collection[StepId]) -> tuple[Step, ...]:
    """Keep the steps of these ids, each with its phases, in their order."""
    return tuple(step for step in steps if (step.within or step.id) in ids)


def _outer(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.within == WHOLE]


def _phases(steps: Sequence[Step], step: Step) -> list[Step]:
    return [phase for phase in steps if phase.within == step.id and step.id != WHOLE]


def _fewest(step: Step, phases: Sequence[Step]) -> int:
    """The least minutes of a step, rounded up to whole ones."""
    return -(-step.rounds * max(60 // HALF, len(phases)) * HALF // 60)


def _mark(ids: Collection[StepId]) -> str:
    """What makes a new id of any of these: no two steps have one."""
    mark = "+"
    while any(f"{each}{mark}" in ids for each in ids):
        mark += "+"
    return mark


def _in_rounds(step: Step, phases: Sequence[Step], halves: int, mark: str) -> list[Step]:
    """The step in so many half minutes, as one step, or as two if its rounds cannot all be equally long."""
    each, longer = divmod(halves, step.rounds)
    if not longer:
        return _round(step, phases, each)
    first = replace(step, id=StepId(f"{step.id}{mark}"), rounds=longer)
    inner = [replace(phase, id=StepId(f"{phase.id}{mark}"), within=first.id) for phase in phases]
    return [*_round(first, inner, each + 1), *_round(replace(step, rounds=step.rounds - longer), phases, each)]


def _round(step: Step, phases: Sequence[Step], halves: int) -> list[Step]:
    whole = replace(step, seconds=halves * HALF)
    shares = _shares(halves, [phase.seconds for phase in phases], [1] * len(phases))
    return [whole, *(replace(phase, seconds=share * HALF) for phase, share in zip(phases, shares, strict=True))]


def _shares(amount: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share out whole units by weight, largest remainders first; nobody gets less than the least."""
    total = sum(weights)
    tight = {at for at, weight in enumerate(weights) if amount * weight < least[at] * total}
    if tight:
        # Whoever would fall below the least has it; the others share what that leaves.
        free = [at for at in range(len(weights)) if at not in tight]
        rest = amount - sum(least[at] for at in tight)
        shared = dict(zip(free, _shares(rest, [weights[at] for at in free], [least[at] for at in free]), strict=True))
        return [shared.get(at, least[at]) for at in range(len(weights))]
    parts = [divmod(amount * weight, total) for weight in weights]
    over = amount - sum(whole for whole, _ in parts)
    first = sorted(range(len(parts)), key=lambda at: -parts[at][1])[:over]
    return [whole + (at in first) for at, (whole, _) in enumerate(parts)]
