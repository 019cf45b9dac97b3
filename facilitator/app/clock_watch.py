"""Looks whether somebody has set the laptop's clock: told once, and no timer moves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from facilitator.app.kept_clock import KEEP_SECONDS, KeptClock
from facilitator.app.recovery import Bar
from facilitator.console.surroundings import Gravity, Trouble
from facilitator.console.times import DAY, length_words
from facilitator.convening.room_clock import STEP_MS
from facilitator.convening.timebox import MINUTE
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act

KEY = "clock"
"""The key of the bar that tells of it."""

LOOK_MS = 1_000


class ClockWatch(QObject):
    """Looks every second, and keeps the room's time for a run that comes after this one.

    While no convening is live there is no timer to keep: the room then takes the laptop's clock as it is, so that
    what is written afterwards bears the time that people know.
    """

    def __init__(self, kept: KeptClock, bar: Bar, is_live: Callable[[], bool]) -> None:
        """Nothing happens before `begin`."""
        super().__init__()
        self._kept, self._bar, self._is_live = kept, bar, is_live
        self._shift = kept.clock.told_shift
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._keep = QTimer(self, interval=KEEP_SECONDS * 1000)
        self._keep.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Look from now on. The data folder has to be ours."""
        self.look()
        self._go_on()
        self._look.start()
        self._keep.start()

    def end(self) -> None:
        """Look no more; what never began keeps nothing, for the folder may be another's."""
        if not self._look.isActive():
            return
        self._look.stop()
        self._keep.stop()
        self._kept.keep()

    def look(self) -> None:
        """Look once: a clock that left the room's by a step was set; one that creeps is only made true."""
        before, self._shift = self._shift, self._kept.clock.shift()
        step = self._shift - before
        if abs(step) < STEP_MS:
            return
        if self._is_live():
            self._bar.tell(self._told(step))
        self._go_on()

    def _go_on(self) -> None:
        if abs(self._shift) >= STEP_MS and not self._is_live():
            self._kept.clock.take_wall()
            self._shift = 0
            self._bar.settle(KEY)
        self._kept.keep()

    def _told(self, step: int) -> Trouble:
        fact = _("This laptop's clock was set forward by {length}.")
        if step < 0:
            fact = _("This laptop's clock was set back by {length}.")
        meaning = _("Timers go on as they were. Times of day follow the clock.")
        done = Act("", _("All right"), lambda: self._bar.settle(KEY))
        return Trouble(KEY, Gravity.WARNING, fact.format(length=step_words(abs(step))), meaning, (done,))


def step_words(ms: int) -> str:
    """Say by how much a clock was set: "5 s", "1 h", "3 days"."""
    seconds = round(ms / 1000)
    minutes = round(ms / MINUTE)
    if seconds < 60:
        return _("{seconds} s").format(seconds=seconds)
    if minutes < DAY:
        return _("{hours} h").format(hours=1) if minutes == 60 else length_words(minutes)
    days = round(minutes / DAY)
    return ngettext("{days} day", "{days} days", days).format(days=days)
