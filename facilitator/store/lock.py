"""One writer at a time: a lock file that the system lets go of even when the app is killed."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from facilitator.convening.words import Refusal


class WorkspaceLock:
    """Held by whatever writes: the app, serve, rehearse, import, restore."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of a data folder. Raises Refusal file.in_use."""
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(folder / "workspace.lock", thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise Refusal("file.in_use", path=str(folder)) from error

    def release(self) -> None:
        """Let the next one write."""
        self._lock.release()
