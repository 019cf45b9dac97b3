"""One writer at a time: a lock file that the system lets go of even when the app is killed."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from facilitator.convening.words import Refusal

_NAME = "workspace.lock"


class WorkspaceLock:
    """Held by whatever writes: the app, serve, rehearse, import, restore."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of a data folder. Raises Refusal file.in_use."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._lock = self._taken()

    def take_again(self) -> None:
        """Take the lock of a folder that came back as another one, under the same name. Raises Refusal file.in_use."""
        mine, there = self._held, _identity(self._folder / _NAME)
        if mine != there:
            # The old one lies in a folder that has no name any more, where nobody else finds it.
            old, self._lock = self._lock, self._taken()
            old.release()

    def _taken(self) -> FileLock:
        lock = FileLock(self._folder / _NAME, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise Refusal("file.in_use", path=str(self._folder)) from error
        self._held = _identity(self._folder / _NAME)
        return lock

    def release(self) -> None:
        """Let the next one write."""
        self._lock.release()


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino
