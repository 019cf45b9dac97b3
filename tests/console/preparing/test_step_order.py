"""Steps in their order, with their phases."""

from __future__ import annotations

import pytest

from facilitator.console.preparing.step_order import as_phase, as_step, moved, numbers, with_phase, with_step, without
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import Step

BLOCK = BlockId("ideas")


def step(key: str, within: str = "") -> Step:
    return Step(StepId(key), BLOCK, key, 300, within=StepId(within))


STEPS = (step("a"), step("b"), step("x", "b"), step("y", "b"), step("c"))


def keys(steps: tuple[Step, ...]) -> str:
    return " ".join(f"{each.within}{each.id}" for each in steps)


def test_a_step_comes_after_all_phases_of_the_one_before() -> None:
    steps, at = with_step(STEPS, 1, "Next")

    assert (keys(steps), at) == ("a b bx by new c", 4)
    assert with_step((), 0, "First")[1] == 0


def test_the_first_phase_has_the_time_of_its_step() -> None:
    steps, at = with_phase(STEPS, 0, "Speak")
    assert (keys(steps), at, steps[1].seconds) == ("a anew b bx by c", 1, 300)

    steps, at = with_phase(STEPS, 2, "Ask")
    assert (keys(steps), at, steps[4].seconds) == ("a b bx by bnew c", 4, 60)


@pytest.mark.parametrize(("at", "left"), [(1, "a c"), (2, "a b by c"), (4, "a b bx by")])
def test_a_step_goes_with_its_phases_and_a_phase_alone(at: int, left: str) -> None:
    assert keys(without(STEPS, at)) == left


@pytest.mark.parametrize(
    ("at", "by", "order", "to"),
    [
        (0, 1, "b bx by a c", 3),
        (4, -1, "a c b bx by", 1),
        (2, 1, "a b by bx c", 3),
        (3, 1, "a b bx by c", 3),
        (0, -1, "a b bx by c", 0),
    ],
)
def test_a_step_moves_past_its_neighbour_and_a_phase_stays_within(at: int, by: int, order: str, to: int) -> None:
    steps, now_at = moved(STEPS, at, by)

    assert (keys(steps), now_at) == (order, to)


def test_a_step_becomes_a_phase_and_a_phase_a_step() -> None:
    assert keys(as_phase(STEPS, 4)) == "a b bx by bc"
    assert keys(as_phase(STEPS, 1)) == keys(STEPS)
    assert keys(as_step(STEPS, 2)) == "a b by x c"
    assert numbers(STEPS) == ["1", "2", "2.1", "2.2", "3"]
