"""One convening as a file of its own (.convene), out and in. Importing twice changes nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from facilitator.convening.facts import Fact, body_text, stamp_of
from facilitator.convening.hlc import HybridClock
from facilitator.convening.words import Record, Refusal
from facilitator.store.opening import open_reader, open_writer
from facilitator.store.projection import project_any
from facilitator.store.reading import FACT, fact_of, facts

Kinds = Mapping[str, type[Record[Any]]]

_INSERT = f"insert into fact({FACT}) values (?,?,?,?,?,?,?,?,?,?,?,?)"
_INSERT_NEW = f"insert into fact({FACT.removeprefix('seq, ')}) values (?,?,?,?,?,?,?,?,?,?,?)"


def export_convene(source: sqlite3.Connection, kinds: Kinds, stream: str, target: Path) -> int:
    """Write a convening's log, tables and made summaries to a new file; give the number of facts.

    Seats of devices, sealed ballots, drafts and settings stay on this laptop. The file appears whole or not at all.
    """
    young = target.with_name(f".{target.name}.young")
    young.unlink(missing_ok=True)
    connection = open_writer(young, kinds)
    try:
        count = 0
        connection.execute("begin immediate")
        for fact in facts(source, stream):
            row = source.execute(f"select {FACT} from fact where id = ?", (fact.id,)).fetchone()
            connection.execute(_INSERT, row)
            project_any(connection, kinds, fact.stream, stamp_of(fact.hlc, fact.origin), fact.changes)
            count += 1
        for row in source.execute("select * from summary where stream = ?", (stream,)).fetchall():
            connection.execute("insert into summary values (?,?,?,?,?,?,?)", row)
        connection.execute("commit")
        connection.execute("pragma journal_mode=delete").fetchall()
        connection.execute("vacuum")
    finally:
        connection.close()
    with young.open("rb") as file:
        os.fsync(file.fileno())
    young.replace(target)
    return count


def import_convene(connection: sqlite3.Connection, kinds: Kinds, file: Path) -> tuple[list[str], int]:
    """Take in the facts of a .convene file that are new here; give its convenings and the number of new facts.

    Only the known columns of its log are read, with its schema untrusted, and only known tables and fields of its
    facts reach ours. Raises Refusal: file.missing, file.foreign, file.damaged, file.newer, clock.ahead.
    """
    arrived = _read_log(file)
    clock = HybridClock(int(connection.execute("select coalesce(max(hlc), 0) from fact").fetchone()[0]))
    for fact in arrived:
        clock.see(fact.hlc)
    connection.execute("begin immediate")
    try:
        new = [fact for fact in arrived if not _is_known(connection, fact, file)]
        for fact in new:
            _insert(connection, fact)
            project_any(connection, kinds, fact.stream, stamp_of(fact.hlc, fact.origin), fact.changes)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
    return list(dict.fromkeys(fact.stream for fact in arrived)), len(new)


def _read_log(file: Path) -> list[Fact]:
    source = open_reader(file)
    try:
        source.execute("pragma trusted_schema=off")
        if source.execute("pragma quick_check(1)").fetchone()[0] != "ok":
            raise Refusal("file.damaged", path=str(file))
        kind = source.execute("select type from sqlite_schema where name = 'fact'").fetchone()
        if kind is None or kind[0] != "table":
            raise Refusal("file.foreign", path=str(file))
        rows = source.execute(f"select {FACT} from fact order by seq").fetchall()
        return [_sound(row) for row in rows]
    except (sqlite3.DatabaseError, json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refusal("file.damaged", path=str(file)) from error
    finally:
        source.close()


def _sound(row: tuple[Any, ...]) -> Fact:
    fact = fact_of(row)
    texts: Iterable[Any] = (fact.id, fact.stream, fact.origin, fact.by, fact.activity, fact.kind)
    numbers: Iterable[Any] = (fact.oseq, fact.hlc, fact.at, fact.v)
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(number, int) for number in numbers):
        raise TypeError("a fact of another shape")
    for change in fact.changes:
        names: Iterable[Any] = (change.table, change.id)
        if not all(isinstance(name, str) for name in names):
            raise TypeError("a change of another shape")
        for value in change.set.values():
            if not _is_plain(value):
                raise TypeError("a field of another shape")
    return fact


def _is_plain(value: Any) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(text, str) for text in value)
    return isinstance(value, str | int | float | bool)


def _is_known(connection: sqlite3.Connection, fact: Fact, file: Path) -> bool:
    if connection.execute("select 1 from fact where id = ?", (fact.id,)).fetchone():
        return True
    taken = connection.execute("select 1 from fact where origin = ? and oseq = ?", (fact.origin, fact.oseq)).fetchone()
    if taken:
        # Two laptops that share a name: the workspace was copied by hand. Taking one in would lose the other's facts.
        raise Refusal("file.cloned", path=str(file))
    return False


def _insert(connection: sqlite3.Connection, fact: Fact) -> None:
    connection.execute(
        _INSERT_NEW,
        (
            fact.id, fact.stream, fact.origin, fact.oseq, fact.hlc, fact.at, fact.by, fact.activity, fact.kind,
            fact.v, body_text(fact),
        ),
    )  # fmt: skip
