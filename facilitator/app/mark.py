"""The mark in the data folder that says that the app runs: found while the lock is free, it tells of a crash."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from facilitator.store.opening import sync_folder

MARK = "running"
"""The name of the file, beside the workspace."""

SOON_MS = 60_000
"""Whoever stops so soon after the start may have stopped because of what the start opened."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the app: when it began and when it was last seen (UTC ms), and the convening that was open.

    `soon` counts the runs right before it, in a row, that crashed soon after their start.
    """

    began: int = 0
    seen: int = 0
    convening: str = ""
    soon: int = 0

    def crashes_soon(self) -> int:
        """How many runs in a row crashed soon after their start, if this one has crashed."""
        return self.soon + 1 if self.seen - self.began < SOON_MS else 0


class Mark:
    """Kept by whoever holds the lock of the data folder. A disk that takes nothing never stops anybody here."""

    def __init__(self, folder: Path, wall: Callable[[], int]) -> None:
        """Nothing is written yet; `wall` reads the clock that people read, in UTC milliseconds."""
        self._file, self._wall = folder / MARK, wall
        self._run = Run()
        self._is_set = self._is_lifted = False

    def set(self) -> Run | None:
        """Say that the app runs from now on; give the run before if it crashed, None if it ended as it should."""
        before = self._read() if self._file.exists() else None
        now = self._wall()
        self._run = Run(now, now, before.convening if before else "", before.crashes_soon() if before else 0)
        self._is_set = True
        self._write()
        return before

    def note(self, convening: str) -> None:
        """Say which convening is open, "" for none; it outlives a power cut."""
        if not self._is_set or convening == self._run.convening:
            return
        self._run = replace(self._run, convening=convening, seen=self._wall())
        if convening or not self._is_lifted:  # what is closed after the mark was lifted is closed on the way out
            self._write()
            self._sync()

    def beat(self) -> None:
        """Say that the app is still there."""
        if self._is_set:
            self._run = replace(self._run, seen=self._wall())
            self._write()

    def lift(self) -> None:
        """Say that the app may end now as it should; what is noted or beaten after that says that it has not."""
        if self._is_set:
            self._is_lifted = True
            with contextlib.suppress(OSError):
                self._file.unlink(missing_ok=True)

    def end(self) -> None:
        """Say that the app ends as it should. Nothing is said after that."""
        self.lift()
        self._is_set = False

    def _write(self) -> None:
        self._is_lifted = False
        young = self._file.with_name(f"{MARK}.young")
        with contextlib.suppress(OSError):
            with young.open("w", encoding="utf-8") as file:
                json.dump(asdict(self._run), file)
            young.replace(self._file)

    def _sync(self) -> None:
        """Wait for the disk. Done when something else is opened, and never with every beat: the stage is painting."""
        with contextlib.suppress(OSError):
            with self._file.open("rb+") as file:
                os.fsync(file.fileno())
            sync_folder(self._file.parent)

    def _read(self) -> Run:
        """Read what another run left behind; what cannot be read is a crash of which nothing else is known."""
        try:
            said = json.loads(self._file.read_text("utf-8"))
            return Run(int(said["began"]), int(said["seen"]), str(said["convening"]), int(said["soon"]))
        except (OSError, ValueError, TypeError, KeyError):
            return Run(seen=SOON_MS)
