"""Rings while a convening is live, whatever page of the console is open, by looking at its clocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from facilitator.app.house import Room
from facilitator.convening.cues import Chime
from facilitator.convening.spans import overtime_every, spans_now
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.ringer import Ringer

_LOOK_MS = 250


class Ringing(QObject):
    """Looks four times a second. `ringer.rang` tells what fell due, muted or not: a chime has a change to be seen."""

    def __init__(self, room: Room, look: Callable[[], Reading], play: Callable[[Chime], object]) -> None:
        """Begin to look at a room by its clock; chimes are played through `play`."""
        super().__init__()
        self._room, self._look = room, look
        self.ringer = Ringer(play, self)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look_once)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look_once(self) -> None:
        now, records = self._look().wall_ms, self._room.desk.news.records
        # A day that is over, or only prepared, keeps its clocks; nobody is in the room to hear them.
        spans = spans_now(records, now) if self._room.is_live() else ()
        self.ringer.look(now, spans, overtime_every(records))
