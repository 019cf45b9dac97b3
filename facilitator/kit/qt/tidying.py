"""Throwing away what nobody holds any more, in the thread of the windows only.

Python looks for such things in whichever thread has just made something new, the desk's among them. A window that
another thread throws away cannot stop its timers there, and the next tick goes to what is not there any more.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Tidying(QObject):
    """Takes over from Python's own looking, which it turns off, for as long as the application runs."""

    def __init__(self, parent: QObject) -> None:
        """Begin, from the thread of the windows."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def tidy() -> int:
    """Throw away what is due by Python's own measure, the young more often than the old; give how many there were."""
    due = -1
    for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True):
        if count <= most:
            break
        due += 1
    return gc.collect(due) if due >= 0 else 0
