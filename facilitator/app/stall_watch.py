"""Notices when the windows stop answering: what they were busy with is kept in the log, and told once they answer."""

from __future__ import annotations

import faulthandler
import logging
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence

from facilitator.kit.qt.echo import Echo

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 5.0
"""Who waits longer for a window believes that it has died."""

_ASK_SECONDS = 1.0
_LOOK_SECONDS = 0.25

# On Windows the clock of Python goes on while the laptop sleeps, and everybody wakes at once: nobody kept us waiting.
_MOST_AT_ONCE = 2 * _LOOK_SECONDS if sys.platform == "win32" else float("inf")


class StallWatch:
    """Asks the GUI thread every second, on a thread of its own, and counts how long the answer takes.

    The desk, the writer and the phones are on other threads and in other processes: they go on meanwhile.
    """

    def __init__(self, tell: Callable[[float], None], patience: float = PATIENCE_SECONDS) -> None:
        """`tell` is called in the GUI thread, as soon as it answers again, with the seconds that it did not."""
        self._tell, self._patience = tell, patience
        self._questions: Echo[None] = Echo()
        self._questions.listen(lambda _: self._answered.set())
        self._stalls: Echo[float] = Echo()
        self._stalls.listen(self._hear)
        self._answered, self._ending = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._watch, name="stalls", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def end(self) -> None:
        """Watch no more; who closes may take as long as it takes. Ending twice, or what never began, is no mistake."""
        self._ending.set()
        self._answered.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        while not self._ending.wait(_ASK_SECONDS):
            self._answered.clear()
            if self._ending.is_set():
                return  # it was set before the answer was taken away: whoever waits for the end gives none any more
            self._questions.tell(None)
            waited = self._wait()
            if waited >= self._patience and not self._ending.is_set():
                self._stalls.tell(waited)

    def _wait(self) -> float:
        """Wait for the answer; give how long it took, in seconds."""
        waited, is_kept, looked = 0.0, False, time.monotonic()
        while not self._answered.wait(_LOOK_SECONDS):
            now = time.monotonic()
            waited, looked = waited + min(now - looked, _MOST_AT_ONCE), now
            if waited >= self._patience and not is_kept:
                logger.error("The windows do not answer. What everybody is doing:\n%s", _stacks())
                is_kept = True
        return waited + min(time.monotonic() - looked, _MOST_AT_ONCE)

    def _hear(self, told: Sequence[float]) -> None:
        self._tell(max(told))


def _stacks() -> str:
    """The stacks of all threads: files and lines, and no word that anybody wrote."""
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        return file.read().decode("utf-8", "replace")
