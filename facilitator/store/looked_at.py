"""The copy of a backup that is looked at, in a folder of its own in the data folder, and what was done in one.

A copy in which something was said is never thrown away: its workspace file is kept beside, under a name with the time.
It is no backup: it may not come back by itself in place of a file that is damaged.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.kept import settings
from facilitator.store.opening import UNREADABLE, WORKSPACE, connect, examine, sync_folder
from facilitator.store.restoring import RESTORED_SEQ, restore_as_copy

LOOKED_AT = "looked-at"
"""The folder, in the data folder, of the copy that is looked at; made anew each time."""

_KEPT = re.compile(rf"{LOOKED_AT}-(\d{{4}}-\d\d-\d\dT\d\d-\d\d-\d\d)\.(\d{{3}})Z(-\d+)?")


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy in which something was done: its file, the name of its folder, when it was left (UTC ms), its size."""

    path: Path
    name: str
    at: int
    size: int


def make_copy(folder: Path, source: Path, now: int) -> str:
    """Make the copy that is looked at of a backup; nobody may have one open. The caller holds the folder's lock.

    Give the name of a copy that was left behind and is kept, "" for none. Raises Refusal: backup.damaged,
    backup.failed, file.*.
    """
    kept = put_away(folder, now)
    restore_as_copy(source, folder / LOOKED_AT, now)
    return kept


def put_away(folder: Path, now: int) -> str:
    """Clear the copy that was looked at, which is closed; give the name under which it is kept, "" if it is as it was.

    Of one that is kept only the workspace file stays: no key, no index, no summary. Raises Refusal backup.failed.
    """
    copy = folder / LOOKED_AT
    if not _has_grown(copy):
        shutil.rmtree(copy, ignore_errors=True)
        return ""
    try:
        kept = _free_name(folder, now)
        copy.rename(kept)
        sync_folder(folder)
    except OSError as error:
        raise Refusal("backup.failed", path=str(folder), why=str(error)) from error
    for each in kept.iterdir():
        if each.is_dir():
            shutil.rmtree(each, ignore_errors=True)
        elif not each.name.startswith(WORKSPACE):
            with suppress(OSError):
                each.unlink()
    return kept.name


def throw_away(folder: Path) -> None:
    """Clear the copy that was looked at, which took the workspace's place."""
    shutil.rmtree(folder / LOOKED_AT, ignore_errors=True)


def kept_copies(folder: Path) -> list[KeptCopy]:
    """List the copies that were kept in a data folder, newest first."""
    found: list[KeptCopy] = []
    for place in folder.glob(f"{LOOKED_AT}-*"):
        named, path = _KEPT.fullmatch(place.name), place / WORKSPACE
        # Another program may let go of one meanwhile.
        with suppress(OSError):
            if named is not None:
                moment = datetime.strptime(named[1], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=UTC)
                at = round(moment.timestamp()) * 1000 + int(named[2])
                found.append(KeptCopy(path, place.name, at, path.stat().st_size))
    return sorted(found, key=lambda each: (each.at, each.name), reverse=True)


def _has_grown(copy: Path) -> bool:
    """Whether a copy holds more than what it was made of; one that cannot be read may."""
    if not (copy / WORKSPACE).exists():
        return False
    try:
        examine(copy / WORKSPACE)
        # Nobody else has it open: one who may write takes the journal into the file, and away.
        connection = connect(copy / WORKSPACE)
        try:
            seq = connection.execute("select coalesce(max(seq), 0) from fact").fetchone()[0]
            return settings(connection).get(RESTORED_SEQ) != str(seq)
        finally:
            connection.close()
    except (Refusal, *UNREADABLE):
        return True


def _free_name(folder: Path, now: int) -> Path:
    moment = datetime.fromtimestamp(now / 1000, UTC)
    name = f"{LOOKED_AT}-{moment:%Y-%m-%dT%H-%M-%S}.{now % 1000:03}Z"
    free, number = folder / name, 1
    while free.exists():
        number += 1
        free = folder / f"{name}-{number}"
    return free
