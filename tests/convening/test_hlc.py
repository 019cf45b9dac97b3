"""The clock across laptops: never backwards, never twice the same, and not fooled by a wrong one."""

from __future__ import annotations

from facilitator.convening.hlc import AHEAD_MS, HybridClock, wall_ms
from tests.convening.given import refused


def test_stamps_rise_whatever_the_wall_says() -> None:
    wall = iter((1000, 1000, 400, 2000))
    clock = HybridClock(0, lambda: next(wall))

    stamps = [clock.now() for _ in range(4)]

    assert stamps == [1000 << 16, (1000 << 16) + 1, (1000 << 16) + 2, 2000 << 16]


def test_a_clock_goes_on_after_what_it_has_seen() -> None:
    clock = HybridClock(7 << 16, lambda: 5)
    assert clock.now() == (7 << 16) + 1
    clock.see(9 << 16)
    assert clock.now() == (9 << 16) + 1
    clock.go_on_after(3 << 16)
    assert clock.now() == (9 << 16) + 2


def test_a_laptop_that_is_far_ahead_is_refused() -> None:
    clock = HybridClock(0, lambda: 0)
    clock.see(AHEAD_MS << 16)

    with refused("clock.ahead", minutes=10):
        clock.see(2 * AHEAD_MS << 16)
    assert wall_ms() > 1_700_000_000_000
