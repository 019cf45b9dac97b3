"""The time of the room in the gateway: what the desk last said, carried on by the clock since the laptop's start."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.convening.countdown import Countdown
from facilitator.convening.hlc import wall_ms
from facilitator.convening.room_clock import boot_ms


def moment(wall: Callable[[], int]) -> dict[str, int]:
    """Say what time it is for the room, with what the clock since the laptop's start shows beside it (milliseconds)."""
    return {"now_ms": wall(), "boot_ms": boot_ms()}


class RoomTime:
    """Tells the desk's time in UTC milliseconds. A stepped clock does no harm to it, and neither does a sleep."""

    def __init__(self, since_boot: Callable[[], int] = boot_ms) -> None:
        """Start from the laptop's own clock until the desk speaks. `since_boot` counts milliseconds."""
        self._since_boot = since_boot
        self._said, self._at = wall_ms(), since_boot()

    def hear(self, now_ms: int, boot_ms: int) -> None:
        """Take the desk's time over. Both programs read one clock since the start, so no way here is too long."""
        self._said, self._at = now_ms, boot_ms

    def now_ms(self) -> int:
        """Say the desk's time."""
        return self._said + self._since_boot() - self._at


def clock_of(counts: Countdown | None, now_ms: int) -> dict[str, int | bool]:
    """Say a block's clock as phones count it: milliseconds left (below 0 in overtime), running or not, sent when.

    With steps it is the innermost one's, `leg` says which (counted from 0; their number once all are over), and
    `block_ms` is what is left of the block, so that a phone finds the next one by itself.
    """
    if counts is None:
        return {"left_ms": 0, "running": False, "sent_ms": now_ms}
    said: dict[str, int | bool] = {"left_ms": counts.left(now_ms), "running": counts.is_running, "sent_ms": now_ms}
    standing = counts.standing(now_ms)
    if standing is None:
        return said
    leg = len(counts.legs) if counts.is_past_steps(now_ms) else standing.place
    return {**said, "leg": leg, "block_ms": counts.box.left(now_ms)}
