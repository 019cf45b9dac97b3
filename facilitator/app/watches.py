"""Whatever looks after the app while it runs: its mistakes, its clock, its sleep, and whether its windows answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from facilitator.app.clock_watch import ClockWatch
from facilitator.app.kept_clock import KeptClock
from facilitator.app.mishap_bar import MishapBar
from facilitator.app.mishaps import Mishaps
from facilitator.app.sleep_watch import SleepWatch
from facilitator.app.stall_bar import StallBar
from facilitator.app.stall_watch import StallWatch
from facilitator.app.windows import Windows
from facilitator.convening.records import Records


class Watches:
    """Begin once the data folder is ours."""

    def __init__(self, folder: Path, windows: Windows, kept: KeptClock) -> None:
        self._mishaps = Mishaps(folder, MishapBar(windows.console).tell)
        self._clock = ClockWatch(kept, windows.console, windows.has_live)
        self._sleep = SleepWatch(kept.clock.now, windows.console, lambda: _records_of(windows))
        self._stalls = StallWatch(StallBar(windows.console).tell)

    def begin(self) -> None:
        """Look from now on."""
        self._mishaps.begin()
        self._clock.begin()
        self._sleep.begin()
        # Opening what was open takes what it takes: who has just started it waits for that, and nothing is stuck.
        QTimer.singleShot(0, self._stalls.begin)

    def rest(self) -> None:
        """The windows close, and may take as long as it takes."""
        self._stalls.end()

    def end(self) -> None:
        """Look no more."""
        self._stalls.end()
        self._sleep.end()
        self._clock.end()
        self._mishaps.end()


def _records_of(windows: Windows) -> Records | None:
    return windows.records() if windows.room is not None else None
