"""Who is in the room, remembered for as long as the app runs: nothing of it is ever written down."""

from __future__ import annotations

from facilitator.console.seats.attendance import Attendance
from facilitator.phones.bridge import RoomPresence


class Attending:
    """Makes of what the phones show what the console shows, and remembers when somebody was seen last."""

    def __init__(self) -> None:
        self._here: frozenset[str] = frozenset()
        self._seen: dict[str, int] = {}

    def hear(self, presence: RoomPresence, now_ms: int) -> Attendance:
        """Hear who is here now (UTC ms)."""
        here = frozenset(person for person in presence.connected if person)
        for person in self._here - here:
            self._seen[person] = now_ms
        for person in here:
            self._seen.pop(person, None)
        self._here = here
        return Attendance(
            here, presence.connected.get("", 0), dict(self._seen), presence.hands, frozenset(presence.done),
            dict(presence.moods), presence.hasty,
        )  # fmt: skip
