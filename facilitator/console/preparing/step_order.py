"""Steps in their order, each followed by its phases: adding, removing, moving, making one the phase of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import WHOLE, Step

Steps = tuple[Step, ...]


def with_step(steps: Sequence[Step], at: int, text: str) -> tuple[Steps, int]:
    """A step more, of a minute, after the one at a place with all its phases; and where it stands."""
    to = _end(steps, at) if steps else 0
    return (*steps[:to], Step(_new_id(steps), BlockId(""), text), *steps[to:]), to


def with_phase(steps: Sequence[Step], at: int, text: str) -> tuple[Steps, int]:
    """A phase more within the step at a place; and where it stands. The first phase takes over the step's time."""
    head = _head(steps, at)
    to = _end(steps, at)
    seconds = steps[head].seconds if to == head + 1 else 60
    return (*steps[:to], Step(_new_id(steps), BlockId(""), text, seconds, within=steps[head].id), *steps[to:]), to


def without(steps: Sequence[Step], at: int) -> Steps:
    """All but the one at a place, and its phases."""
    end = _end(steps, at) if steps[at].within == WHOLE else at + 1
    return (*steps[:at], *steps[end:])


def moved(steps: Sequence[Step], at: int, by: int) -> tuple[Steps, int]:
    """The one at a place goes up (-1) or down (1) past its neighbour; a phase stays within its step."""
    if steps[at].within != WHOLE:
        to = at + by
        if not 0 <= to < len(steps) or steps[to].within != steps[at].within:
            return tuple(steps), at
        swapped = list(steps)
        swapped[at], swapped[to] = swapped[to], swapped[at]
        return tuple(swapped), to
    groups = _groups(steps)
    number = next(place for place, group in enumerate(groups) if group[0].id == steps[at].id)
    other = number + by
    if not 0 <= other < len(groups):
        return tuple(steps), at
    groups[number], groups[other] = groups[other], groups[number]
    return tuple(step for group in groups for step in group), sum(len(group) for group in groups[:other])


def as_phase(steps: Sequence[Step], at: int) -> Steps:
    """A step without phases becomes the last phase of the step before; any other stays what it is."""
    if at == 0 or steps[at].within != WHOLE or _end(steps, at) > at + 1:
        return tuple(steps)
    within = steps[_head(steps, at - 1)].id
    return (*steps[:at], replace(steps[at], within=within, rounds=1), *steps[at + 1 :])


def as_step(steps: Sequence[Step], at: int) -> Steps:
    """A phase becomes a step of its own, after the one it was in."""
    if steps[at].within == WHOLE:
        return tuple(steps)
    end = _end(steps, at)
    rest = [step for place, step in enumerate(steps) if place != at]
    return (*rest[: end - 1], replace(steps[at], within=WHOLE), *rest[end - 1 :])


def numbers(steps: Sequence[Step]) -> list[str]:
    """What each is called: "1", "2", and "2.1" for a phase."""
    found, outer, inner = [], 0, 0
    for step in steps:
        outer, inner = (outer + 1, 0) if step.within == WHOLE else (outer, inner + 1)
        found.append(f"{outer}.{inner}" if inner else str(outer))
    return found


def _new_id(steps: Sequence[Step]) -> StepId:
    """The id of a step until it has one of its own; a second one may come before the first has it."""
    ids = {step.id for step in steps}
    return next(each for number in range(len(steps) + 1) if (each := StepId(f"new{number or ''}")) not in ids)


def _groups(steps: Sequence[Step]) -> list[list[Step]]:
    groups: list[list[Step]] = []
    for step in steps:
        if step.within == WHOLE:
            groups.append([])
        groups[-1].append(step)
    return groups


def _head(steps: Sequence[Step], at: int) -> int:
    return next(place for place in range(at, -1, -1) if steps[place].within == WHOLE)


def _end(steps: Sequence[Step], at: int) -> int:
    return next((place for place in range(at + 1, len(steps)) if steps[place].within == WHOLE), len(steps))
