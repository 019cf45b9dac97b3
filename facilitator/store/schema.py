"""How a workspace file is laid out: the log, the cells, the kept tables, and one projected table per record class."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from facilitator.convening.words import Record, per_kind

APPLICATION_ID = 0x434F4E56
"""Marks a file as ours ("CONV")."""

VERSION = 1
"""The shape of the file. A greater number is a newer Facilitator's."""

LOG = """
create table fact(
  seq integer primary key,
  id text unique not null,
  stream text not null,
  origin text not null,
  oseq integer not null,
  hlc integer not null,
  at integer not null,
  by text not null,
  activity text not null,
  kind text not null,
  v integer not null,
  body text not null check(json_valid(body)),
  unique(origin, oseq)) strict;
create index fact_by on fact(stream, by, seq);
create index fact_order on fact(stream, hlc, origin);
create trigger fact_no_update before update on fact begin select raise(abort, 'append-only'); end;
create trigger fact_no_delete before delete on fact begin select raise(abort, 'append-only'); end;
create table cell(stream text not null, tbl text not null, id text not null, field text not null,
  stamp text not null, primary key(stream, tbl, id, field)) strict, without rowid;
"""
"""The truth, and the stamp of the last writer of every field."""

KEPT = """
create table ballot(round text not null, tag text not null, no integer not null, choice text not null,
  primary key(round, tag)) strict, without rowid;
create table device(sha text primary key, stream text not null, person text not null) strict, without rowid;
create table draft(name text primary key, text text not null) strict, without rowid;
create table summary(id text primary key, stream text not null, edition text not null, language text not null,
  seq integer not null, at integer not null, pdf blob not null) strict, without rowid;
create table receipt(id text primary key, by text not null, round text not null, answer text not null)
  strict, without rowid;
create table setting(name text primary key, value text not null) strict, without rowid;
"""
"""What is kept beside the log and is no fact. Ballots, devices and settings are in no export."""

_TYPES = {"int": "integer", "bool": "integer", "float": "real", "str": "text"}


def statements(script: str) -> Iterator[str]:
    """Cut a script into its statements, each of which ends at the end of a line."""
    part = ""
    for line in script.strip().splitlines():
        part += line + "\n"
        if sqlite3.complete_statement(part):
            yield part
            part = ""


def projected(kinds: Iterable[type[Record[Any]]], known: Mapping[str, type[Record[Any]]]) -> list[str]:
    """Write the statements that create the tables of record classes that are kept (`known`: table -> class)."""
    wanted = set(kinds)
    return [_table(name, kind) for name, kind in known.items() if kind in wanted and kind.is_kept]


@per_kind
def columns(kind: type[Record[Any]]) -> dict[str, str]:
    """Name the columns of a record class and their SQL types; lists are JSON text."""
    hints = get_type_hints(kind)
    return {f.name: _sql_type(hints[f.name]) for f in fields(kind) if f.name != "id"}


@per_kind
def booleans(kind: type[Record[Any]]) -> frozenset[str]:
    """Name the fields of a record class that are True or False."""
    hints = get_type_hints(kind)
    return frozenset(f.name for f in fields(kind) if hints[f.name] is bool)


@per_kind
def tuples(kind: type[Record[Any]]) -> frozenset[str]:
    """Name the fields of a record class that are lists of texts."""
    hints = get_type_hints(kind)
    return frozenset(f.name for f in fields(kind) if hints[f.name] == tuple[str, ...])


def shape(kind: type[Record[Any]]) -> tuple[str, ...]:
    """Name all columns of a record class's table, in order."""
    return ("id", "stream", "here", "gone", *columns(kind))


def has_table(connection: sqlite3.Connection, name: str, kind: type[Record[Any]]) -> bool:
    """Whether a file has the table of a record class as it is in this version."""
    there = connection.execute("select name from pragma_table_info(?)", (name,)).fetchall()
    return {column for (column,) in there} == set(shape(kind))


def _table(name: str, kind: type[Record[Any]]) -> str:
    own = "".join(f', "{column}" {sql}' for column, sql in columns(kind).items())
    return (
        f'create table "{name}"(id text not null, stream text not null, '
        f"here integer not null default 0, gone integer not null default 0{own}, primary key(stream, id)) strict"
    )


def _sql_type(hint: Any) -> str:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint == tuple[str, ...]:
        return "text"
    return _TYPES[hint.__name__]
