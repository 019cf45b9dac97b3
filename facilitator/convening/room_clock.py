"""The time of the room: the wall clock at one moment, carried on by a clock that nobody sets and that never sleeps."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.convening.hlc import wall_ms

STEP_MS = 2_000
"""A laptop's clock that leaves the room's by so much from one look to the next was set, and not only made true."""

GOES_ON_MS = 24 * 60 * 60_000
"""Whoever was away for longer takes the wall clock anew: no timer waits so long, and small errors have added up."""

_MS = 1_000_000


def boot_ms() -> int:
    """Read the clock that counts from the laptop's start, its sleep included, in milliseconds; setting changes it not.

    Linux stops CLOCK_MONOTONIC in sleep and counts it in CLOCK_BOOTTIME (clock_gettime(2)); macOS counts it in
    CLOCK_MONOTONIC_RAW, and not in the clock of `time.monotonic` (clock_gettime(3), cpython issue 86273); both clocks
    that Python reads on Windows, by its version, count it (GetTickCount64, QueryPerformanceCounter). Elsewhere the
    time asleep may be missing: a timer then stands still in sleep, and is right but for that.
    """
    if sys.platform == "linux":
        since = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        since = time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)
    else:
        since = time.monotonic_ns()
    return since // _MS


@dataclass(frozen=True, slots=True)
class Base:
    """One moment: by the room (UTC ms), by the clock since the start (ms) of this start of the laptop, "" if unknown.

    `shift_ms` is how far the laptop's wall clock was ahead of the room then.
    """

    room_ms: int
    boot_ms: int
    boot: str = ""
    shift_ms: int = 0


class RoomClock:
    """Instants of facts and deadlines are read here. What is shown follows the wall clock, by `shift`."""

    def __init__(
        self,
        boot: str = "",
        kept: Base | None = None,
        wall: Callable[[], int] = wall_ms,
        since_boot: Callable[[], int] = boot_ms,
    ) -> None:
        """Go on from what a run before has kept, if the laptop was not started anew since; else from the wall clock.

        `boot` names this start of the laptop; "" where the system does not tell, and nobody goes on then.
        """
        self._boot, self._wall, self._since_boot = boot, wall, since_boot
        self._base = kept if kept is not None and self._goes_on(kept) else self._anew()

    def now(self) -> int:
        """Say the time of the room in UTC milliseconds: whatever happens to the laptop's clock, it goes on."""
        return self._base.room_ms + self._since_boot() - self._base.boot_ms

    def shift(self) -> int:
        """Say how far the laptop's clock is ahead of the room's, in milliseconds."""
        return self._wall() - self.now()

    def base(self) -> Base:
        """Give this moment, for a run that goes on from it."""
        since = self._since_boot()
        room = self._base.room_ms + since - self._base.boot_ms
        return Base(room, since, self._boot, self._wall() - room)

    @property
    def told_shift(self) -> int:
        """How far the laptop's clock was ahead when the room's began, or went on."""
        return self._base.shift_ms

    def take_wall(self) -> None:
        """Take the wall clock's time. Only while no timer runs: its deadline would move."""
        self._base = self._anew()

    def _anew(self) -> Base:
        return Base(self._wall(), self._since_boot(), self._boot)

    def _goes_on(self, kept: Base) -> bool:
        return kept.boot == self._boot != "" and 0 <= self._since_boot() - kept.boot_ms < GOES_ON_MS
