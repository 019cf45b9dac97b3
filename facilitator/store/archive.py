"""The index of the search: a file of its own beside the workspace, made from it, and thrown away without loss.

A row stands for one thing that can be found. Its number says what it is and where: kind, convening, and order of
arrival, so that counting hits by kind and convening needs no other table, and the newest come first by themselves.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from facilitator.store.schema import statements
from facilitator.store.spelling import TOKENIZER, spelled

ARCHIVE = "archive.db"
"""The name of the index in the data folder."""

BETWEEN = "\x1f"
"""What stands between the fields of one row: no text has it."""

_SHAPE = 2
_CONVENING_BITS, _ROW_BITS = 20, 32
_TRIES, _PAUSE_S = 100, 0.05
# sqlite-utils makes no prefix indexes, without which two letters are looked up in 0.5 s instead of 0.07 s.
_TABLES = f"""
create table mark(name text primary key, value text not null) strict, without rowid;
create table convening(no integer primary key, id text unique not null) strict;
create table found(id integer primary key, key text not null, said text not null, shown text not null) strict;
create virtual table words using fts5(said, content='found', content_rowid='id', prefix='2 3',
  tokenize="{TOKENIZER}");
"""

_FOLLOWING = """
create trigger found_added after insert on found begin
  insert into words(rowid, said) values (new.id, new.said); end;
create trigger found_removed after delete on found begin
  insert into words(words, rowid, said) values ('delete', old.id, old.said); end;
create trigger found_changed after update on found begin
  insert into words(words, rowid, said) values ('delete', old.id, old.said);
  insert into words(rowid, said) values (new.id, new.said); end;
"""


def forget_index(folder: Path) -> None:
    """Throw the index of a data folder away; the next search makes it anew.

    Call it once something was forgotten, after the workspace has forgotten it. A search that is under way keeps no
    trace: it writes into the file that is gone. Where the system holds a file in use, its end is awaited (5 s at most).
    """
    for name in (f"{ARCHIVE}-journal", ARCHIVE):
        for rest in range(_TRIES, -1, -1):
            try:
                (folder / name).unlink(missing_ok=True)
                break
            except PermissionError:
                if not rest:
                    raise
                time.sleep(_PAUSE_S)


class Archive:
    """The open index. Everything written since `open_archive` is kept by `keep`, or not at all.

    A young one is filled first and indexed as a whole by `keep`, in a third of the time; from then on it follows.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def marks(self) -> dict[str, str]:
        """How far the index has read, and what."""
        return dict(self.connection.execute("select name, value from mark").fetchall())

    def mark(self, **marks: str) -> None:
        """Remember how far the index has read."""
        self.connection.executemany("insert or replace into mark values (?,?)", marks.items())

    def convenings(self) -> dict[str, int]:
        """The number of each convening that was read."""
        return dict(self.connection.execute("select id, no from convening").fetchall())

    def number(self, convening: str) -> int:
        """Give a convening its number; later ones have greater ones."""
        self.connection.execute("insert or ignore into convening(id) values (?)", (convening,))
        row = self.connection.execute("select no from convening where id = ?", (convening,)).fetchone()
        return int(row[0])

    def drop(self, convening: str, kinds: int) -> None:
        """Take a convening out."""
        number = self.number(convening)
        for kind in range(kinds):
            self.connection.execute("delete from found where id between ? and ?", bounds(kind, number))
        self.connection.execute("delete from convening where no = ?", (number,))

    def show(self, kind: int, number: int, texts: Mapping[str, Sequence[str]]) -> None:
        """Let a convening have these texts of a kind, by the record's id; only what differs is written."""
        first, last = bounds(kind, number)
        rows = self.connection.execute(
            "select key, id, said, shown from found where id between ? and ?", (first, last)
        ).fetchall()
        before = {key: (row, said, shown) for key, row, said, shown in rows}
        following = max((row for _, row, _, _ in rows), default=first - 1) + 1
        new: list[tuple[int, str, str, str]] = []
        for key, parts in texts.items():
            said, shown = _kept(parts)
            known = before.pop(key, None)
            if known is None:
                new.append((following, key, said, shown))
                following += 1
            elif known[1:] != (said, shown):
                self.connection.execute("update found set said = ?, shown = ? where id = ?", (said, shown, known[0]))
        self.connection.executemany("insert into found values (?,?,?,?)", new)
        self.connection.executemany("delete from found where id = ?", [(row,) for row, _, _ in before.values()])

    def counts(self, expression: str) -> Iterable[tuple[int, int, int]]:
        """Count the hits by kind and number of convening."""
        rows = self.connection.execute(
            f"select rowid >> {_ROW_BITS}, count(*) from words where words match ? group by 1", (expression,)
        ).fetchall()
        return [(where >> _CONVENING_BITS, where & (1 << _CONVENING_BITS) - 1, count) for where, count in rows]

    def newest(self, expression: str, kind: int, without: Iterable[int], most: int) -> list[tuple[int, int, float]]:
        """The newest hits of a kind as (row, number of convening, bm25: the lower the better)."""
        first, last = bounds(kind, 0)[0], bounds(kind + 1, 0)[0] - 1
        left_out = ",".join(str(number) for number in without)
        number = f"rowid >> {_ROW_BITS} & {(1 << _CONVENING_BITS) - 1}"
        return self.connection.execute(
            f"select rowid, {number}, bm25(words) from words where words match ? and rowid between ? and ? "
            f"and {number} not in ({left_out}) order by rowid desc limit ?",
            (expression, first, last, most),
        ).fetchall()

    def texts(self, rows: Iterable[int]) -> dict[int, tuple[str, list[str]]]:
        """The record's id and the texts of these rows."""
        wanted = ",".join(str(row) for row in rows)
        found = self.connection.execute(f"select id, key, said, shown from found where id in ({wanted})").fetchall()
        return {row: (key, (shown or said).split(BETWEEN)) for row, key, said, shown in found}

    def keep(self) -> None:
        """Write everything down."""
        if self.connection.execute("select 1 from sqlite_schema where name = 'found_added'").fetchone() is None:
            self.connection.execute("insert into words(words) values ('rebuild')")
            for statement in statements(_FOLLOWING):
                self.connection.execute(statement)
        self.connection.execute("commit")
        self.connection.execute("begin")

    def close(self) -> None:
        """Leave the file as it was kept last."""
        self.connection.close()


def open_archive(folder: Path, shape: str) -> Archive:
    """Open the index of a data folder; one of another `shape` is thrown away.

    Raises OSError, sqlite3.DatabaseError.
    """
    wanted = f"{_SHAPE} {shape}"
    connection = _connected(folder)
    try:
        if _shape(connection) not in ("", wanted):
            connection.close()
            forget_index(folder)
            connection = _connected(folder)
        if not _shape(connection):
            _lay_out(connection, wanted)
        return Archive(connection)
    except BaseException:
        connection.close()
        raise


def archive_in_memory(shape: str) -> Archive:
    """Make an index that no disk has to take; it lasts as long as it is held."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("begin")
    _lay_out(connection, f"{_SHAPE} {shape}")
    connection.execute("commit")
    connection.execute("begin")
    return _Passing(connection)


class _Passing(Archive):
    """An index in memory: leaving it must not lose it."""

    def close(self) -> None:
        """Leave the index as it was kept last."""
        self.connection.execute("rollback")
        self.connection.execute("begin")


def _lay_out(connection: sqlite3.Connection, shape: str) -> None:
    for statement in statements(_TABLES):
        connection.execute(statement)
    connection.execute("insert into mark values ('shape', ?)", (shape,))


def _connected(folder: Path) -> sqlite3.Connection:
    # Private notes stand in it: nobody else on this laptop reads it, as with the workspace.
    os.close(os.open(folder / ARCHIVE, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(folder / ARCHIVE, isolation_level=None)
    try:
        connection.execute("pragma secure_delete=on")
        connection.execute("begin immediate")
    except BaseException:
        connection.close()
        raise
    return connection


def bounds(kind: int, number: int) -> tuple[int, int]:
    """The first and the last row that a kind may have in a convening."""
    first = ((kind << _CONVENING_BITS) + number) << _ROW_BITS
    return first, first + (1 << _ROW_BITS) - 1


def _shape(connection: sqlite3.Connection) -> str:
    if connection.execute("select 1 from sqlite_schema where name = 'mark'").fetchone() is None:
        return ""
    row = connection.execute("select value from mark where name = 'shape'").fetchone()
    return str(row[0]) if row is not None else ""


def _kept(parts: Sequence[str]) -> tuple[str, str]:
    text = BETWEEN.join(part.replace(BETWEEN, " ") for part in parts)
    said = spelled(text)
    return said, "" if said == text else text
