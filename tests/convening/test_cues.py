"""When a chime is due: cues, ends and overtime, each once, and never because a hand moved the clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, cycle, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.convening.cues import (
    AUTO,
    EARLIEST_CUE,
    LONG_LOOK_MS,
    NO_CUES,
    Chime,
    Level,
    Look,
    Ring,
    Span,
    cue_minutes,
    cued,
    due,
    sound_cues,
)
from facilitator.convening.timebox import MINUTE

NINE = 1_805_360_400_000
SECOND = 1000
NEAR = st.lists(st.integers(200, LONG_LOOK_MS), min_size=1, max_size=6)
FAR = st.lists(
    st.one_of(st.integers(200, LONG_LOOK_MS), st.integers(LONG_LOOK_MS, 20 * MINUTE)), min_size=2, max_size=6
)
PLANS = st.lists(st.integers(1, 8), min_size=0, max_size=5)
CUES = st.sampled_from([AUTO, NO_CUES, "1", "5 1", "2 7 3"])

BLOCK = Span("block", NINE + 12 * MINUTE, 12 * MINUTE, Level.BLOCK, cues=(5, 1))
STEP = Span("step 1", NINE + 4 * MINUTE, 4 * MINUTE, Level.STEP, cues=(1,))
NEXT = Span("step 2", NINE + 6 * MINUTE, 2 * MINUTE, Level.STEP)


def rung(before: Sequence[Span], after: Sequence[Span], at: int, gap: int = SECOND) -> list[tuple[Chime, int]]:
    """What rings between two looks, the second at `at` milliseconds after nine."""
    told = due(Look(NINE + at - gap, tuple(before)), Look(NINE + at, tuple(after)))
    return [(ring.chime, ring.minutes) for ring in told]


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [
        (1, ()), (179, ()), (180, (1,)), (300, (1,)), (600, (1,)), (601, (5, 1)), (660, (5, 1)), (7200, (5, 1)),
    ],
)  # fmt: skip
def test_a_clock_left_to_itself_has_the_cues_of_its_length(seconds: int, minutes: tuple[int, ...]) -> None:
    """TM4. At 5 and 1 minutes for anything over 10 minutes, at 1 minute from 3 to 10, none below."""
    assert cue_minutes(seconds * SECOND, AUTO) == minutes


@pytest.mark.parametrize(
    ("cues", "length", "minutes"),
    [("", 60, ()), ("10 5 1", 60, (10, 5, 1)), ("1 10", 60, (10, 1)), ("10 5 1", 10, (5, 1)), ("60", 60, ())],
)
def test_written_cues_stand_where_the_clock_is_long_enough(cues: str, length: int, minutes: tuple[int, ...]) -> None:
    assert cue_minutes(length * MINUTE, cues) == minutes


@pytest.mark.parametrize("cues", [AUTO, NO_CUES, "1", "10 5 1", str(EARLIEST_CUE), "1 2 3 4 5 6 7 8"])
def test_cues_that_can_be_read(cues: str) -> None:
    assert sound_cues(cues)


@pytest.mark.parametrize(
    "cues",
    [" ", "0", "-1", "5  1", "5 ", "5,1", "five", "5 5", "²", "٥", "1.5", "1441", "9" * 5000, "1 2 3 4 5 6 7 8 9"],
)
def test_cues_that_cannot_be_read(cues: str) -> None:
    assert not sound_cues(cues)
    with pytest.raises(ValueError, match="cues are"):
        cue_minutes(60 * MINUTE, cues)


def test_the_innermost_clock_has_the_cues_that_nobody_wrote() -> None:
    """TM1, TM4. The innermost running level drives the chime."""
    assert [span.cues for span in cued((BLOCK,), AUTO)] == [(5, 1)]
    assert [span.cues for span in cued((BLOCK, STEP), AUTO)] == [(), (1,)]


def test_written_cues_are_those_of_the_block() -> None:
    assert [span.cues for span in cued((BLOCK, STEP), "10 2")] == [(10, 2), ()]
    assert [span.cues for span in cued((BLOCK, STEP), NO_CUES)] == [(), ()]


def test_a_step_that_advanced_by_itself_rings() -> None:
    """TM2, TM4. Chimes sound inside a round at phase ends."""
    assert rung([BLOCK, STEP], [BLOCK, NEXT], 4 * MINUTE + 300) == [(Chime.STEP, 0)]


def test_a_step_that_waits_rings_at_its_end_and_not_again_when_it_is_ended_by_hand() -> None:
    late = replace(NEXT, ends=NINE + 8 * MINUTE)

    assert rung([BLOCK, STEP], [BLOCK, STEP], 4 * MINUTE) == [(Chime.STEP, 0)]
    assert rung([BLOCK, STEP], [BLOCK, late], 6 * MINUTE + 10) == []


def test_a_step_skipped_by_hand_in_its_last_moment_does_not_ring() -> None:
    begun_early = replace(NEXT, ends=NEXT.ends - 100)

    assert rung([BLOCK, STEP], [BLOCK, begun_early], 4 * MINUTE + 300) == []


def test_the_last_step_ends_with_its_block_in_one_chime() -> None:
    last = replace(STEP, ends=BLOCK.ends)

    assert rung([BLOCK, last], [BLOCK, last], 12 * MINUTE) == [(Chime.END, 0)]
    assert rung([BLOCK, last], [BLOCK], 12 * MINUTE) == [(Chime.END, 0)]


HAND = {
    "a pause": [replace(BLOCK, held=NINE + 12 * MINUTE - 100)],
    "another block": [replace(BLOCK, key="other", ends=NINE + 40 * MINUTE)],
    "no block": [],
    "a minute more": [replace(BLOCK, ends=BLOCK.ends + MINUTE)],
    "a minute less": [replace(BLOCK, ends=BLOCK.ends - MINUTE)],
}


@pytest.mark.parametrize("after", HAND.values(), ids=HAND)
def test_a_clock_that_a_hand_moved_does_not_ring(after: list[Span]) -> None:
    assert rung([BLOCK], after, 12 * MINUTE + 400) == []


@pytest.mark.parametrize("after", HAND.values(), ids=HAND)
def test_a_step_in_a_block_that_a_hand_moved_does_not_ring(after: list[Span]) -> None:
    step = replace(STEP, ends=BLOCK.ends - 50)

    assert rung([BLOCK, step], after, 12 * MINUTE + 400) == []


def test_taking_the_last_minutes_away_does_not_ring_and_what_is_over_then_stays_silent() -> None:
    shorter = replace(BLOCK, ends=NINE + 3 * MINUTE)

    assert rung([BLOCK], [shorter], 4 * MINUTE) == []
    assert rung([shorter], [shorter], 4 * MINUTE + SECOND) == []


def test_a_minute_given_after_the_last_cue_lets_it_ring_again_when_it_is_true_again() -> None:
    longer = replace(BLOCK, ends=BLOCK.ends + MINUTE)

    assert rung([longer], [longer], 12 * MINUTE) == [(Chime.CUE, 1)]


def test_a_clock_that_went_on_after_a_pause_keeps_its_cue() -> None:
    held = replace(BLOCK, held=NINE + 7 * MINUTE - 200)
    on = replace(BLOCK, ends=BLOCK.ends + 5 * MINUTE)

    assert rung([held], [on], 12 * MINUTE + 100) == [(Chime.CUE, 5)]


def test_overtime_rings_every_so_many_minutes_if_asked() -> None:
    before, after = Look(NINE + 18 * MINUTE - 1, (BLOCK,)), Look(NINE + 18 * MINUTE, (BLOCK,))

    assert due(before, after) == ()
    assert due(before, after, overtime_every=4) == ()
    assert due(before, after, overtime_every=3) == (Ring(Chime.OVER, "block", NINE + 18 * MINUTE, 6),)


def test_a_long_sleep_is_told_by_one_chime_and_only_if_it_is_news() -> None:
    """Fault 25. The laptop sleeps during a timer: one chime at most, none for an end that is long over."""
    assert rung([BLOCK, STEP], [BLOCK], 12 * MINUTE + 30 * SECOND, gap=11 * MINUTE) == [(Chime.END, 0)]
    assert rung([BLOCK, STEP], [BLOCK], 13 * MINUTE + SECOND, gap=11 * MINUTE) == []
    assert rung([BLOCK], [BLOCK], 10 * MINUTE, gap=9 * MINUTE) == []


def test_of_several_chimes_in_a_long_look_the_weightiest_is_heard() -> None:
    block, step = replace(BLOCK, cues=(8,)), replace(STEP, ends=NINE + 4 * MINUTE - 5 * SECOND)

    assert rung([block, step], [block], 4 * MINUTE, gap=6 * SECOND) == [(Chime.STEP, 0)]
    assert rung([block, step], [block, step], 4 * MINUTE + SECOND, gap=7 * SECOND) == [(Chime.STEP, 0)]


def test_a_pause_with_fewer_minutes_rings_nothing_even_after_a_sleep() -> None:
    held = replace(BLOCK, held=BLOCK.ends - 30 * SECOND)
    shorter = replace(held, ends=held.ends - MINUTE)

    assert rung([held], [shorter], 11 * MINUTE + 50 * SECOND, gap=5 * MINUTE) == []


def test_a_step_skipped_by_hand_right_after_a_pause_does_not_ring() -> None:
    held = [replace(span, held=STEP.ends - 10 * SECOND) for span in (BLOCK, STEP)]
    block = replace(BLOCK, ends=BLOCK.ends + 10 * SECOND + 200)
    begun = replace(NEXT, ends=NEXT.ends + 300)

    assert rung(held, [block, begun], 4 * MINUTE + 500) == []


def test_of_steps_that_ended_in_a_long_look_the_last_end_counts() -> None:
    third = Span("step 3", NINE + 9 * MINUTE, 3 * MINUTE, Level.STEP)

    told = due(Look(NINE + MINUTE, (BLOCK, STEP)), Look(NINE + 6 * MINUTE + 100, (BLOCK, third)))

    assert told == (Ring(Chime.STEP, "step 1", NINE + 6 * MINUTE),)


def test_a_clock_set_back_rings_nothing() -> None:
    assert rung([BLOCK], [BLOCK], 12 * MINUTE, gap=-MINUTE) == []
    assert rung([BLOCK], [BLOCK], 12 * MINUTE, gap=0) == []


def test_the_first_look_rings_nothing() -> None:
    assert rung([], [BLOCK, STEP], 12 * MINUTE) == []


def steps_of(minutes: Sequence[int]) -> list[Span]:
    ends = accumulate(minutes)
    return [
        Span(f"step {place}", NINE + end * MINUTE, length * MINUTE, Level.STEP)
        for place, (end, length) in enumerate(zip(ends, minutes, strict=True))
    ]


def looks(plan: Sequence[int], cues: str, rhythm: Sequence[int]) -> list[Look]:
    """Looks at a block whose steps advance by themselves, from nine until five minutes after its end."""
    steps = steps_of(plan)
    length = sum(plan) or 12
    block = Span("block", NINE + length * MINUTE, length * MINUTE, Level.BLOCK)
    found, beat, at = [], cycle(rhythm), NINE
    while at < block.ends + 5 * MINUTE:
        on = [step for step in steps if step.ends - step.length_ms <= at < step.ends]
        found.append(Look(at, cued((block, *on), cues)))
        at += next(beat)
    return found


def all_rings(seen: Sequence[Look], every: int = 0) -> list[tuple[Look, Look, Ring]]:
    return [(a, b, ring) for a, b in pairwise(seen) for ring in due(a, b, overtime_every=every)]


def expected(plan: Sequence[int], cues: str, every: int) -> Counter[tuple[Chime, int, int]]:
    """Every chime of a block that nobody touches: (chime, minutes, UTC ms)."""
    length = sum(plan) or 12
    end = NINE + length * MINUTE
    wanted = [(Chime.END, 0, end)]
    wanted += [(Chime.STEP, 0, step.ends) for step in steps_of(plan)[:-1]]
    clocks = [(step.ends, step.length_ms) for step in steps_of(plan)] if cues == AUTO and plan else [(end, end - NINE)]
    for ends, span in clocks:
        wanted += [(Chime.CUE, minutes, ends - minutes * MINUTE) for minutes in cue_minutes(span, cues)]
    if every:
        wanted += [(Chime.OVER, over, end + over * MINUTE) for over in range(every, 5, every)]
    return Counter(wanted)


@given(PLANS, CUES, NEAR, st.integers(0, 3))
@example([1, 2, 4, 5], AUTO, [1000], 2)
def test_whoever_looks_often_hears_every_chime_once_in_its_order(
    plan: list[int], cues: str, rhythm: list[int], every: int
) -> None:
    """TM4. Each cue and each end has one chime, within one look of its moment, whatever the rhythm of the looks."""
    rings = all_rings(looks(plan, cues, rhythm), every)

    assert Counter((ring.chime, ring.minutes, ring.at) for *_, ring in rings) == expected(plan, cues, every)
    assert [ring.at for *_, ring in rings] == sorted(ring.at for *_, ring in rings)
    assert all(before.at < ring.at <= after.at for before, after, ring in rings)


@given(PLANS, CUES, FAR, st.integers(0, 3))
def test_whoever_looks_seldom_hears_one_chime_a_look_and_none_of_old(
    plan: list[int], cues: str, rhythm: list[int], every: int
) -> None:
    """Fault 25. After sleep or a blocked window there is no storm of chimes, and nothing is told twice or too late."""
    rings = all_rings(looks(plan, cues, rhythm), every)

    long_ones = Counter(after.at for before, after, _ in rings if after.at - before.at > LONG_LOOK_MS)
    assert all(count == 1 for count in long_ones.values())
    assert not Counter((ring.chime, ring.minutes, ring.at) for *_, ring in rings) - expected(plan, cues, every)
    assert all(after.at - ring.at < MINUTE for _, after, ring in rings)


@dataclass
class Clock:
    """A block's clock as people work it, in milliseconds after nine."""

    ends: int = 3 * MINUTE
    held: int = 0
    key: int = 0

    def span(self) -> Span:
        held = NINE + self.held if self.held else 0
        return Span(f"{self.key}", NINE + self.ends, 3 * MINUTE, Level.BLOCK, held, (1, 2))

    def pause(self, at: int) -> None:
        self.held = self.held or at

    def go_on(self, at: int) -> None:
        self.ends, self.held = self.ends + (at - self.held if self.held else 0), 0

    def more(self, _: int) -> None:
        self.ends += MINUTE

    def less(self, _: int) -> None:
        self.ends -= MINUTE

    def other(self, at: int) -> None:
        self.key, self.ends, self.held = self.key + 1, at + 3 * MINUTE, 0

    def passes(self, since: int, until: int) -> Iterator[tuple[Chime, int]]:
        """What this clock passes by itself while no hand is on it."""
        if not self.held:
            at = ((Chime.CUE, 1), (Chime.CUE, 2), (Chime.END, 0))
            yield from (each for each in at if since < self.ends - each[1] * MINUTE <= until)


HANDS: list[Callable[[Clock, int], None]] = [Clock.pause, Clock.go_on, Clock.more, Clock.less, Clock.other]


@given(st.lists(st.tuples(st.integers(0, 9000), st.sampled_from(HANDS)), max_size=12), NEAR)
def test_hands_on_the_clock_never_ring(
    touches: list[tuple[int, Callable[[Clock, int], None]]], rhythm: list[int]
) -> None:
    """TM2. Pause, go on, more, less, skip: only what passes by itself rings, and between two touches nothing is lost."""
    clock, now, beat = Clock(), 0, cycle(rhythm)
    # The touches crowd where the clock passes its cues and its end.
    waiting = sorted(
        ((moment - 4500 + (place % 4) * MINUTE, act) for place, (moment, act) in enumerate(touches)),
        key=lambda each: each[0],
    )
    seen = Look(NINE, (clock.span(),))
    while now < 5 * MINUTE:
        until = now + next(beat)
        passed: list[tuple[Chime, int]] = []
        is_touched = False
        since = now
        while waiting and waiting[0][0] <= until:
            at, act = waiting.pop(0)
            at, is_touched = max(at, since), True
            passed += clock.passes(since, at)
            act(clock, at)
            since = at
        passed += clock.passes(since, until)
        look = Look(NINE + until, (clock.span(),))
        heard = [(ring.chime, ring.minutes) for ring in due(seen, look)]
        assert not Counter(heard) - Counter(passed)
        assert is_touched or Counter(heard) == Counter(passed)
        seen, now = look, until
