"""One convening as a file of its own (.convene), out and in. Importing twice changes nothing."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitator.convening.facts import Fact, body_text
from facilitator.convening.forgetting import what_goes, without
from facilitator.convening.hlc import HybridClock
from facilitator.convening.words import NotSaved, Record, Refusal
from facilitator.store.foreign import read_portable
from facilitator.store.forgetting import finish, is_owed, without_forgotten
from facilitator.store.kept import KeptSummary, summaries
from facilitator.store.opening import open_writer
from facilitator.store.projection import rebuild_stream
from facilitator.store.reading import FACT, facts, load
from facilitator.store.whole import whole

logger = logging.getLogger(__name__)

Kinds = Mapping[str, type[Record[Any]]]

_INSERT = f"insert into fact({FACT.removeprefix('seq, ')}) values (?,?,?,?,?,?,?,?,?,?,?)"


def export_convene(source: sqlite3.Connection, kinds: Kinds, stream: str, target: Path) -> int:
    """Write a convening's log, tables and made summaries to a new file; give the number of facts.

    Seats of devices, sealed ballots, drafts and settings stay on this laptop. The file appears whole or not at all.
    Raises Refusal file.not_written (path).
    """
    said = list(facts(source, stream))
    # A file whose rewriting was interrupted still holds names in its log; no copy of it may.
    gone = what_goes(kinds, said)
    made = [] if is_owed(source) else summaries(source, stream)
    write_convene([without(kinds, fact, gone) for fact in said], kinds, target, made)
    return len(said)


def write_convene(said: Sequence[Fact], kinds: Kinds, target: Path, made: Iterable[KeptSummary] = ()) -> None:
    """Write facts, and summaries made of them, to a new .convene file. Raises Refusal file.not_written (path)."""
    with whole(target) as young:
        _write_young(young, said, kinds, made)


def _write_young(young: Path, said: Sequence[Fact], kinds: Kinds, made: Iterable[KeptSummary]) -> None:
    connection = open_writer(young, kinds)
    try:
        connection.execute("begin immediate")
        _write_log(connection, said)
        for stream in dict.fromkeys(fact.stream for fact in said):
            rebuild_stream(connection, kinds, stream)
        for one in made:
            connection.execute(
                "insert into summary(id, stream, edition, language, seq, at, pdf) values (?,?,?,?,?,?,?)",
                (one.id, one.stream, one.edition, one.language, one.seq, one.at, one.pdf),
            )
        connection.execute("commit")
        connection.execute("pragma journal_mode=delete").fetchall()
        connection.execute("vacuum")
    finally:
        connection.close()


def import_convene(connection: sqlite3.Connection, kinds: Kinds, file: Path) -> tuple[list[str], int]:
    """Take in the facts of a .convene file that are new here; give its convenings and the number of new facts.

    Only the log is taken: made summaries, which may name somebody who was forgotten here, are made anew.
    Raises Refusal as `read_portable` and `take_in`.
    """
    return take_in(connection, kinds, read_portable(file, kinds), file)


def take_in(connection: sqlite3.Connection, kinds: Kinds, arrived: Sequence[Fact], file: Path) -> tuple[list[str], int]:
    """Write the facts that are new here to the log, then the tables of their convenings anew, all or nothing.

    Gives the convenings that arrived and the number of new facts. `file` is where they come from.
    Raises Refusal: clock.ahead, file.cloned, file.damaged; NotSaved when the disk does not take it.
    """
    streams = list(dict.fromkeys(fact.stream for fact in arrived))
    try:
        connection.execute("begin immediate")
        _see_clocks(connection, arrived)
        new = without_forgotten(connection, kinds, _new(connection, arrived, file), file)
        _write_log(connection, new)
        for stream in dict.fromkeys(fact.stream for fact in new):
            rebuild_stream(connection, kinds, stream)
            _check_opens(connection, kinds, stream, file)
        connection.execute("commit")
    except BaseException as error:
        # A disk that is full has ended the transaction by itself.
        if connection.in_transaction:
            connection.execute("rollback")
        if isinstance(error, sqlite3.Error):
            raise NotSaved from error
        raise
    _finish(connection, kinds)
    return streams, len(new)


def _finish(connection: sqlite3.Connection, kinds: Kinds) -> None:
    """Rewrite what a tombstone that came in asks for. The facts are in by now, whether the disk takes this or not."""
    try:
        finish(connection, kinds)
    except (sqlite3.Error, OSError):
        logger.exception("What came in is kept, and a forgetting in it is not finished; the next start goes on")


def _see_clocks(connection: sqlite3.Connection, arrived: Sequence[Fact]) -> None:
    clock = HybridClock(int(connection.execute("select coalesce(max(hlc), 0) from fact").fetchone()[0]))
    clock.see(max((fact.hlc for fact in arrived), default=0))


def _new(connection: sqlite3.Connection, arrived: Sequence[Fact], file: Path) -> list[Fact]:
    known = {
        str(key)
        for (key,) in connection.execute(
            "select id from fact where id in (select value from json_each(?))",
            (json.dumps([fact.id for fact in arrived]),),
        )
    }
    new = [fact for fact in arrived if fact.id not in known]
    counted = json.dumps([[fact.origin, fact.oseq] for fact in new])
    taken = connection.execute(
        "select 1 from json_each(?) as each join fact on fact.origin = json_extract(each.value, '$[0]') "
        "and fact.oseq = json_extract(each.value, '$[1]') limit 1",
        (counted,),
    ).fetchone()
    if taken:
        # Two laptops that share a name: the workspace was copied by hand. Taking one in would lose the other's facts.
        raise Refusal("file.cloned", path=str(file))
    return new


def _write_log(connection: sqlite3.Connection, said: Iterable[Fact]) -> None:
    connection.executemany(
        _INSERT,
        (
            (fact.id, fact.stream, fact.origin, fact.oseq, fact.hlc, fact.at, fact.by, fact.activity, fact.kind,
             fact.v, body_text(fact))
            for fact in said
        ),
    )  # fmt: skip


def _check_opens(connection: sqlite3.Connection, kinds: Kinds, stream: str, file: Path) -> None:
    """What could not be opened afterwards, such as a card without a text, is not taken in."""
    try:
        load(connection, kinds, stream)
    except (TypeError, ValueError) as error:
        raise Refusal("file.damaged", path=str(file)) from error
