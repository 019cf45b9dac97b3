"""When the day will likely end, for a room that was told to see it. Source: practice, rule ST2."""

from __future__ import annotations

from facilitator.convening.agenda import current
from facilitator.convening.records import Records
from facilitator.convening.stage_state import the_stage
from facilitator.convening.timetable import Moments, began_on, day_now, timetable
from facilitator.i18n import _
from facilitator.kit.qt.reading import Reading

_ABOUT = 5
_DAY = 24 * 60


class DayEnding:
    """The likely end of the day in words: "We end at about 16:10". It says nothing unless the guide lets it be seen."""

    def __init__(self, room: Records | None = None) -> None:
        self._room = room if room is not None and the_stage(room).is_late_shown and current(room) else None
        self._known: tuple[int, str] = (-1, "")

    def words(self, reading: Reading) -> str:
        """Say it as things stand, in steps of five minutes, never too early; "" while it is for the laptop only."""
        if self._room is None:
            return ""
        minute = reading.wall_ms // 60_000
        if self._known[0] != minute:
            self._known = (minute, _("We end at about {time}").format(time=_likely_end(self._room, reading)))
        return self._known[1]


def _likely_end(room: Records, reading: Reading) -> str:
    day = day_now(room)
    base = reading.local(began_on(room, day) or reading.wall_ms).date()
    moments = Moments(reading.wall_ms, base.isoformat(), lambda wall_ms: reading.minute_of(wall_ms, base))
    ends = -(-timetable(room, day, moments)[-1].likely_ends // _ABOUT) * _ABOUT % _DAY
    return f"{ends // 60:02}:{ends % 60:02}"
