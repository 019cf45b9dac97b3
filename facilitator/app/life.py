"""The life of the app in its data folder: it says that it runs, what is open, and that it ended as it should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from facilitator.app.mark import Mark, Run

BEAT_MS = 5_000
"""How often the app says that it is there: nobody is told more exactly when it stopped."""


class Life(QObject):
    """Begins once the workspace is locked, and ends before the lock is let go.

    `crashed` is the run before, if that did not end as it should; None after a clean end.
    """

    def __init__(self, folder: Path, wall: Callable[[], int]) -> None:
        super().__init__()
        self._mark = Mark(folder, wall)
        self.crashed: Run | None = None
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._mark.beat)

    def begin(self) -> None:
        """Say that the app runs; find out how the last run ended."""
        self.crashed = self._mark.set()
        self._beat.start()

    def note(self, convening: str) -> None:
        """Say which convening is open, "" for none."""
        self._mark.note(convening)

    def rest(self) -> None:
        """Say that an end may come at any moment now, and a clean one. Who is still there at the next beat goes on."""
        self._mark.lift()

    def end(self) -> None:
        """Say that this is a clean end: the next start finds nothing to recover."""
        self._beat.stop()
        self._mark.end()
