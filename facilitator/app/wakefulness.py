"""Keeps the laptop awake while the room is live; where the system does not let us, nothing happens."""

from __future__ import annotations

import logging
import threading

logger = logging.getLogger(__name__)


class Wakefulness:
    """Held while a convening is live, each time on a thread of its own: asking the system takes a while.

    A timer is right after a sleep; but a laptop asleep shows nothing, and answers no phone.
    """

    def __init__(self) -> None:
        self._over = threading.Event()
        self._over.set()
        self._thread: threading.Thread | None = None
        self._granted = threading.Event()
        self._has_ended = False

    @property
    def is_held(self) -> bool:
        """Whether the system keeps the laptop awake for us now."""
        return self._granted.is_set() and not self._over.is_set()

    def begin(self) -> None:
        """Keep the screen on and the laptop awake from now on; nothing new where it is held, or has come to its end."""
        if self._has_ended or not self._over.is_set():
            return
        self._over = threading.Event()
        self._granted = threading.Event()
        told = (self._over, self._granted, self._thread)
        self._thread = threading.Thread(target=_hold, args=told, name="awake", daemon=True)
        self._thread.start()

    def rest(self) -> None:
        """Let it sleep again; returns at once."""
        self._over.set()

    def end(self) -> None:
        """Let it sleep for good, and wait until the system knows."""
        self._has_ended = True
        self.rest()
        if self._thread is not None:
            self._thread.join()


def _hold(over: threading.Event, granted: threading.Event, before: threading.Thread | None) -> None:
    if before is not None:
        before.join()
    try:
        from wakepy import keep

        with keep.presenting(on_fail="pass") as mode:
            logger.info("The laptop is kept awake: %s", mode.active)
            if mode.active:
                granted.set()
            over.wait()
    except Exception:  # noqa: BLE001 - a laptop that falls asleep is a nuisance, a room that does not open is worse
        logger.info("The system does not let us keep the laptop awake")
