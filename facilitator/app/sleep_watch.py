"""After a sleep that a timer did not outlast: for how long the time has been up, told once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from facilitator.app.clock_watch import step_words
from facilitator.app.recovery import Bar
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.convening.agenda import current
from facilitator.convening.records import Records
from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import time_left

KEY = "slept"

LOOK_MS = 1_000

AWAY_MS = 20_000
"""Who looks every second and finds that so much more has passed was asleep with the laptop, or kept from looking."""


class SleepWatch(QObject):
    """Looks every second. The timer itself needs nobody to look: it is right whenever somebody does."""

    def __init__(self, now: Callable[[], int], bar: Bar, records: Callable[[], Records | None]) -> None:
        """`now` reads the room's time (UTC ms); `records` are those of the open convening, None while none is."""
        super().__init__()
        self._now, self._bar, self._records = now, bar, records
        self._at = now()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on."""
        self._at = self._now()
        self._timer.start()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once: whatever ended while nobody looked is told of, and never twice."""
        before, self._at = self._at, self._now()
        away = self._at - before
        records = self._records()
        if away < AWAY_MS or records is None:
            return
        box = records[Timebox].get(current(records))
        if box is not None and box.left(before) > 0 >= box.left(self._at):
            self._bar.tell(self._told(-box.left(self._at), away))

    def _told(self, over: int, away: int) -> Trouble:
        fact = _("The timer ended {time} ago.").format(time=time_left(over))
        meaning = _("This laptop was asleep or busy for {length}.").format(length=step_words(away))
        done = Act("", _("All right"), lambda: self._bar.settle(KEY))
        return Trouble(KEY, Gravity.WARNING, fact, meaning, (done,))
