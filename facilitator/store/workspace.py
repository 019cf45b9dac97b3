"""The workspace of this laptop: one file with all convenings, its lock, and the door to its log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

from facilitator.convening.records import Records
from facilitator.convening.words import Record, Refusal
from facilitator.store import forgetting, kept
from facilitator.store.footing import Footing, Gone, Standing, plainly, why_not_saved
from facilitator.store.lock import WorkspaceLock
from facilitator.store.log import Log
from facilitator.store.opening import (
    UNREADABLE,
    WORKSPACE,
    Connect,
    Identity,
    connect,
    hold,
    let_go,
    open_reader,
    open_standing,
    open_writer,
    said,
)
from facilitator.store.reading import Listed, convenings, load
from facilitator.store.sealed import SEALS, SealedBallots

Kinds = Mapping[str, type[Record[Any]]]
_Open = Callable[[Path, Kinds, Connect], sqlite3.Connection]


class Workspace:
    """The open workspace. Its connection belongs to the desk's thread once a desk has it."""

    def __init__(self, folder: Path, kinds: Kinds, make: Connect = connect) -> None:
        """Lock and open the workspace in a data folder. Raises Refusal file.*, disk.full, disk.read_only."""
        self.folder = folder
        self.kinds = kinds
        self._make = make
        with plainly(self.path), ExitStack() as undone:
            self._lock = WorkspaceLock(folder)
            undone.callback(self._lock.release)
            self.origin = kept.laptop_origin(folder)
            self.connection, self._held = self._opened(open_writer)
            undone.callback(let_go, self._held)
            undone.callback(self.connection.close)  # before the hold goes
            forgetting.resume(self.connection, kinds)
            undone.pop_all()
        self._footing = Footing(self.path)
        self._is_between = False

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.folder / WORKSPACE

    def log(self, stream: str) -> Log:
        """Open the log for one convening."""
        return Log(self.connection, self.kinds, stream, self.origin)

    def sealed(self) -> SealedBallots:
        """The sealed ballots of rounds that are not revealed."""
        return SealedBallots(self.connection, self.folder / SEALS)

    def listed(self) -> list[Listed]:
        """List the convenings, the settings readable too. Raises Refusal: file.damaged, file.unreadable."""
        try:
            kept.settings(self.connection)
        except UNREADABLE as error:
            raise said(error, self.path) from error
        return convenings(self.connection)

    def load(self, stream: str) -> Records:
        """Read a convening's records. Raises Refusal file.damaged when the file cannot be read to its end."""
        try:
            return load(self.connection, self.kinds, stream)
        except (sqlite3.DatabaseError, ValueError) as error:
            raise Refusal("file.damaged", path=str(self.path)) from error

    def stand(self, newest: str) -> None:
        """Make sure that what is written now lands in the file that the path leads to.

        A file that came back, or that lost its journal, is opened anew: `connection` is then another one. `newest` is
        the id of a fact that has to be in it, "" for none. Raises Gone, Refusal file.*, sqlite3.Error.
        """
        standing = self._footing.look()
        if standing is Standing.FIRM:
            return
        if standing is Standing.NOWHERE:
            raise Gone(str(self.path))
        if standing is Standing.WITHOUT_JOURNAL:
            self._close_whole()
            connection, held = self._opened(open_standing)
            if held != self._held:
                self._leave_alone(connection, held)
            self.connection = connection
            let_go(held)
        else:
            old, held = self.connection, self._held
            self.connection, self._held = self._opened_again(newest)
            old.close()
            let_go(held)
        self._footing, self._is_between = Footing(self.path), False

    def why(self, error: BaseException) -> str:
        """Say why something could not be saved: a code of NotSaved."""
        return why_not_saved(error, self.path)

    def _close_whole(self) -> None:
        """Close a file whose journal has no name any more, once all that the journal held is in the file.

        Two connections would share the index of the lost journal: the new one is opened only after this one is closed.
        """
        if self._is_between:
            return
        is_busy, there, done = self.connection.execute("pragma wal_checkpoint(full)").fetchone()
        if is_busy or there != done:
            raise sqlite3.OperationalError("the journal could not be emptied")
        self.connection.close()
        self._is_between = True

    def _opened(self, open_file: _Open) -> tuple[sqlite3.Connection, Identity]:
        """Open the file to write, held from before there is a connection: another thread may come to look at it."""
        held: list[Identity] = []

        def make(path: Path) -> sqlite3.Connection:
            held.append(hold(path))
            return self._make(path)

        try:
            return open_file(self.path, self.kinds, make), held[0]
        except BaseException:
            for each in held:
                let_go(each)
            raise

    def _opened_again(self, newest: str) -> tuple[sqlite3.Connection, Identity]:
        try:
            self._lock.take_again()
            connection, held = self._opened(open_standing)
        except Refusal as refusal:
            raise Gone(repr(refusal)) from refusal
        if newest and connection.execute("select 1 from fact where id = ?", (newest,)).fetchone() is None:
            self._leave_alone(connection, held)
        return connection, held

    def _leave_alone(self, connection: sqlite3.Connection, held: Identity) -> NoReturn:
        connection.close()
        let_go(held)
        raise Gone(f"another file lies at {self.path}")

    def close(self) -> None:
        """Close the file and let the next one write."""
        self.connection.close()
        let_go(self._held)
        self._lock.release()


def list_convenings(folder: Path) -> list[Listed]:
    """List the convenings of a data folder without locking or changing it; none if there is no file yet.

    Raises Refusal file.*.
    """
    path = folder / WORKSPACE
    if not path.exists():
        return []
    connection = open_reader(path)
    try:
        return convenings(connection)
    finally:
        connection.close()
