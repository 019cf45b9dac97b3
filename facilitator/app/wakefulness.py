"""Keeps the laptop awake while the room is live; where the system does not let us, nothing happens."""

from __future__ import annotations

import logging
import threading

logger = logging.getLogger(__name__)


class Wakefulness:
    """Held from going live until the doors close, on a thread of its own: asking the system takes a while."""

    def __init__(self) -> None:
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._hold, name="awake", daemon=True)

    def begin(self) -> None:
        """Keep the screen on and the laptop awake."""
        self._thread.start()

    def end(self) -> None:
        """Let it sleep again, and wait until the system knows."""
        self._is_over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _hold(self) -> None:
        try:
            from wakepy import keep

            with keep.presenting(on_fail="pass"):
                self._is_over.wait()
        except Exception:  # noqa: BLE001 - a laptop that falls asleep is a nuisance, a room that does not open is worse
            logger.info("The system does not let us keep the laptop awake")
