"""Restoring: the newest good backup takes the place of a file that is damaged, or of a sound one that is kept too.

A damaged file is never opened here: it is renamed and stays. What comes back has a new epoch, so that phones say again
what was acknowledged to them since; a new name for this laptop, so that facts said since can still be taken in from
elsewhere; and no keys, so that a round that was open is closed as interrupted.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.aside import forget, has_stray_journal, set_aside
from facilitator.store.backups import Backup, Why, backups_folder, check_copy, listed, make_backup, open_copy
from facilitator.store.damage import Verdict, has_fact, last_fact, look_at
from facilitator.store.kept import forget_origin, set_setting, settings
from facilitator.store.opening import UNREADABLE, WORKSPACE, connect, open_reader, sync_folder
from facilitator.store.sealed import destroy_keys
from facilitator.store.second_folder import places

RESTORED_AT = "restored_at"
"""The setting that tells when a file took another one's place (UTC ms)."""

RESTORED_SEQ = "restored_seq"
"""The setting that tells with which fact a file ended when it was made from a backup."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: how things stood at `at` (UTC ms), from `source`; where the damaged file lies now.

    `source` is "" when no good backup was found, and then nothing came back; `kept_as` is "" when no file was there.
    `passed_over` are backups that are damaged themselves.
    """

    at: int
    source: str
    kept_as: str
    passed_over: tuple[str, ...] = ()


def all_backups(folder: Path) -> list[Backup]:
    """List the backups of a data folder wherever they lie, newest first; the laptop's own before a stick's."""
    found = [backup for place in places(folder) for backup in listed(place)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def needs_restoring(folder: Path) -> Verdict:
    """Look whether the workspace of a data folder, locked by the caller, has to be restored: SOUND if it has not.

    Also when it is gone although there are backups, and when the newest backup holds what it held before: its journal
    is missing. MISSING is a folder where nothing was yet. Raises Refusal: file.foreign, file.newer, file.unreadable.
    """
    verdict = look_at(folder)
    if verdict is Verdict.MISSING and all_backups(folder):
        return Verdict.DAMAGED
    if verdict is Verdict.SOUND and _is_behind(folder):
        return Verdict.DAMAGED
    return verdict


def restore_newest(folder: Path, verdict: Verdict, now: int) -> Restored:
    """Put the newest good copy in place of a file that is damaged, which is kept beside. The caller holds the lock.

    Raises Refusal backup.failed, or OSError, when the disk does not take it; the file is then still at its place.
    """
    path = folder / WORKSPACE
    copy = path.with_name(f"{path.name}.restoring")
    passed_over: list[str] = []
    at, source = 0, ""
    try:
        for backup in all_backups(folder):
            try:
                _prepare(backup.path, copy, now)
            except Refusal as refusal:
                if refusal.code == "backup.failed":
                    raise
                passed_over.append(str(backup.path))
                continue
            at, source = backup.at, str(backup.path)
            break
        if verdict is Verdict.JOURNAL:
            at, source = _rather_the_file_alone(path, copy, now, at, source)
        destroy_keys(folder)
        kept_as = str(set_aside(path, now)) if path.exists() or has_stray_journal(path) else ""
        if source:
            copy.replace(path)
        forget_origin(folder)
        sync_folder(folder)
    finally:
        forget(copy)
    return Restored(at, source, kept_as, tuple(passed_over))


def replace_workspace(folder: Path, source: Path, now: int) -> str:
    """Put a backup, or a copy that was looked at, in place of the present workspace, whose lock the caller holds.

    The present one becomes a backup, or is kept beside when it is damaged; give where it lies, "" if there was none.
    Raises Refusal: backup.damaged, backup.failed, file.* and then nothing has changed.
    """
    path = folder / WORKSPACE
    copy = path.with_name(f"{path.name}.restoring")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _prepare(source, copy, now)
        verdict, kept_as = look_at(folder), ""
        if verdict is Verdict.SOUND:
            kept_as = str(make_backup(path, backups_folder(folder), Why.REPLACED, now).path)
            _close_journal(path)
        destroy_keys(folder)
        if verdict in (Verdict.DAMAGED, Verdict.JOURNAL):
            kept_as = str(set_aside(path, now))
        copy.replace(path)
        forget_origin(folder)
        sync_folder(folder)
    except (OSError, *UNREADABLE) as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    finally:
        forget(copy)
    return kept_as


def restore_as_copy(source: Path, folder: Path, now: int) -> Path:
    """Make a data folder of its own from a backup, to look at; give its workspace file.

    Raises Refusal: backup.damaged, backup.failed, backup.not_empty, file.*.
    """
    path = folder / WORKSPACE
    copy = path.with_name(f"{path.name}.restoring")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Refusal("backup.not_empty", path=str(folder))
        try:
            _prepare(source, copy, now)
            copy.replace(path)
            sync_folder(folder)
        finally:
            forget(copy)
    except OSError as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    return path


def _prepare(source: Path, copy: Path, now: int) -> None:
    """Make a sound file of a backup under another name. Raises Refusal: backup.damaged, backup.failed, file.*."""
    forget(copy)
    try:
        connection = open_reader(source)
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            connection.execute("vacuum into ?", (str(copy),))
        finally:
            connection.close()
        check_copy(copy)
        _begin_anew(copy, now)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
    except (OSError, sqlite3.OperationalError) as error:
        raise Refusal("backup.failed", path=str(copy.parent), why=str(error)) from error
    except UNREADABLE as error:
        raise Refusal("backup.damaged", path=str(source)) from error


def _begin_anew(copy: Path, now: int) -> None:
    connection = connect(copy)
    try:
        connection.execute("pragma secure_delete=on")
        connection.execute("delete from ballot")
        connection.execute("delete from receipt where round <> ''")
        connection.execute("delete from setting where name = 'epoch'")
        set_setting(connection, RESTORED_AT, str(now))
        seq = connection.execute("select coalesce(max(seq), 0) from fact").fetchone()[0]
        set_setting(connection, RESTORED_SEQ, str(seq))
    finally:
        connection.close()


def _rather_the_file_alone(path: Path, copy: Path, now: int, at: int, source: str) -> tuple[int, str]:
    """A journal that is not its own leaves what was written through before: more than the newest backup, perhaps.

    What is read is a copy of it.
    """
    alone, further = (path.with_name(f"{path.name}.{name}") for name in ("alone", "further"))
    try:
        shutil.copyfile(path, alone)
        connection = open_copy(alone)
        try:
            end = int(connection.execute("select coalesce(max(at), 0) from fact").fetchone()[0])
            is_further = _holds(connection, copy) if source else end > 0
        finally:
            connection.close()
        if is_further:
            _prepare(alone, further, now)
            further.replace(copy)
            return end, str(path)
    except (Refusal, OSError, *UNREADABLE):
        return at, source
    finally:
        forget(alone)
        forget(further)
    return at, source


def _holds(connection: sqlite3.Connection, copy: Path) -> bool:
    other = open_copy(copy)
    try:
        return has_fact(connection, last_fact(other))
    finally:
        other.close()


def _is_behind(folder: Path) -> bool:
    """Whether the newest good backup goes on where this file ends, though nothing was taken out of it on purpose.

    What takes facts out (a convening deleted, a person forgotten) packs the file anew, and that raises the mark of its
    schema; a journal that went missing does not.
    """
    path = folder / WORKSPACE
    try:
        connection = open_reader(path)
        try:
            end, mark = last_fact(connection), _mark(connection)
            since = int(settings(connection).get(RESTORED_AT, "0"))
        finally:
            connection.close()
    except (Refusal, sqlite3.DatabaseError, ValueError):
        return False
    for backup in all_backups(folder):
        if backup.at <= since:
            return False
        try:
            copy = open_copy(backup.path)
            try:
                is_further = end[0] < last_fact(copy)[0] and has_fact(copy, end) and mark < _mark(copy)
            finally:
                copy.close()
            if is_further:
                check_copy(backup.path)
            return is_further
        except (Refusal, *UNREADABLE):
            continue
    return False


def _mark(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma schema_version").fetchone()[0])


def _close_journal(path: Path) -> None:
    """Write the journal through, so that nothing of the old file is left beside the new one."""
    connection = connect(path)
    try:
        is_busy = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    finally:
        connection.close()
    if is_busy:
        raise Refusal("file.in_use", path=str(path.parent))
