"""Opening a workspace file: what it is, whether it is sound, and the pragmas that keep every acknowledged fact."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import weakref
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from facilitator.convening.hlc import wall_ms
from facilitator.convening.words import Record, Refusal
from facilitator.store.aside import has_stray_journal, set_aside
from facilitator.store.schema import APPLICATION_ID, VERSION, has_table

WORKSPACE = "workspace.db"
"""The name of the one file in the data folder."""

Connect = Callable[[Path], sqlite3.Connection]
"""How a connection is made; tests hand in one on a disk that fails."""

BUSY_MS = 5_000
"""How long a connection waits for another one."""

UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged file raises; the second when the database quotes torn bytes in what it says of it."""

_HEADER = b"SQLite format 3\0"

Identity = tuple[int, int]
"""Which file it is, whatever its name: its device and its number there."""

_open_here: Counter[Identity] = Counter()
"""How often this process has each file open through SQLite."""

_counting = threading.Lock()


def hold(path: Path) -> Identity:
    """Say that this process opens this file through SQLite: nobody here may open it past SQLite, not even to look.

    The system's locks belong to the process. Closing any other opening of the file lets go of SQLite's locks as well,
    and then the next program that reads the file and leaves takes the journal away under the writer.
    Source: https://www.sqlite.org/howtocorrupt.html, 2.2.
    """
    held = _identity(path)
    with _counting:
        _open_here[held] += 1
    return held


def let_go(held: Identity) -> None:
    """Say that this process has closed that file."""
    with _counting:
        _open_here[held] = max(0, _open_here[held] - 1)


def is_held(path: Path) -> bool:
    """Whether this process has the file open through SQLite. Raises OSError when it is not there."""
    return _open_here[_identity(path)] > 0


def _identity(path: Path) -> Identity:
    found = path.stat()
    return found.st_dev, found.st_ino


def connect(path: Path) -> sqlite3.Connection:
    """Connect for writing, transactions in our own hands."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


def open_writer(path: Path, kinds: Mapping[str, type[Record[Any]]], make: Connect = connect) -> sqlite3.Connection:
    """Open the workspace for writing, made anew if there is none, migrated if it is old.

    Raises Refusal: file.damaged, file.foreign, file.newer, file.unreadable, file.not_brought_up (path).
    """
    with _saying_why(path):
        if not path.exists():
            _create(path, kinds)
    return open_standing(path, kinds, make)


def open_standing(path: Path, kinds: Mapping[str, type[Record[Any]]], make: Connect = connect) -> sqlite3.Connection:
    """Open a workspace that is there for writing, migrated if it is old: none is ever made in its place.

    Raises Refusal: file.missing, and those of `open_writer`.
    """
    with _saying_why(path):
        if _is_old(path, kinds):
            from facilitator.store.upgrading import upgrade  # sqlite_utils is slow to import: only when it is needed

            upgrade(path, kinds)
        return _opened(make(path), path)


@contextmanager
def _saying_why(path: Path) -> Iterator[None]:
    try:
        yield
    except UNREADABLE as error:
        raise said(error, path) from error
    except OSError as error:
        raise Refusal("file.unreadable", path=str(path), why=str(error.strerror)) from error


def _is_old(path: Path, kinds: Mapping[str, type[Record[Any]]]) -> bool:
    """Look whether a file is of an older version, changing nothing. Raises Refusal file.*."""
    connection = open_reader(path)
    try:
        # A newer Facilitator's mark may stand in the journal only.
        _not_newer(_version(connection), path)
        return _version(connection) < VERSION or _lacks_tables(connection, kinds)
    finally:
        connection.close()


def _opened(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        _harden(connection)
        _not_newer(_version(connection), path)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Open a file for reading only. A file of somebody else is not trusted with functions in its schema."""
    examine(path)
    try:
        return _reading(path, "mode=ro")
    except sqlite3.OperationalError as error:
        if _has_journal(path):
            raise said(error, path) from error
    except UNREADABLE as error:
        raise said(error, path) from error
    try:
        # A full or locked disk lets nobody make the index of a journal. Without one, all is in the file itself.
        return _reading(path, "mode=ro&immutable=1")
    except UNREADABLE as error:
        raise said(error, path) from error


class _Reader(sqlite3.Connection):
    """Holds its file for as long as it is open."""

    let_go: Callable[[], object]

    def close(self) -> None:
        super().close()
        self.let_go()


def _reading(path: Path, how: str) -> sqlite3.Connection:
    held = hold(path)
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{how}", uri=True, isolation_level=None, factory=_Reader
        )
    except BaseException:
        let_go(held)
        raise
    connection.let_go = weakref.finalize(connection, let_go, held)
    try:
        connection.execute(f"pragma busy_timeout={BUSY_MS}")
        connection.execute("pragma cell_size_check=on")
        connection.execute("select count(*) from sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _has_journal(path: Path) -> bool:
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def examine(path: Path) -> None:
    """Look at a file without changing it. Raises Refusal: file.missing, file.damaged, file.foreign, file.newer.

    What this process has open was looked at when it was opened, and is left alone (see `hold`).
    """
    try:
        if is_held(path):
            return
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise Refusal("file.missing", path=str(path)) from error
    except OSError as error:
        raise Refusal("file.unreadable", path=str(path)) from error
    if not head.startswith(_HEADER):
        raise Refusal("file.damaged" if not head.strip(b"\0") else "file.foreign", path=str(path))
    if len(head) < 100:
        raise Refusal("file.damaged", path=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refusal("file.foreign", path=str(path))
    _not_newer(int.from_bytes(head[60:64], "big"), path)


def _not_newer(version: int, path: Path) -> None:
    if version > VERSION:
        raise Refusal("file.newer", path=str(path))


def _create(path: Path, kinds: Mapping[str, type[Record[Any]]]) -> None:
    """Make a workspace under another name first, so that a crash leaves either none or a whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if has_stray_journal(path):
        # A journal that stayed without its file would be written into the new one.
        set_aside(path, wall_ms())
    young = path.with_suffix(".young")
    for leftover in (young, young.with_name(young.name + "-wal"), young.with_name(young.name + "-shm")):
        leftover.unlink(missing_ok=True)
    os.close(os.open(young, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = connect(young)
    try:
        _harden(connection)
        _bring_up(connection, kinds)
    finally:
        connection.close()
    young.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that a name given in a folder outlives a power cut, on systems where that has to be asked for."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def cut_journal(connection: sqlite3.Connection) -> bool:
    """Cut the journal to nothing, without waiting; False while somebody reads the file: ask again later."""
    connection.execute("pragma busy_timeout=0")
    try:
        is_busy, _, _ = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    except sqlite3.Error:
        return False
    finally:
        connection.execute(f"pragma busy_timeout={BUSY_MS}")
    return not is_busy


def _bring_up(connection: sqlite3.Connection, kinds: Mapping[str, type[Record[Any]]]) -> None:
    from facilitator.store import migrations  # sqlite_utils is slow to import: only when it is needed

    migrations.bring_up(connection, kinds)
    # The file's own mark must be in its first page, where `examine` reads it, not only in the journal.
    connection.execute("pragma wal_checkpoint(truncate)").fetchall()


def _harden(connection: sqlite3.Connection) -> None:
    connection.execute(f"pragma busy_timeout={BUSY_MS}")
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma synchronous=full")
    connection.execute("pragma secure_delete=on")
    connection.execute("pragma wal_autocheckpoint=1000")
    if sys.platform == "darwin":
        connection.execute("pragma fullfsync=on")
        connection.execute("pragma checkpoint_fullfsync=on")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _lacks_tables(connection: sqlite3.Connection, kinds: Mapping[str, type[Record[Any]]]) -> bool:
    return any(kind.is_kept and not has_table(connection, name, kind) for name, kind in kinds.items())


def said(error: Exception, path: Path) -> Refusal:
    """Say as a refusal what the database found wrong with a file."""
    if isinstance(error, sqlite3.OperationalError):
        return Refusal("file.unreadable", path=str(path), why=str(error))
    return Refusal("file.damaged", path=str(path))
