"""The oracle: the JSON of the log, folded by hand, without any of the house's own code."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from facilitator.convening.words import field_names

Folded = dict[str, dict[str, dict[str, Any]]]
"""Live rows by table and id."""


def folded(connection: sqlite3.Connection) -> Folded:
    """What the log says, folded by hand."""
    rows: Folded = {}
    for (body,) in connection.execute("select body from fact order by hlc, origin"):
        for change in json.loads(body)["changes"]:
            rows.setdefault(change["t"], {}).setdefault(change["id"], {}).update(change["set"])
    live: Folded = {}
    for table, found in rows.items():
        for key, row in found.items():
            if row.pop("here") and not row.pop("gone"):
                live.setdefault(table, {})[key] = row
    return live


def spelled(records: dict[str, dict[str, Any]]) -> Folded:
    """Say records as the log says them."""
    return {
        table: {
            key: {name: _as_json(getattr(record, name)) for name in field_names(type(record))}
            for key, record in found.items()
        }
        for table, found in records.items()
        if found
    }


def _as_json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
