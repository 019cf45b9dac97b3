"""A file from elsewhere: its log is read fact by fact, and nothing else of it is believed.

The file is opened unchangeable and alone: no journal that lies beside it, no schema of its own, no view, no computed
column. Whatever is not a fact as this house writes facts makes the whole file refused.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from facilitator.convening.facts import NEWEST, Fact, merged, read_change
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import PersonId
from facilitator.convening.place import is_sound
from facilitator.convening.records import Records
from facilitator.convening.words import GONE, HERE, Change, Record, Refusal, Undo, per_kind, table_of
from facilitator.store.opening import examine
from facilitator.store.reading import FACT
from facilitator.store.schema import booleans, columns, tuples

Kinds = Mapping[str, type[Record[Any]]]

LARGEST_FILE = 512 * 2**20
"""Bytes. A convening of 10,000 facts takes 8 MB, its made summaries some MB each."""

LARGEST_FACT = 8 * 2**20
"""Bytes. The longest fact of ours is 500 pasted ideas of 600 letters: 1.2 MB."""

MOST_FACTS = 1_000_000

LONGEST_NAME = 200
"""Letters of an id or a kind."""

LATEST = 253_402_300_799_999
"""The end of the year 9999 in UTC ms: no number of ours is greater."""

_HIGHEST_COUNT = 2**53
_AT_ONCE = 500
_PATIENCE_SECONDS = 60.0
_ORIGIN = re.compile(r"[0-9a-f]{8}")
_CONVENING = table_of(Convening)
_SPOILT = (sqlite3.Error, sqlite3.Warning, KeyError, TypeError, ValueError, AttributeError, RecursionError, MemoryError)


def read_portable(file: Path, kinds: Kinds) -> list[Fact]:
    """Give all facts of a .convene file in its own order, each once and each sound.

    Raises Refusal: file.missing, file.foreign, file.damaged, file.newer, file.unreadable, file.too_large (path).
    """
    _look(file)
    try:
        with _opened(file) as source:
            _check_shape(source, file)
            facts = [_fact(row, kinds, file) for row in _rows(source, file)]
        _check_once(facts)
    except _SPOILT as error:
        raise Refusal("file.damaged", path=str(file)) from error
    return facts


def convening_of(file: Path, kinds: Kinds) -> tuple[str, Records]:
    """Give (stream, records) of the convening in a .convene file, as its log tells them.

    Raises Refusal: file.* as `read_portable`, convening.none_such.
    """
    facts = read_portable(file, kinds)
    for stream in dict.fromkeys(fact.stream for fact in facts):
        try:
            records = merged(kinds, (fact for fact in facts if fact.stream == stream))
        except TypeError as error:
            raise Refusal("file.damaged", path=str(file)) from error
        if records[Convening]:
            return stream, records
    raise Refusal("convening.none_such")


def _look(file: Path) -> None:
    try:
        there = file.stat()
    except FileNotFoundError as error:
        raise Refusal("file.missing", path=str(file)) from error
    except (OSError, ValueError) as error:
        raise Refusal("file.unreadable", path=str(file)) from error
    # A pipe would keep its reader waiting for ever, and a device never ends.
    if not stat.S_ISREG(there.st_mode):
        raise Refusal("file.foreign", path=str(file))
    if there.st_size > LARGEST_FILE:
        raise Refusal("file.too_large", path=str(file))
    examine(file)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    source = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    until = time.monotonic() + _PATIENCE_SECONDS
    try:
        source.execute("pragma trusted_schema=off")
        source.execute("pragma cell_size_check=on")
        source.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_FACT)
        source.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        source.set_progress_handler(lambda: time.monotonic() > until, 1_000_000)
        yield source
    finally:
        source.close()


def _check_shape(source: sqlite3.Connection, file: Path) -> None:
    kinds = source.execute("select type from pragma_table_list where schema = 'main' and name = 'fact'").fetchall()
    if kinds != [("table",)]:
        raise Refusal("file.foreign", path=str(file))
    plain = {
        name for name, hidden in source.execute("select name, hidden from pragma_table_xinfo('fact')") if not hidden
    }
    if not plain.issuperset(FACT.split(", ")):
        raise Refusal("file.foreign", path=str(file))
    if source.execute("pragma quick_check(1)").fetchall() != [("ok",)]:
        raise Refusal("file.damaged", path=str(file))


def _rows(source: sqlite3.Connection, file: Path) -> Iterator[tuple[Any, ...]]:
    asked = source.execute(f"select {FACT} from fact order by seq limit {MOST_FACTS + 1}")
    count = 0
    while rows := asked.fetchmany(_AT_ONCE):
        count += len(rows)
        if count > MOST_FACTS:
            raise Refusal("file.too_large", path=str(file))
        yield from rows


def _check_once(facts: list[Fact]) -> None:
    """No fact twice, and no laptop that counts or stamps two of its facts alike."""
    for marks in (
        {fact.id for fact in facts},
        {(fact.origin, fact.oseq) for fact in facts},
        {(fact.stream, fact.origin, fact.hlc) for fact in facts},
    ):
        if len(marks) != len(facts):
            raise ValueError("two facts under one mark")


def _fact(row: tuple[Any, ...], kinds: Kinds, file: Path) -> Fact:
    _seq, key, stream, origin, oseq, hlc, at, by, activity, kind, v, body = row
    for text in (key, stream, origin, by, activity, kind, body):
        if not isinstance(text, str):
            raise TypeError("a fact of another shape")
    if not (_whole(v, 2**31) and v >= 1):
        raise ValueError("a fact of no version")
    if v > NEWEST:
        raise Refusal("file.newer", path=str(file))
    if not (_whole(oseq, _HIGHEST_COUNT) and oseq >= 1 and _whole(hlc, 2**63 - 1) and _whole(at, LATEST)):
        raise ValueError("a number that cannot be")
    if not (key and stream and kind and _ORIGIN.fullmatch(origin)):
        raise ValueError("a name that cannot be")
    if max(map(len, (key, stream, by, activity, kind))) > LONGEST_NAME:
        raise ValueError("a name without end")
    changes, undo, target = _read(body, kinds, stream)
    return Fact(0, key, stream, origin, oseq, hlc, at, PersonId(by), activity, kind, v, changes, undo, target)


def _read(text: str, kinds: Kinds, stream: str) -> tuple[tuple[Change, ...], Undo, str]:
    body = json.loads(text)
    # Half a letter, which only an escape can hide, could not be written down again.
    if "\\u" in text:
        json.dumps(body, ensure_ascii=False).encode()
    changes = tuple(read_change(change) for change in body["changes"])
    for change in changes:
        _check(change, kinds, stream)
    target = body.get("target", "")
    if not _is_name(target):
        raise TypeError("a target that is no name")
    return changes, Undo(body.get("undo", Undo.YES.value)), target


def _check(change: Change, kinds: Kinds, stream: str) -> None:
    if not (_is_name(change.table) and _is_name(change.id) and change.id):
        raise TypeError("a change of no thing")
    kind = kinds.get(change.table)
    if kind is not None and not kind.is_kept:
        raise ValueError("what lives in memory is never a fact")
    if change.table == _CONVENING and change.id != stream:
        raise ValueError("a convening under another name")
    known = {} if kind is None else _checks(kind)
    for fields in (change.set, change.was):
        for name, value in fields.items():
            if not known.get(name, _is_plain)(value):
                raise TypeError("a field of another shape")


@per_kind
def _checks(kind: type[Record[Any]]) -> Mapping[str, Callable[[Any], bool]]:
    """How each field of a record class is known to be of its type."""
    of_type: Mapping[str, Callable[[Any], bool]] = {"text": _is_text, "integer": _is_number, "real": _is_measure}
    found = {name: of_type[sql] for name, sql in columns(kind).items()}
    found |= dict.fromkeys(tuples(kind), _is_list) | dict.fromkeys((HERE, GONE, *booleans(kind)), _is_truth)
    # Where people meet is theirs to write; every other place is an order, and one that holds no other stops who moves.
    if "place" in found and kind is not Convening:
        found["place"] = _is_order
    return found | {name: _is_within(*bounds) for name, bounds in kind.bounds.items()}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_order(value: Any) -> bool:
    return _is_text(value) and is_sound(value)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return type(value) is int and abs(value) <= LATEST


def _is_within(least: int, most: int) -> Callable[[Any], bool]:
    """A step that comes back a thousand million times would keep every reader waiting for ever."""
    return lambda value: _is_number(value) and least <= value <= most


def _is_measure(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and abs(value) <= LATEST


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(text, str) for text in value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, int | float):
        return math.isfinite(value) and abs(value) <= 2**63 - 1
    return isinstance(value, str) or _is_list(value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_NAME


def _whole(value: Any, highest: int) -> bool:
    return type(value) is int and 0 <= value <= highest
