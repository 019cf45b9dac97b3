"""A file that appears whole or not at all: written under another name, on disk before it takes its own."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.convening.words import Refusal
from facilitator.store.opening import sync_folder

_BESIDE = ("", "-wal", "-shm", "-journal")


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give the name to write under; what is written there takes the place of `target` at the end.

    When the disk does not take it, the file that was there before stays as it was, and nothing else is left.
    Raises Refusal file.not_written (path).
    """
    young = target.with_name(f".{target.name}.young")
    try:
        _clear(young)
        yield young
        with young.open("r+b") as file:
            os.fsync(file.fileno())
        young.replace(target)
        sync_folder(target.parent)
    except (OSError, sqlite3.OperationalError) as error:
        raise Refusal("file.not_written", path=str(target)) from error
    except Refusal as refusal:
        if refusal.code == "file.unreadable" and refusal.values.get("path") == str(young):
            raise Refusal("file.not_written", path=str(target)) from refusal
        raise
    finally:
        with suppress(OSError):
            _clear(young)


def _clear(young: Path) -> None:
    for ending in _BESIDE:
        young.with_name(f"{young.name}{ending}").unlink(missing_ok=True)
