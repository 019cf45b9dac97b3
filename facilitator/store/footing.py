"""Where an open workspace file stands: whether its path still leads to it, and why a disk does not take something."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from facilitator.convening.words import Refusal

FULL, READ_ONLY, GONE, FAILED = "disk.full", "disk.read_only", "disk.gone", "disk.failed"
"""Why something is not on disk: the codes that NotSaved carries."""

TRIED_BYTES = 64 * 1024
"""How much is written to find out what the system has against writing in a folder."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_LOCKED = (errno.EROFS, errno.EACCES, errno.EPERM)


class Gone(Exception):
    """The path does not lead to the workspace file any more, or leads to another one."""


class Standing(Enum):
    """Where a path leads: to the file that is open, to another file or one whose journal is gone, or nowhere."""

    FIRM = "firm"
    WITHOUT_JOURNAL = "without journal"
    ELSEWHERE = "elsewhere"
    NOWHERE = "nowhere"


class Footing:
    """Remembers which file and journal a path led to when they were opened.

    A file that is renamed, unlinked or unmounted takes writes without a word: only its name tells.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._beside = path, path.with_name(path.name + "-wal")
        self._file, self._journal = _identity(path), _identity(self._beside)

    def look(self) -> Standing:
        """Look where the path leads now; two questions to the system, some microseconds."""
        file = _identity(self._path)
        if not file:
            return Standing.NOWHERE
        if file != self._file:
            return Standing.ELSEWHERE
        journal = _identity(self._beside)
        if not self._journal:
            self._journal = journal
        return Standing.FIRM if journal == self._journal else Standing.WITHOUT_JOURNAL


def _identity(path: Path) -> tuple[int, int] | tuple[()]:
    try:
        found = os.stat(path)  # noqa: PTH116 - asked before every commit: the short way
    except OSError:
        return ()
    return found.st_dev, found.st_ino


def why_not_saved(error: BaseException, path: Path) -> str:
    """Say as a code why a file could not be written: FULL, READ_ONLY, GONE or FAILED.

    SQLite often hears no more than "I/O error": then the system is asked what it has against a file in that folder.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    number = error.errno if isinstance(error, OSError) else 0
    if isinstance(error, Gone):
        return GONE
    if code == sqlite3.SQLITE_FULL or number in _NO_ROOM:
        return FULL
    if code == sqlite3.SQLITE_READONLY or number in _LOCKED:
        return READ_ONLY
    if not path.exists():
        return GONE
    against = _against_writing(path.parent)
    if against in _LOCKED:
        return READ_ONLY
    return FULL if against in _NO_ROOM else FAILED


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Say it plainly when a file cannot be opened for want of room or because its folder is locked.

    Raises Refusal disk.full, disk.read_only (path).
    """
    try:
        yield
    except (OSError, Refusal) as error:
        is_unreadable = isinstance(error, Refusal) and error.code == "file.unreadable"
        if isinstance(error, Refusal) and not is_unreadable:
            raise
        why = why_not_saved(error.__cause__ or error, path)
        if why in (FULL, READ_ONLY):
            raise Refusal(why, path=str(path.parent)) from error
        raise


def free_bytes(folder: Path) -> int:
    """How much room the disk of a folder has; 0 when it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _against_writing(folder: Path) -> int:
    tried = folder / ".tried"
    try:
        try:
            tried.write_bytes(bytes(TRIED_BYTES))
        finally:
            tried.unlink(missing_ok=True)
    except OSError as error:
        return error.errno or 0
    return 0
