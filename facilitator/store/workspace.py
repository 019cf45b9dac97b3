"""The workspace of this laptop: one file with all convenings, its lock, and the door to its log."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal
from facilitator.store import kept
from facilitator.store.lock import WorkspaceLock
from facilitator.store.log import Log
from facilitator.store.opening import WORKSPACE, Connect, connect, hold, let_go, open_reader, open_writer
from facilitator.store.reading import Listed, convenings, load
from facilitator.store.sealed import SealedBallots

Kinds = Mapping[str, type[Record[Any]]]


class Workspace:
    """The open workspace. Its connection belongs to the desk's thread once a desk has it."""

    def __init__(self, folder: Path, kinds: Kinds, make: Connect = connect) -> None:
        """Lock and open the workspace in a data folder. Raises Refusal file.*."""
        self.folder = folder
        self.kinds = kinds
        self._lock = WorkspaceLock(folder)
        try:
            self.origin = kept.laptop_origin(folder)
            self.connection: sqlite3.Connection = open_writer(self.path, kinds, make)
            hold(self.path)
        except BaseException:
            self._lock.release()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.folder / WORKSPACE

    def log(self, stream: str) -> Log:
        """Open the log for one convening."""
        return Log(self.connection, self.kinds, stream, self.origin)

    def sealed(self) -> SealedBallots:
        """The sealed ballots of rounds that are not revealed."""
        return SealedBallots(self.connection, self.folder / "seals")

    def load(self, stream: str) -> Records:
        """Read a convening's records. Raises Refusal file.damaged when the file cannot be read to its end."""
        try:
            return load(self.connection, self.kinds, stream)
        except (sqlite3.DatabaseError, ValueError) as error:
            raise Refusal("file.damaged", path=str(self.path)) from error

    def close(self) -> None:
        """Close the file and let the next one write."""
        self.connection.close()
        let_go(self.path)
        self._lock.release()


def list_convenings(folder: Path) -> list[Listed]:
    """List the convenings of a data folder without locking or changing it; none if there is no file yet."""
    path = folder / WORKSPACE
    if not path.exists():
        return []
    connection = open_reader(path)
    try:
        return convenings(connection)
    finally:
        connection.close()
