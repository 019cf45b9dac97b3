"""From facts to tables: one row per record, and in `cell` the stamp of whoever wrote each field last."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from facilitator.convening.facts import stamp_of
from facilitator.convening.undo import cell_of
from facilitator.convening.words import GONE, HERE, Change, Plain, Record, field_names, group_of, per_kind
from facilitator.store.schema import columns, projected, shape

Kinds = Mapping[str, type[Record[Any]]]


def project_here(
    connection: sqlite3.Connection, kinds: Kinds, stream: str, stamp: str, changes: Iterable[Change]
) -> None:
    """Write the changes of a fact stamped here and now: its stamp beats every stamp, so nothing is compared."""
    for change in changes:
        if (kind := kinds.get(change.table)) is None or not kind.is_kept:
            continue
        names = _known(kind, change)
        connection.execute(
            _upsert(change.table, tuple(names)), (change.id, stream, *(to_sql(change.set[n]) for n in names))
        )
        cells = sorted({cell_of(group_of(kind, name)) for name in names})
        values = ",".join("(?,?,?,?,?)" for _ in cells)
        connection.execute(
            f"insert into cell values {values} on conflict do update set stamp = excluded.stamp",
            [part for cell in cells for part in (stream, change.table, change.id, cell, stamp)],
        )


def project_any(
    connection: sqlite3.Connection, kinds: Kinds, stream: str, stamp: str, changes: Iterable[Change]
) -> None:
    """Write the changes of a fact from anywhere, in any order of arrival: of each field the last writer wins."""
    for change in changes:
        if (kind := kinds.get(change.table)) is None or not kind.is_kept:
            continue
        connection.execute(f'insert or ignore into "{change.table}"(id, stream) values (?, ?)', (change.id, stream))
        names = _known(kind, change)
        won = {
            cell
            for cell in {cell_of(group_of(kind, name)) for name in names}
            if connection.execute(_WIN, (stream, change.table, change.id, cell, stamp)).fetchone()
        }
        wins = [name for name in names if cell_of(group_of(kind, name)) in won]
        if wins:
            values = (*(to_sql(change.set[n]) for n in wins), stream, change.id)
            connection.execute(_update(change.table, tuple(wins)), values)


# The same stamp wins again: what one fact says last of a field stands, here as in `project_here`.
_WIN = """insert into cell values (?,?,?,?,?) on conflict do update set stamp = excluded.stamp
          where excluded.stamp >= stamp returning 1"""


def rebuild(connection: sqlite3.Connection, kinds: Kinds) -> None:
    """Drop the projected tables and write them anew from the log."""
    connection.execute("begin immediate")
    try:
        for name, kind in kinds.items():
            if kind.is_kept:
                connection.execute(f'drop table if exists "{name}"')
        connection.execute("delete from cell")
        for statement in projected(kinds.values(), kinds):
            connection.execute(statement)
        for (stream,) in connection.execute("select distinct stream from fact").fetchall():
            _fill(connection, kinds, stream)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def rebuild_stream(connection: sqlite3.Connection, kinds: Kinds, stream: str) -> None:
    """Write the rows of one convening anew from its log, in the transaction that is open.

    They are what `project_any` makes of the same facts in any order, record by record in the order of their first fact.
    """
    for name, kind in kinds.items():
        if kind.is_kept:
            connection.execute(f'delete from "{name}" where stream = ?', (stream,))
    connection.execute("delete from cell where stream = ?", (stream,))
    _fill(connection, kinds, stream)


def _fill(connection: sqlite3.Connection, kinds: Kinds, stream: str) -> None:
    rows: dict[str, dict[str, dict[str, Any]]] = {name: {} for name, kind in kinds.items() if kind.is_kept}
    stamps: dict[tuple[str, str, str], str] = {}
    # Facts of one laptop never share an hlc; where a file says so, its own count decides, whatever came first.
    facts = "select hlc, origin, body from fact where stream = ? order by hlc, origin, oseq"
    for hlc, origin, body in connection.execute(facts, (stream,)):
        stamp = stamp_of(hlc, origin)
        for change in json.loads(body)["changes"]:
            name, key = change["t"], change["id"]
            if (table := rows.get(name)) is None:
                continue
            cells, row = _cells(kinds[name]), table.setdefault(key, {})
            for field, value in change["set"].items():
                if (cell := cells.get(field)) is not None:
                    row[field] = value
                    stamps[name, key, cell] = stamp
    for name, table in rows.items():
        connection.executemany(_insert(kinds[name], name), _values(kinds[name], stream, table))
    connection.executemany(
        "insert into cell values (?,?,?,?,?)", ((stream, *place, stamp) for place, stamp in sorted(stamps.items()))
    )


def _values(
    kind: type[Record[Any]], stream: str, table: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str | int | float | None, ...]]:
    names = tuple(columns(kind))
    for key, row in table.items():
        fields = (to_sql(row[name]) if name in row else None for name in names)
        yield key, stream, int(bool(row.get(HERE))), int(bool(row.get(GONE))), *fields


def to_sql(value: Plain | list[str]) -> str | int | float:
    """Say a field as SQLite keeps it: lists as JSON, True and False as 1 and 0."""
    if isinstance(value, tuple | list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


@per_kind
def _cells(kind: type[Record[Any]]) -> Mapping[str, str]:
    """The cell of every field that is known."""
    return {name: cell_of(group_of(kind, name)) for name in (HERE, GONE, *field_names(kind))}


def _known(kind: type[Record[Any]], change: Change) -> list[str]:
    return [name for name in change.set if name in _cells(kind)]


def _insert(kind: type[Record[Any]], table: str) -> str:
    names = shape(kind)
    named = ", ".join(f'"{name}"' for name in names)
    return f'insert into "{table}"({named}) values ({",".join("?" * len(names))})'


@cache
def _upsert(table: str, names: tuple[str, ...]) -> str:
    named = "".join(f', "{name}"' for name in names)
    marks = ",?" * len(names)
    sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    return f'insert into "{table}"(id, stream{named}) values (?,?{marks}) on conflict do update set {sets}'


@cache
def _update(table: str, names: tuple[str, ...]) -> str:
    sets = ", ".join(f'"{name}" = ?' for name in names)
    return f'update "{table}" set {sets} where stream = ? and id = ?'
