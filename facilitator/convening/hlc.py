"""A clock that orders facts of several laptops: wall time, never backwards, never twice the same."""

from __future__ import annotations

import time
from collections.abc import Callable

from facilitator.convening.words import Refusal

AHEAD_MS = 5 * 60_000
"""How far another laptop's clock may be ahead before its facts are refused."""


def wall_ms() -> int:
    """Read the wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


class HybridClock:
    """48 bits of milliseconds and 16 bits of count in one number. Source: hybrid logical clocks, Kulkarni 2014."""

    def __init__(self, last: int, wall: Callable[[], int] = wall_ms) -> None:
        """Go on after the greatest stamp already seen."""
        self._last = last
        self._wall = wall

    def now(self) -> int:
        """Give a stamp greater than every stamp given or seen."""
        self._last = max(self._wall() << 16, self._last + 1)
        return self._last

    def go_on_after(self, stamp: int) -> None:
        """Take note of a stamp that is in the log already."""
        self._last = max(self._last, stamp)

    def see(self, stamp: int) -> None:
        """Take note of a stamp of another laptop. Raises Refusal clock.ahead."""
        if (stamp >> 16) > self._wall() + AHEAD_MS:
            raise Refusal("clock.ahead", minutes=((stamp >> 16) - self._wall()) // 60_000)
        self.go_on_after(stamp)
