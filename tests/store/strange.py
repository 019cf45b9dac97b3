"""Files that look like a convening and are not quite one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from facilitator.store.schema import APPLICATION_ID

STREAM = "stream"

PLAIN = """create table fact(seq integer primary key, id, stream, origin, oseq, hlc, at, by, activity, kind, v, body)"""
"""A log without any of our checks."""

CONVENING: Mapping[str, Any] = {
    "t": "convening", "id": STREAM, "set": {"here": True, "gone": False, "title": "Clean Water"}, "was": {"gone": True}
}  # fmt: skip


def body_of(*changes: Mapping[str, Any]) -> str:
    return json.dumps({"changes": list(changes)})


def row_of(number: int = 1, **fields: Any) -> dict[str, Any]:
    """A sound row of the log, in which some fields are other ones."""
    sound = {
        "id": f"wish-{number}", "stream": STREAM, "origin": "0b0b0b0b", "oseq": number, "hlc": number << 16, "at": number,
        "by": "host", "activity": "room", "kind": "convening.created", "v": 1, "body": body_of(CONVENING),
    }  # fmt: skip
    return {**sound, **fields}


def file_of(path: Path, *rows: Mapping[str, Any], table: str = PLAIN, more: str = "", version: int = 1) -> Path:
    """Write such a file: a log in any table, and whatever else."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {version}")
    connection.executescript(table)
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"insert into fact({', '.join(row)}) values ({marks})", tuple(row.values()))
    connection.executescript(more)
    connection.close()
    return path


def everything(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables as they lie in the file, in the order in which they lie there."""
    names = [
        name for (name,) in connection.execute("select name from sqlite_schema where type = 'table' order by name")
    ]
    return {name: connection.execute(f'select * from "{name}"').fetchall() for name in names}
