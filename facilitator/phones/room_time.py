"""The time of the room: the laptop's wall clock, carried on by a clock that nobody sets."""

from __future__ import annotations

import time
from collections.abc import Callable

from facilitator.convening.timebox import Timebox

_WAY_MS = 2000
"""A time that is behind ours by less than this was only long on its way; by more, somebody set the laptop's clock."""


class RoomTime:
    """Tells the desk's time in UTC milliseconds from what the desk last said, so that a stepped clock does no harm."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Start from this process's own clock until the desk speaks."""
        self._monotonic = monotonic
        self._said, self._heard = int(time.time() * 1000), monotonic()

    def hear(self, now_ms: int) -> None:
        """Take the desk's time over. What it said is older by its way here, so the later of two near times is true."""
        if not 0 <= self.now_ms() - now_ms < _WAY_MS:
            self._said, self._heard = now_ms, self._monotonic()

    def now_ms(self) -> int:
        """Say the desk's time."""
        return self._said + round((self._monotonic() - self._heard) * 1000)


def clock_of(timebox: Timebox | None, now_ms: int) -> dict[str, int | bool]:
    """Say a block's clock as phones count it: milliseconds left (below 0 in overtime), running or not, sent when."""
    if timebox is None or not timebox.started:
        return {"left_ms": 0, "running": False, "sent_ms": now_ms}
    until = timebox.ended or timebox.paused_at or now_ms
    left = timebox.started + timebox.length_ms - until
    return {"left_ms": left, "running": not (timebox.ended or timebox.paused_at), "sent_ms": now_ms}
