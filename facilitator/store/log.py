"""The log on disk: one transaction for what queued, one savepoint for each wish, nothing told before the commit."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from facilitator.convening.facts import Fact, body_text, stamp_of
from facilitator.convening.hlc import HybridClock
from facilitator.convening.words import Record, Refusal
from facilitator.store.answers import first_answer
from facilitator.store.projection import project_here

DISK_ERRORS = (sqlite3.Error, OSError)
"""What is raised when the disk does not take something; a round's key is a file of its own."""

BAD_WISH = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
"""What the database says of one wish that it cannot keep; every other error is the disk's."""


class Log:
    """Appends facts of one convening on this laptop. It is used by one thread only."""

    def __init__(
        self, connection: sqlite3.Connection, kinds: Mapping[str, type[Record[Any]]], stream: str, origin: str
    ) -> None:
        """Go on where the log ends."""
        self.connection = connection
        self._kinds = kinds
        self.stream = stream
        self.origin = origin
        self._oseq = 0
        self.clock = HybridClock(self._one("select coalesce(max(hlc), 0) from fact"))

    def begin(self) -> None:
        """Open a transaction, and go on from where the log stands: an import may have written meanwhile."""
        self.connection.execute("begin immediate")
        self.resume_count()

    def resume_count(self) -> None:
        """Go on counting from where the log stands, inside a transaction."""
        self._oseq = self._one("select coalesce(max(oseq), 0) from fact where origin = ?", self.origin)
        self.clock.go_on_after(self._one("select coalesce(max(hlc), 0) from fact where stream = ?", self.stream))

    def commit(self) -> None:
        """Put all on disk. Raises sqlite3.Error when the disk does not take it."""
        self.connection.execute("commit")

    def roll_back(self) -> None:
        """Forget the transaction."""
        if self.connection.in_transaction:
            self.connection.execute("rollback")

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Do something that fails alone."""
        before = self._oseq
        self.connection.execute("savepoint wish")
        try:
            yield
        except BaseException:
            self._oseq = before
            if self.connection.in_transaction:
                self.connection.execute("rollback to wish")
                self.connection.execute("release wish")
            raise
        self.connection.execute("release wish")

    def append(self, fact: Fact) -> Fact:
        """Write a fact and its table rows; give it as it is kept, with its numbers and stamp.

        A `seq` that it has already, which must be higher than any before, stays; for 0 the next one is taken.
        """
        kept = replace(fact, stream=self.stream, origin=self.origin, oseq=self._oseq + 1, hlc=self.clock.now())
        seq = self._one(
            "insert into fact(seq, id, stream, origin, oseq, hlc, at, by, activity, kind, v, body) "
            "values (nullif(?, 0),?,?,?,?,?,?,?,?,?,?,?) returning seq",
            kept.seq, kept.id, kept.stream, kept.origin, kept.oseq, kept.hlc, kept.at, kept.by, kept.activity,
            kept.kind, kept.v, body_text(kept),
        )  # fmt: skip
        project_here(self.connection, self._kinds, kept.stream, stamp_of(kept.hlc, kept.origin), kept.changes)
        self._oseq += 1
        return replace(kept, seq=seq)

    def seq(self) -> int:
        """Where the log stands."""
        return self._one("select coalesce(max(seq), 0) from fact")

    def newest(self) -> str:
        """The id of the convening's newest fact, "" for none."""
        row = self.connection.execute(
            "select id from fact where stream = ? order by seq desc limit 1", (self.stream,)
        ).fetchone()
        return str(row[0]) if row else ""

    def stamp(self, table: str, key: str, cell: str) -> str:
        """The stamp of the last writer of a field group, "" when nobody wrote it."""
        row = self.connection.execute(
            "select stamp from cell where stream = ? and tbl = ? and id = ? and field = ?",
            (self.stream, table, key, cell),
        ).fetchone()
        return str(row[0]) if row else ""

    def answered(self, wish: str, speakers: Collection[str]) -> int | Refusal | None:
        """Find the first answer to a wish, as `first_answer` does."""
        return first_answer(self.connection, wish, speakers)

    def remember(self, wish: str, by: str, answer: int | Refusal, round_: str = "") -> None:
        """Keep an answer that is no fact, so that a retry gets the same one."""
        said = {"seq": answer} if isinstance(answer, int) else {"code": answer.code, "values": answer.values}
        self.connection.execute(
            "insert or ignore into receipt(id, by, round, answer) values (?,?,?,?)",
            (wish, by, round_, json.dumps(said, ensure_ascii=False)),
        )

    def _one(self, statement: str, *values: str | int) -> int:
        return int(self.connection.execute(statement, values).fetchone()[0])
