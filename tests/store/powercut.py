"""A disk that remembers every write and sync, may fail at any of them, and can be looked at as after a power cut."""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import apsw

_OPERATIONAL = (
    apsw.SQLError, apsw.PermissionsError, apsw.AbortError, apsw.BusyError, apsw.LockedError, apsw.ReadOnlyError,
    apsw.InterruptError, apsw.IOError, apsw.FullError, apsw.CantOpenError, apsw.ProtocolError, apsw.SchemaChangeError,
)  # fmt: skip
_WRONG_WISH = (apsw.ConstraintError, apsw.MismatchError)

CHECKPOINT_PAGES = 1000
"""As many pages as the store lets the journal grow to."""

Write = tuple[str, str, int, bytes]
"""What was done to a file: ("write", name, offset, bytes), ("cut", name, length, b""), ("sync", name, 0, b""),
("delete", name, 0, b""), and for the tests ("told", wish, 0, b"")."""

_numbers = itertools.count()


class Torn(Exception):
    """What a fault raises for a write that gets half of its bytes to the disk, and then fails."""


class Disk(apsw.VFS):
    """Passes everything on to the real disk, and writes down what it was asked.

    `fault` is asked before each write and sync, with its number from 1; what it raises is what the disk says.
    """

    def __init__(self, fault: Callable[[int], None] = lambda _: None) -> None:
        self.name = f"powercut{next(_numbers)}"
        self.done: list[Write] = []
        self.fault = fault
        self.asked = 0
        super().__init__(self.name, "")

    def connect(self, path: Path) -> sqlite3.Connection:
        """Make a connection as the store wants it, on this disk."""
        # Without an index shared between processes: this disk has one reader and writer.
        opened = apsw.Connection(str(path), vfs=self.name)
        opened.execute("pragma locking_mode=exclusive")
        opened.set_wal_hook(_checkpoint)
        return cast(sqlite3.Connection, Bridge(opened))

    def told(self, wish: str) -> None:
        """Note that somebody was told now that a wish is kept."""
        self.done.append(("told", wish, 0, b""))

    def ask(self) -> None:
        """Count a write or sync, and let it fail."""
        self.asked += 1
        self.fault(self.asked)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        return File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.done.append(("delete", Path(filename).name, 0, b""))
        super().xDelete(filename, syncdir)


class File(apsw.VFSFile):
    """One file of that disk."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._disk, self._name = disk, Path(path or "nameless").name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        try:
            self._disk.ask()
        except Torn as torn:
            super().xWrite(data[: len(data) // 2], offset)
            raise apsw.IOError("disk I/O error") from torn
        self._disk.done.append(("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._disk.done.append(("cut", self._name, newsize, b""))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        try:
            self._disk.ask()
        except Torn as torn:
            raise apsw.IOError("disk I/O error") from torn
        self._disk.done.append(("sync", self._name, 0, b""))
        super().xSync(flags)


class Bridge:
    """apsw spoken to as the store speaks to sqlite3, with the same errors."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, statement: str, values: Iterable[Any] = ()) -> Answer:
        try:
            # All rows at once, as an error of the disk has to come from here.
            return Answer(self._connection.execute(statement, tuple(values)).fetchall())
        except apsw.Error as error:
            raise as_sqlite3(error) from error

    def close(self) -> None:
        # SQLite tidies up when it closes, and says nothing when that fails.
        with suppress(apsw.Error):
            self._connection.close(True)


class Answer:
    """The rows of a statement."""

    def __init__(self, rows: list[Any]) -> None:
        self._rows = rows

    def fetchone(self) -> Any:
        return self._rows.pop(0) if self._rows else None

    def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    def __iter__(self) -> Any:
        return iter(self.fetchall())


def as_sqlite3(error: apsw.Error) -> sqlite3.Error:
    """Say an error as Python's sqlite3 says it, with its code."""
    kind = sqlite3.DatabaseError
    if isinstance(error, _OPERATIONAL):
        kind = sqlite3.OperationalError
    elif isinstance(error, _WRONG_WISH):
        kind = sqlite3.IntegrityError
    said = kind(str(error))
    said.sqlite_errorcode = next((code for code in range(1, 27) if type(apsw.exception_for(code)) is type(error)), 1)
    return said


def _checkpoint(connection: apsw.Connection, name: str, pages: int) -> int:
    """Do what SQLite does by itself after a commit. As there, the commit stands even when this fails."""
    if pages >= CHECKPOINT_PAGES:
        try:
            connection.wal_checkpoint(name)
        except apsw.Error:
            return 0
    return 0


def after_cut(
    before: dict[str, bytes], done: Sequence[Write], share: float, chance: random.Random
) -> tuple[dict[str, bytes], set[str]]:
    """The files as they are after the power went, and the wishes that were told to be kept until then.

    `before` are the files before all that was `done`; of what was not synced, a `share` had reached the disk.
    """
    files = {name: bytearray(content) for name, content in before.items()}
    waiting: dict[str, list[Write]] = {}
    told: set[str] = set()
    for one in done:
        what, name, _, _ = one
        if what == "told":
            told.add(name)
        elif what == "delete":
            files.pop(name, None)
            waiting.pop(name, None)
        elif what == "sync":
            for write in waiting.pop(name, []):
                _put(files.setdefault(name, bytearray()), write)
        else:
            waiting.setdefault(name, []).append(one)
    for name, writes in waiting.items():
        for write in writes:
            if chance.random() < share:
                _put(files.setdefault(name, bytearray()), write)
    return {name: bytes(content) for name, content in files.items()}, told


def _put(file: bytearray, write: Write) -> None:
    what, _, at, content = write
    if what == "cut":
        del file[at:]
        return
    file.extend(bytes(max(0, at - len(file))))
    file[at : at + len(content)] = content
