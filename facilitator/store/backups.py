"""Backups of the workspace: whole files with a name that tells when and why, in a folder beside it.

What is in a backup: everything of the file save the sealed ballots of rounds that are not revealed and who has voted in
them. The keys of the seals lie in files of their own and never come near one.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from filelock import FileLock, Timeout

from facilitator.convening.words import Refusal
from facilitator.store.haste import PATIENT, Haste
from facilitator.store.opening import UNREADABLE, connect, examine, open_reader, sync_folder
from facilitator.store.retention import outlived

BACKUPS = "backups"
"""The folder of backups, in the data folder."""

YOUNG = ".young"
"""The ending of what is not finished; it never counts as a backup."""

_LOCK_SECONDS = 60
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)\.(\d{3})Z-([a-z]+)\.db")

logger = logging.getLogger(__name__)


class Why(Enum):
    """What a backup was made for."""

    UPGRADE = "upgrade"
    OPEN = "open"
    LIVE = "live"
    CLOSE = "close"
    ASKED = "asked"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup: where it lies, when it was made (UTC ms), why, and its size in bytes."""

    path: Path
    at: int
    why: Why
    size: int

    @property
    def name(self) -> str:
        """The name of its file, the same on the laptop and on a stick."""
        return self.path.name

    @property
    def is_before_upgrade(self) -> bool:
        """Whether it is the way back from an upgrade."""
        return self.why is Why.UPGRADE


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies in a workspace file, in numbers; two files of one laptop with the same numbers hold the same."""

    convenings: int
    ideas: int
    seq: int
    summaries: int
    devices: int


def backups_folder(folder: Path) -> Path:
    """Where the backups of a data folder lie."""
    return folder / BACKUPS


def listed(folder: Path) -> list[Backup]:
    """List the finished backups in a folder of backups, newest first; none if it cannot be read."""
    try:
        paths = sorted((path for path in folder.iterdir() if _NAME.fullmatch(path.name)), reverse=True)
    except OSError:
        return []
    found: list[Backup] = []
    for path in paths:
        # Another program may let go of one meanwhile.
        with suppress(OSError):
            found.append(Backup(path, *_told(path.name), path.stat().st_size))
    return found


def make_backup(source: Path, folder: Path, why: Why, at: int, haste: Haste = PATIENT) -> Backup:
    """Copy a workspace file, open or not, into a folder of backups and let go of what is outlived there.

    It appears whole or not at all; the writer goes on meanwhile. Raises Refusal: backup.failed, also when it
    is called off, backup.damaged, file.*.
    """
    examine(source)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)  # the folder around it is there, or was taken away
        with alone(folder):
            path = _free_name(folder, why, at)
            with young(path) as copy:
                _copy(source, copy, haste)
                _unseal(copy)
                check_copy(copy, haste)
            made = Backup(path, *_told(path.name), path.stat().st_size)
            prune(folder)
    except (OSError, *UNREADABLE) as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    return made


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only one who writes backups in a folder; sweep out what a crash left there.

    Raises Refusal backup.failed when somebody else takes longer than a minute.
    """
    try:
        with FileLock(folder / ".lock").acquire(timeout=_LOCK_SECONDS):
            for leftover in folder.glob(f"*{YOUNG}*"):
                leftover.unlink(missing_ok=True)
            yield
    except Timeout as error:
        raise Refusal("backup.failed", path=str(folder), why="locked") from error


@contextmanager
def young(path: Path) -> Iterator[Path]:
    """Let a file be made under another name; it gets its own once it is on the disk, or is gone."""
    copy = path.with_name(path.name + YOUNG)
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield copy
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        copy.replace(path)
        sync_folder(path.parent)
    finally:
        copy.unlink(missing_ok=True)


def check_copy(copy: Path, haste: Haste = PATIENT) -> None:
    """Look whether a copy is sound. Raises Refusal: backup.damaged, also when it is called off, file.*."""
    examine(copy)
    try:
        connection = open_copy(copy)
        haste.watch(connection)
        try:
            said = str(connection.execute("pragma quick_check(1)").fetchone()[0])
            # A connection that only reads does not look at the table's own checks (SQLite 3.40).
            if connection.execute("select 1 from fact where not json_valid(body) limit 1").fetchone():
                raise Refusal("backup.damaged", path=str(copy))
        finally:
            connection.close()
    except UNREADABLE as error:
        raise Refusal("backup.damaged", path=str(copy)) from error
    if said != "ok":
        raise Refusal("backup.damaged", path=str(copy))


def open_copy(copy: Path) -> sqlite3.Connection:
    """Open a file that nobody writes, leaving no trace beside it."""
    uri = f"{copy.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.text_factory = legible
    connection.execute("pragma cell_size_check=on")
    return connection


def legible(found: bytes) -> str:
    """Read a text of a file that may be damaged; also what the database itself says of it quotes torn bytes."""
    return found.decode(errors="replace")


def contents(connection: sqlite3.Connection) -> Contents:
    """Count what lies in a workspace file."""
    there = {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'").fetchall()}

    def count(table: str, where: str = "true") -> int:
        if table not in there:
            return 0
        return int(connection.execute(f"select count(*) from {table} where {where}").fetchone()[0])

    shown = "here and not gone"
    seq = int(connection.execute("select coalesce(max(seq), 0) from fact").fetchone()[0])
    return Contents(count("convening", shown), count("card", shown), seq, count("summary"), count("device"))


def contents_of(path: Path) -> Contents:
    """Count what lies in a backup. Raises Refusal: backup.damaged, file.*."""
    examine(path)
    try:
        connection = open_copy(path)
        try:
            return contents(connection)
        finally:
            connection.close()
    except UNREADABLE as error:
        raise Refusal("backup.damaged", path=str(path)) from error


def is_changed(source: Path, folder: Path) -> bool:
    """Whether a workspace holds something else than its newest sound backup in that folder. Raises Refusal file.*."""
    connection = open_reader(source)
    try:
        now = contents(connection)
    finally:
        connection.close()
    for backup in listed(folder):
        try:
            return contents_of(backup.path) != now
        except Refusal:
            continue
    return now.seq > 0


def prune(folder: Path) -> None:
    """Delete what is outlived; one that cannot be deleted stays."""
    for backup in outlived(listed(folder)):
        try:
            backup.path.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("A backup could not be let go: %s", error)


def _copy(source: Path, copy: Path, haste: Haste) -> None:
    connection = open_reader(source)
    haste.watch(connection)
    try:
        connection.execute("vacuum into ?", (str(copy),))
    finally:
        connection.close()


def _unseal(copy: Path) -> None:
    """Take out the sealed ballots: after a restore their round is interrupted, and a copy must tell nobody's choice."""
    connection = connect(copy)
    try:
        connection.execute("pragma journal_mode=off")
        connection.execute("pragma secure_delete=on")
        connection.execute("delete from ballot")
        connection.execute("delete from receipt where round <> ''")
    finally:
        connection.close()


def _free_name(folder: Path, why: Why, at: int) -> Path:
    taken = {backup.at for backup in listed(folder)}
    while at in taken:
        at += 1
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return folder / f"{moment:%Y-%m-%dT%H-%M-%S}.{at % 1000:03}Z-{why.value}.db"


def _told(name: str) -> tuple[int, Why]:
    """Read when and why from a backup's name."""
    found = _NAME.fullmatch(name)
    assert found is not None  # noqa: S101 - only such names come here
    moment = datetime.strptime(found[1], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=UTC)
    why = next((each for each in Why if each.value == found[3]), Why.ASKED)
    return round(moment.timestamp()) * 1000 + int(found[2]), why
