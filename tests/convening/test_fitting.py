"""Fitting steps into a block: in proportion, or some of them; and how long each person has in a round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from facilitator.convening.fitting import chosen, fewest_minutes, fits, scaled
from facilitator.convening.ids import StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step, legs_of, seconds_of
from facilitator.convening.words import Refusal
from tests.convening.given import BOARD, given


def step(name: str, minutes: float, within: str = "", rounds: int = 1) -> Step:
    return Step(StepId(name), BOARD.id, f"Do {name}", round(minutes * 60), rounds=rounds, within=StepId(within))


TRIZ = (step("hate", 5), step("list", 10), step("tick", 10), step("stop", 10))
TROIKA = (
    step("round", 10, rounds=3), step("ask", 2, "round"), step("clarify", 2, "round"), step("advise", 4, "round"),
    step("thank", 2, "round"),
)  # fmt: skip


def minutes_of(steps: tuple[Step, ...]) -> list[float]:
    return [step.seconds / 60 for step in steps]


def test_check_10_a_35_minute_method_in_a_20_minute_block_has_steps_of_3_6_6_and_5_minutes() -> None:
    """Check 10. TM11: in proportion, whole minutes, the largest remainders first."""
    assert minutes_of(scaled(TRIZ, 20)) == [3, 6, 6, 5]


def test_check_10_or_the_steps_are_chosen() -> None:
    """Check 10. TM11: each chosen step comes with its phases, in the order they had."""
    some = chosen((*TROIKA, *TRIZ), [StepId("list"), StepId("round")])

    assert [each.id for each in some] == ["round", "ask", "clarify", "advise", "thank", "list"]


def test_a_method_is_made_longer_in_the_same_way() -> None:
    assert minutes_of(scaled(TRIZ, 70)) == [10, 20, 20, 20]


def test_what_lasts_as_long_already_stays_as_it_is() -> None:
    short = (step("a", 0.25), step("b", 0.75))

    assert scaled(short, 1) == short


def test_no_step_is_left_without_a_minute() -> None:
    """TM11: every step at least 1 minute; the others share what that leaves."""
    assert minutes_of(scaled((step("word", 1), step("talk", 40), step("end", 1)), 10)) == [1, 8, 1]


def test_a_block_with_fewer_minutes_than_steps_is_refused() -> None:
    """TM11: only choosing steps is left."""
    with pytest.raises(Refusal) as refusal:
        scaled(TRIZ, 3)

    assert (refusal.value.code, refusal.value.values) == ("step.no_room", {"fewest": 4})


def test_the_rounds_of_a_step_stay_equally_long_where_they_can() -> None:
    """TM11: phases in half minutes. Three rounds of 5 minutes, each 1-1-2-1."""
    assert minutes_of(scaled(TROIKA, 15)) == [5, 1, 1, 2, 1]
    assert scaled(TROIKA, 15)[0].rounds == 3


def test_rounds_that_cannot_be_equal_are_half_a_minute_apart() -> None:
    """20 minutes in three rounds: 7, 6.5 and 6.5."""
    steps = scaled(TROIKA, 20)

    assert [(each.rounds, each.seconds / 60) for each in steps if not each.within] == [(1, 7), (2, 6.5)]
    assert seconds_of(steps) == 20 * 60


@pytest.mark.parametrize("minutes", range(11, 50))
def test_steps_that_were_scaled_can_be_scaled_once_more_and_planned(minutes: int) -> None:
    room = given()
    steps = scaled(scaled((replace(TROIKA[0], rounds=5), *TROIKA[1:]), 36), minutes)

    room.when(PlanSteps(BOARD.id, steps))

    assert sum(leg.length_ms for leg in legs_of(room.records, BOARD.id)) == minutes * 60_000


def test_fewest_minutes_counts_every_round_and_every_phase() -> None:
    """Five phases of half a minute need 2.5 minutes a round; three rounds of them 8 whole minutes."""
    phases = [step(f"p{number}", 3, "whole") for number in range(5)]

    assert fewest_minutes((step("whole", 15, rounds=3), *phases, step("end", 2))) == 9


def test_a_method_fits_when_it_is_no_longer_than_the_block() -> None:
    assert fits(TRIZ, 35)
    assert not fits(TRIZ, 34)
    assert fits((), 1)


@st.composite
def methods(draw: st.DrawFn) -> tuple[Step, ...]:
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 7))):
        whole = step(f"s{number}", draw(st.integers(1, 60)), rounds=draw(st.integers(1, 5)))
        steps.append(whole)
        lengths = draw(st.lists(st.integers(1, 20), max_size=5))
        steps += [step(f"s{number}p{at}", length, whole.id) for at, length in enumerate(lengths)]
    return tuple(steps)


@any_of(methods(), st.integers(0, 200))
def test_the_sum_is_exact_and_no_part_is_too_short(steps: tuple[Step, ...], more: int) -> None:
    minutes = fewest_minutes(steps) + more

    found = scaled(steps, minutes)

    assert seconds_of(found) == minutes * 60
    for each in found:
        assert each.seconds >= (30 if each.within else 60)
        assert each.seconds % 30 == 0 or found == steps
    assert sum(each.rounds for each in found if not each.within) == sum(e.rounds for e in steps if not e.within)


@any_of(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(0, 200))
def test_every_step_is_within_a_minute_of_its_share_and_a_longer_one_never_gets_less(
    lengths: list[int], more: int
) -> None:
    minutes = len(lengths) + more

    found = [each.seconds / 60 for each in scaled(tuple(step(f"s{at}", n) for at, n in enumerate(lengths)), minutes)]

    shares = [minutes * length / sum(lengths) for length in lengths]
    # Where a share is under a minute, whoever has it takes from the others.
    if min(shares) >= 1:
        assert all(abs(got - share) < 1 for got, share in zip(found, shares, strict=True))
    for one, got in zip(lengths, found, strict=True):
        assert all(got <= other for length, other in zip(lengths, found, strict=True) if length > one)


def test_a_step_keeps_what_else_it_is() -> None:
    waiting = replace(step("talk", 40), waits=True, chimes=False, who="pairs", title="Talk")

    assert scaled((waiting,), 20) == (replace(waiting, seconds=20 * 60),)
