"""Bringing an older workspace to the shape of this version: on a copy, after a backup; a failure costs nothing."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facilitator.convening.hlc import wall_ms
from facilitator.convening.words import Record, Refusal
from facilitator.store.aside import copy_with_journal, forget
from facilitator.store.backups import Why, backups_folder, make_backup
from facilitator.store.migrations import bring_up
from facilitator.store.opening import BUSY_MS, connect, sync_folder

logger = logging.getLogger(__name__)


def upgrade(path: Path, kinds: Mapping[str, type[Record[Any]]]) -> None:
    """Bring a file to this version; until its copy is whole, neither it nor its journal is touched.

    A backup is made before, beside the file. Raises Refusal file.not_brought_up.
    """
    young = path.with_name(f"{path.name}.upgrading")
    try:
        copy_with_journal(path, young)
        make_backup(young, backups_folder(path.parent), Why.UPGRADE, wall_ms())
        _bring_up(young, kinds)
        _empty_journal(path)
        young.replace(path)
        sync_folder(path.parent)
    except Exception as error:
        logger.info("The workspace could not be upgraded", exc_info=True)
        raise Refusal("file.not_brought_up", path=str(path)) from error
    finally:
        forget(young)


def _bring_up(young: Path, kinds: Mapping[str, type[Record[Any]]]) -> None:
    connection = connect(young)
    try:
        connection.execute("pragma journal_mode=wal").fetchone()
        connection.execute("pragma secure_delete=on")
        bring_up(connection, kinds)
        connection.execute("pragma wal_checkpoint(truncate)").fetchall()
    finally:
        connection.close()
    with young.open("rb+") as file:
        os.fsync(file.fileno())


def _empty_journal(path: Path) -> None:
    """What stands in the journal is in the copy too: left there, it would be written over the new file."""
    connection = connect(path)
    try:
        connection.execute(f"pragma busy_timeout={BUSY_MS}")
        is_busy = connection.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    finally:
        connection.close()
    if is_busy:
        raise sqlite3.OperationalError("somebody reads the file")
