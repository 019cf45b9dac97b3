"""What a clock says at one moment, in the forms that people read: time of day, and time left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

_PLUS, _COLON = "+", ":"
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at the clock: the room's time in UTC milliseconds, and how a person here reads a moment of it.

    `zone` is that of the room (the laptop's own when not given). `shift_ms` is how far the laptop's clock is ahead of
    the room's: times of day are shown by the laptop's clock as it is now, and what is left by the room's alone.
    """

    wall_ms: int
    zone: tzinfo | None = None
    shift_ms: int = 0

    def time_of_day(self) -> str:
        """The time in the room: "10:58"."""
        return self.time_at(self.wall_ms)

    def time_at(self, wall_ms: int) -> str:
        """Another moment as a time in the room, from the room's UTC milliseconds."""
        return self.local(wall_ms).strftime("%H:%M")

    def local(self, wall_ms: int) -> datetime:
        """Another moment as the laptop's clock and calendar have it."""
        return datetime.fromtimestamp((wall_ms + self.shift_ms) / 1000, UTC).astimezone(self.zone)

    def moment_of(self, local: datetime) -> int:
        """The moment (the room's UTC milliseconds) at which the laptop's clock shows this; `local` has a zone."""
        return round(local.timestamp() * 1000) - self.shift_ms

    def minute_of(self, wall_ms: int, day: date) -> int:
        """Another moment as minutes that a clock on the wall shows, counted from the midnight that begins a day.

        On the day after it is 1440 and more, and on the day before less than 0. On a day on which the clocks are put
        forward or back it is what the clock shows, and so what an agenda of that day says, and not the time since.
        """
        local = self.local(wall_ms)
        return (local.date() - day).days * _DAY + local.hour * 60 + local.minute


def time_left(remaining_ms: int) -> str:
    """Time left as digits: "8:40", "1:05:00"; once it is up, time over: "+1:12".

    Seconds are rounded up while time is left, so that 0:00 is shown when it is up and not a second before.
    """
    seconds = -(-remaining_ms // 1000) if remaining_ms > 0 else -remaining_ms // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    digits = f"{hours}{_COLON}{minutes:02}{_COLON}{seconds:02}" if hours else f"{minutes}{_COLON}{seconds:02}"
    return f"{_PLUS}{digits}" if remaining_ms <= -1000 else digits
