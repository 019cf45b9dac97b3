"""Who is forgotten, beside the workspace too: a backup from before, once restored, forgets them again when it opens.

The file holds the tombstones' lines of the log, which are ids and emptied fields. It goes into no export.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

from facilitator.convening.forgetting import TOMBSTONES
from facilitator.store.opening import sync_folder
from facilitator.store.reading import FACT

FILE = "forgotten.json"
"""The name of the file in the data folder."""

STONES = ",".join(f"'{kind}'" for kind in TOMBSTONES)
"""The kinds of tombstones, for a statement."""

_COLUMNS = FACT.removeprefix("seq, ")


def keep(connection: sqlite3.Connection, folder: Path) -> None:
    """Write down all tombstones there are, those that are written down already included."""
    rows = connection.execute(f"select {_COLUMNS} from fact where kind in ({STONES})").fetchall()
    known = {row[0]: row for row in (*_read(folder), *map(list, rows))}
    young = folder / f".{FILE}.young"
    with young.open("w", encoding="utf-8") as file:
        json.dump(list(known.values()), file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    young.replace(folder / FILE)
    sync_folder(folder)


def are_missing(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether the log does not know of everybody who is forgotten: it is an older copy."""
    return bool(_missing(connection, folder))


def bring_back(connection: sqlite3.Connection, folder: Path) -> None:
    """Put the tombstones that a log lacks into it, inside a transaction."""
    marks = ",".join("?" for _ in _COLUMNS.split(","))
    for row in _missing(connection, folder):
        connection.execute(f"insert or ignore into fact({_COLUMNS}) values ({marks})", row)


def _missing(connection: sqlite3.Connection, folder: Path) -> list[list[Any]]:
    written = _read(folder)
    if not written:
        return []
    known = {key for (key,) in connection.execute(f"select id from fact where kind in ({STONES})").fetchall()}
    return [row for row in written if row[0] not in known]


def _read(folder: Path) -> list[list[Any]]:
    try:
        rows = json.loads((folder / FILE).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    if not isinstance(rows, list):
        return []
    return [row for row in rows if isinstance(row, list) and len(row) == len(_COLUMNS.split(","))]
