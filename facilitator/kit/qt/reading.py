"""What a clock says at one moment, in the forms that people read: time of day, and time left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

_PLUS, _COLON = "+", ":"


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at the wall clock: UTC milliseconds, and the zone of the room (the laptop's own when not given)."""

    wall_ms: int
    zone: tzinfo | None = None

    def time_of_day(self) -> str:
        """The time in the room: "10:58"."""
        return self.time_at(self.wall_ms)

    def time_at(self, wall_ms: int) -> str:
        """Another moment as a time in the room, from UTC milliseconds."""
        return datetime.fromtimestamp(wall_ms / 1000, UTC).astimezone(self.zone).strftime("%H:%M")


def time_left(remaining_ms: int) -> str:
    """Time left as digits: "8:40", "1:05:00"; once it is up, time over: "+1:12".

    Seconds are rounded up while time is left, so that 0:00 is shown when it is up and not a second before.
    """
    seconds = -(-remaining_ms // 1000) if remaining_ms > 0 else -remaining_ms // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    digits = f"{hours}{_COLON}{minutes:02}{_COLON}{seconds:02}" if hours else f"{minutes}{_COLON}{seconds:02}"
    return f"{_PLUS}{digits}" if remaining_ms <= -1000 else digits
