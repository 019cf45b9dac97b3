"""Looking whether a workspace file is sound and its tables say what its log says."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.convening.facts import merged
from facilitator.convening.words import Record
from facilitator.store.backups import legible
from facilitator.store.haste import PATIENT, Haste
from facilitator.store.opening import open_reader
from facilitator.store.reading import convenings, facts, load


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `agreements` are (title, whether the tables agree with the log) of each convening."""

    is_sound: bool
    trouble: str = ""
    agreements: tuple[tuple[str, bool], ...] = ()


def check(path: Path, kinds: Mapping[str, type[Record[Any]]], haste: Haste = PATIENT) -> Checked:
    """Look at a file without changing it; what is called off is not found sound. Raises Refusal file.*."""
    connection = open_reader(path)
    haste.watch(connection)
    connection.text_factory = legible
    try:
        # One moment of the file, also while a desk writes to it.
        connection.execute("begin")
        said = str(connection.execute("pragma quick_check(1)").fetchone()[0])
        if said != "ok":
            return Checked(is_sound=False, trouble=said)
        found = [(one.title, _agrees(connection, kinds, one.id)) for one in convenings(connection)]
        return Checked(is_sound=True, agreements=tuple(found))
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Checked(is_sound=False, trouble=str(error))
    finally:
        connection.close()


def _agrees(connection: sqlite3.Connection, kinds: Mapping[str, type[Record[Any]]], stream: str) -> bool:
    kept = load(connection, kinds, stream)
    told = merged(kinds, facts(connection, stream))
    return all(dict(kept.table(name)) == dict(told.table(name)) for name in kinds)
