"""Looking whether a workspace is sound, damaged, or not ours at all, before anything opens it for writing.

Nothing is changed by looking. What is found: a file that is no file of SQLite, pages that are torn, missing or do not
fit together, facts that cannot be read, a journal that belongs to another file or is damaged, and a journal that is
missing although the newest backup holds what stood in it. What is not found: a letter changed inside a text, which is
still a sound file; the log against the tables (`checking`) finds that in one of the two.
"""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.aside import copy_with_journal, forget, has_stray_journal
from facilitator.store.backups import legible, open_copy
from facilitator.store.opening import UNREADABLE, WORKSPACE, connect, is_held, open_reader
from facilitator.store.schema import APPLICATION_ID, VERSION

LARGE = 32 * 2**20
"""Up to this size (bytes) a file is read whole before it is opened, in a tenth of a second; a larger one afterwards."""

_HEADER = b"SQLite format 3\0"
_NEVER = VERSION + 1000
"""No Facilitator will count this far: such a number is damage."""


class Verdict(Enum):
    """What a look found. JOURNAL: the file is sound up to what was written through, its journal is not its own."""

    SOUND = "sound"
    MISSING = "missing"
    DAMAGED = "damaged"
    JOURNAL = "journal"


def look_at(folder: Path) -> Verdict:
    """Look at the workspace of a data folder, whose lock the caller holds.

    Raises Refusal: file.foreign, file.newer, file.unreadable.
    """
    path = folder / WORKSPACE
    if not path.exists():
        return Verdict.DAMAGED if has_stray_journal(path) else Verdict.MISSING
    try:
        if is_held(path):
            return _through_sqlite(path)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise Refusal("file.unreadable", path=str(path)) from error
    if not head.startswith(_HEADER) or len(head) < 100 or not _is_whole(path, head):
        # At this place lay a workspace: what is there instead is damage, and is kept.
        return Verdict.DAMAGED
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return _of_another(path)
    if VERSION < int.from_bytes(head[60:64], "big") < _NEVER:
        raise Refusal("file.newer", path=str(path))
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        return _with_journal(path)
    if path.stat().st_size > LARGE:
        return Verdict.SOUND
    return Verdict.SOUND if is_sound_alone(path) else Verdict.DAMAGED


def is_sound_alone(path: Path) -> bool:
    """Whether a file is sound without its journal. It is not changed, and nothing appears beside it."""
    try:
        connection = open_copy(path)
        try:
            return _is_sound(connection)
        finally:
            connection.close()
    except UNREADABLE:
        return False


def last_fact(connection: sqlite3.Connection) -> tuple[int, str]:
    """Where a log ends: its last number and that fact's id; (0, "") for an empty one."""
    row = connection.execute("select seq, id from fact order by seq desc limit 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def has_fact(connection: sqlite3.Connection, fact: tuple[int, str]) -> bool:
    """Whether a log holds that fact at that place."""
    seq, key = fact
    return (
        not seq or connection.execute("select 1 from fact where seq = ? and id = ?", (seq, key)).fetchone() is not None
    )


def _through_sqlite(path: Path) -> Verdict:
    """Look at a file that a thread of ours reads: any other opening would let go of that reader's locks (`hold`)."""
    try:
        connection = open_reader(path)
        try:
            return Verdict.SOUND if _is_sound(connection) else Verdict.DAMAGED
        finally:
            connection.close()
    except UNREADABLE:
        return Verdict.DAMAGED
    except Refusal as refusal:
        if refusal.code != "file.damaged":
            raise
        return Verdict.DAMAGED


def _is_whole(path: Path, head: bytes) -> bool:
    """A file that was cut is shorter than its header says, save that its journal may hold the rest."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    if page < 512 or page & (page - 1) or not {head[18], head[19]} <= {1, 2}:
        return False
    journal = path.with_name(path.name + "-wal")
    if journal.exists() and journal.stat().st_size:
        return True
    return path.stat().st_size >= page * int.from_bytes(head[28:32], "big")


def _of_another(path: Path) -> Verdict:
    try:
        connection = open_copy(path)
        try:
            there = {name for (name,) in connection.execute("select name from sqlite_schema").fetchall()}
        finally:
            connection.close()
    except UNREADABLE:
        return Verdict.DAMAGED
    if {"fact", "cell", "ballot"} <= there:
        return Verdict.DAMAGED
    raise Refusal("file.foreign", path=str(path))


def _with_journal(path: Path) -> Verdict:
    """Read a copy of the file together with its journal, as a start after a crash would."""
    copy = path.with_name(f"{path.name}.looking")
    try:
        copy_with_journal(path, copy)
        whole = connect(copy)
        whole.text_factory = legible
        try:
            if VERSION < int(whole.execute("pragma user_version").fetchone()[0]) < _NEVER:
                raise Refusal("file.newer", path=str(path))
            if _is_sound(whole) and _goes_on(path, whole):
                return Verdict.SOUND
        finally:
            whole.close()
    except OSError:
        # No room for a copy: that is no damage.
        return Verdict.SOUND
    except UNREADABLE:
        pass
    finally:
        forget(copy)
    return Verdict.JOURNAL if is_sound_alone(path) else Verdict.DAMAGED


def _goes_on(path: Path, whole: sqlite3.Connection) -> bool:
    """Whether the log with the journal goes on where the file alone ends; another board's journal does not.

    A crash while the journal was being written through leaves a file that is readable only together with it.
    """
    if not is_sound_alone(path):
        return True
    alone = open_copy(path)
    try:
        return has_fact(whole, last_fact(alone))
    finally:
        alone.close()


def _is_sound(connection: sqlite3.Connection) -> bool:
    if connection.execute("pragma quick_check(1)").fetchone()[0] != "ok" or not _is_legible(connection):
        return False
    return connection.execute("select 1 from fact where not json_valid(body) limit 1").fetchone() is None


def _is_legible(connection: sqlite3.Connection) -> bool:
    """Whether the names of tables and columns are text still: SQLite's own check does not look at letters."""
    (names,) = connection.execute("select cast(coalesce(group_concat(sql), '') as blob) from sqlite_schema").fetchone()
    try:
        bytes(names).decode()
    except UnicodeDecodeError:
        return False
    return True
