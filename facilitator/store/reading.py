"""Reading what is kept: a convening's records, its facts, and the list of convenings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.convening.facts import Fact, read_body
from facilitator.convening.ids import ConveningId, PersonId
from facilitator.convening.records import Records, Rows
from facilitator.convening.words import GONE, HERE, Plain, Record, field_names
from facilitator.store.opening import UNREADABLE, said
from facilitator.store.schema import booleans, tuples

Kinds = Mapping[str, type[Record[Any]]]

FACT = "seq, id, stream, origin, oseq, hlc, at, by, activity, kind, v, body"
"""The columns of a fact, in order."""

_AT_ONCE = 64
_LAST = 2**63 - 1


def load(connection: sqlite3.Connection, kinds: Kinds, stream: str) -> Records:
    """Read all records of a convening from its tables."""
    live: dict[str, dict[str, Record[Any]]] = {}
    resting: dict[str, Rows] = {}
    for name, kind in kinds.items():
        if kind.is_kept:
            live[name], resting[name] = _table(connection, name, kind, stream)
    return Records(kinds, live, resting)


def _table(
    connection: sqlite3.Connection, name: str, kind: type[Record[Any]], stream: str
) -> tuple[dict[str, Record[Any]], Rows]:
    names = field_names(kind)
    there = {column for (column,) in connection.execute("select name from pragma_table_info(?)", (name,)).fetchall()}
    if not there:
        return {}, {}
    # Whoever only reads leaves a file of an older version as it is: what it does not know yet has its default.
    wanted = "".join(f', "{column}"' if column in there else ", null" for column in names)
    rows = connection.execute(
        f'select id, here, gone{wanted} from "{name}" where stream = ? order by rowid', (stream,)
    ).fetchall()
    readers = [_reader(kind, column) for column in names]
    live: dict[str, Record[Any]] = {}
    resting: Rows = {}
    for key, is_here, is_gone, *values in rows:
        read = [value if reader is None else reader(value) for reader, value in zip(readers, values, strict=True)]
        if is_here and not is_gone and None not in read:
            live[key] = kind(key, *read)
            continue
        # What no fact has set yet, such as a field that is newer than the fact, has its default.
        here = {name: value for name, value in zip(names, read, strict=True) if value is not None}
        if is_here and not is_gone:
            live[key] = kind(key, **here)
        else:
            resting[key] = {**({HERE: True} if is_here else {}), GONE: bool(is_gone), **here}
    return live, resting


def _reader(kind: type[Record[Any]], name: str) -> Callable[[Any], Plain | None] | None:
    if name in booleans(kind):
        return _truth
    if name in tuples(kind):
        return _texts
    return None


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _texts(value: str | None) -> tuple[str, ...] | None:
    return None if value is None else tuple(json.loads(value))


def facts(connection: sqlite3.Connection, stream: str, after: int = 0, at_most: int = -1) -> Iterator[Fact]:
    """The facts of a convening in order of arrival, those after a seq, all of them or `at_most` so many."""
    wanted = f"select {FACT} from fact where stream = ? and seq > ? order by seq limit ?"
    yield from map(fact_of, connection.execute(wanted, (stream, after, at_most)).fetchall())


def own_facts(connection: sqlite3.Connection, stream: str, by: str) -> Iterator[Fact]:
    """One person's facts, newest first, read a few at a time: no question to the file stays open meanwhile."""
    wanted = f"select {FACT} from fact where stream = ? and by = ? and seq < ? order by seq desc limit {_AT_ONCE}"
    before = _LAST
    while rows := connection.execute(wanted, (stream, by, before)).fetchall():
        yield from map(fact_of, rows)
        before = rows[-1][0]


def fact_at(connection: sqlite3.Connection, stream: str, hlc: int, origin: str) -> Fact | None:
    """The fact of a convening that was stamped then, by that laptop; None when there is none."""
    wanted = f"select {FACT} from fact where stream = ? and hlc = ? and origin = ?"
    row = connection.execute(wanted, (stream, hlc, origin)).fetchone()
    return fact_of(row) if row is not None else None


def fact_of(row: tuple[Any, ...]) -> Fact:
    """Make a fact of a row of the log."""
    seq, key, stream, origin, oseq, hlc, at, by, activity, kind, v, body = row
    changes, undo, target = read_body(body)
    return Fact(seq, key, stream, origin, oseq, hlc, at, PersonId(by), activity, kind, v, changes, undo, target)


@dataclass(frozen=True, slots=True)
class Listed:
    """A convening as the home screen lists it. `blocks` are (category, minutes) in order."""

    id: ConveningId
    title: str
    date: str
    day_line: str
    place: str
    state: str
    starts: int
    people: int
    countries: int
    blocks: tuple[tuple[str, int], ...]
    changed: int


def convenings(connection: sqlite3.Connection) -> list[Listed]:
    """List the convenings, the newest date first. Raises Refusal: file.damaged, file.unreadable."""
    try:
        return _convenings(connection)
    except UNREADABLE as error:
        path = connection.execute("pragma database_list").fetchone()[2]
        raise said(error, Path(path)) from error


def _convenings(connection: sqlite3.Connection) -> list[Listed]:
    there = connection.execute("select 1 from sqlite_schema where name = 'convening'").fetchone()
    if there is None:
        return []
    rows = connection.execute(
        "select id, title, date, day_line, place, state, starts from convening where here and not gone "
        "order by date desc, id desc"
    ).fetchall()
    return [_listed(connection, row) for row in rows]


def _listed(connection: sqlite3.Connection, row: tuple[Any, ...]) -> Listed:
    stream = row[0]
    people, countries = connection.execute(
        "select count(*), count(distinct nullif(country, '')) from person where stream = ? and here and not gone",
        (stream,),
    ).fetchone()
    blocks = connection.execute(
        "select category, minutes from block where stream = ? and here and not gone order by place, id", (stream,)
    ).fetchall()
    changed = connection.execute("select coalesce(max(at), 0) from fact where stream = ?", (stream,)).fetchone()[0]
    _, title, date, day_line, place, state, starts = row
    return Listed(
        ConveningId(stream), title, date, day_line, place, state, starts, people, countries, tuple(blocks), changed
    )


def convenings_naming(connection: sqlite3.Connection, name: str, but: str) -> list[str]:
    """The titles of other convenings whose list of people has this name too."""
    rows = connection.execute(
        "select distinct convening.title from person join convening on convening.stream = person.stream "
        "where person.name = ? and person.stream <> ? and person.here and not person.gone and not convening.gone "
        "order by convening.title",
        (name, but),
    ).fetchall()
    return [str(title) for (title,) in rows]
