"""A file and what SQLite keeps beside it, moved, copied and deleted together; nothing here opens it."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

PARTS = ("", "-wal", "-shm")
"""A file of SQLite and what it keeps beside it, by the ending of its name."""


def set_aside(path: Path, now: int) -> Path:
    """Rename a file and its journal (now: UTC ms); give where it lies, `workspace.damaged-<time>.db`.

    The file goes first: whoever finds a journal without its file sets it aside too, and never reads it.
    """
    moment = datetime.fromtimestamp(now / 1000, UTC)
    name = f"{path.stem}.damaged-{moment:%Y-%m-%dT%H-%M-%SZ}"
    place, number = path.with_name(f"{name}{path.suffix}"), 1
    while any(place.with_name(place.name + ending).exists() for ending in PARTS):
        number += 1
        place = path.with_name(f"{name}-{number}{path.suffix}")
    for ending in PARTS:
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(place.with_name(place.name + ending))
    return place


def has_stray_journal(path: Path) -> bool:
    """Whether something lies beside a file that is not there."""
    return not path.exists() and any(path.with_name(path.name + ending).exists() for ending in PARTS[1:])


def copy_with_journal(source: Path, copy: Path) -> None:
    """Copy a file and its journal, byte for byte, readable by its owner only; SQLite opens neither."""
    forget(copy)
    for ending in ("", "-wal"):
        part, young = source.with_name(source.name + ending), copy.with_name(copy.name + ending)
        if part.exists():
            os.close(os.open(young, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            shutil.copyfile(part, young)


def forget(file: Path) -> None:
    """Delete a file that was only for the work, with what SQLite keeps beside it."""
    for ending in PARTS:
        file.with_name(file.name + ending).unlink(missing_ok=True)
