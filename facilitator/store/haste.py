"""Work on files that may be called off: whoever closes the app does not wait for a large file or a slow stick."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

_STEPS, _PIECE = 10_000, 1 << 20
"""So many steps of the database, and bytes of a copy, are done between two looks."""


class Haste:
    """Handed to work that may take long; another thread calls it off."""

    def __init__(self) -> None:
        self._is_off = threading.Event()

    @property
    def is_off(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._is_off.is_set()

    def call_off(self) -> None:
        """Let it end soon, for good: what a connection does raises sqlite3.OperationalError, a copy raises OSError."""
        self._is_off.set()

    def watch(self, connection: sqlite3.Connection) -> None:
        """Let what this connection does be called off."""
        connection.set_progress_handler(self._is_off.is_set, _STEPS)

    def copy(self, source: Path, target: Path) -> None:
        """Copy what a file holds. Raises OSError."""
        with source.open("rb") as read, target.open("wb") as write:
            while piece := read.read(_PIECE):
                if self.is_off:
                    raise OSError("called off")
                write.write(piece)


PATIENT = Haste()
"""Of work that is never called off."""
