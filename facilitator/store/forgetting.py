"""Forgetting on disk: the one rewriting of the log, resumed after a crash, and honoured by everything that comes in.

A tombstone is a fact that holds ids only. In its own transaction it leaves a mark that the rewriting is owed; the mark
goes when the file, its journal and all that was made from it hold the name no more. A start that finds it goes on.
The ids stay: they are random, nothing derives a person from them once seats, names and words are gone, and other
copies of the same facts are told apart by ids that cannot change either.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from facilitator.convening.facts import Fact, body_text, stamp_of
from facilitator.convening.forgetting import (
    FORGOTTEN_WITH_IDEAS,
    TOMBSTONES,
    Key,
    carries,
    goes_too_far,
    names_in,
    pointers,
    what_goes,
    without,
    written_by,
)
from facilitator.convening.words import Record, Refusal
from facilitator.store import clearing, tombstones
from facilitator.store.opening import WORKSPACE
from facilitator.store.projection import project_any
from facilitator.store.reading import FACT, fact_of, facts
from facilitator.store.tombstones import STONES

Kinds = Mapping[str, type[Record[Any]]]

_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What is raised when a fact is not one that this house wrote."""

logger = logging.getLogger(__name__)


def owe(connection: sqlite3.Connection) -> None:
    """Note, in the transaction of a tombstone, that the log has to be rewritten."""
    clearing.owe(connection, clearing.REWRITE)


def is_owed(connection: sqlite3.Connection) -> bool:
    """Whether somebody is forgotten whose name the file may still hold."""
    return bool(clearing.owed(connection))


def forgot_since(connection: sqlite3.Connection, stream: str, seq: int) -> bool:
    """Whether somebody of a convening was forgotten after a place in the log."""
    asked = f"select 1 from fact where stream = ? and seq > ? and kind in ({STONES}) limit 1"
    return connection.execute(asked, (stream, seq)).fetchone() is not None


def unseat(connection: sqlite3.Connection, stream: str, person: str) -> list[str]:
    """Take the seats of a person's devices, and what is remembered of their wishes; give the devices."""
    rows = connection.execute("select sha from device where stream = ? and person = ?", (stream, person)).fetchall()
    devices = [str(sha) for (sha,) in rows]
    connection.execute("delete from device where stream = ? and person = ?", (stream, person))
    for speaker in (person, *devices):
        connection.execute("delete from receipt where by = ?", (speaker,))
    return devices


def without_forgotten(connection: sqlite3.Connection, kinds: Kinds, arrived: Sequence[Fact], file: Path) -> list[Fact]:
    """Give facts that come in as they may be kept, tombstones among them and those known here honoured in any order.

    To be called inside the transaction that keeps them; `finish` afterwards scrubs what was here already. `file` is
    where they come from. Raises Refusal file.damaged when a tombstone takes more than one person and what they wrote:
    what it takes is taken for good, so a file from elsewhere is not believed.
    """
    clean: list[Fact] = []
    for stream in dict.fromkeys(fact.stream for fact in arrived):
        coming = [fact for fact in arrived if fact.stream == stream]
        clean += _honoured(connection, kinds, stream, coming, file)
    return clean


def finish(connection: sqlite3.Connection, kinds: Kinds) -> bool:
    """Do what is owed, outside any transaction; True when nothing is owed any more.

    False while a reader keeps the journal from being cut: a later call goes on. Raises sqlite3.Error when the disk
    does not take it; nothing is lost then, and a later call goes on.
    """
    owed = clearing.owed(connection)
    if owed == clearing.REWRITE:
        with clearing.one_transaction(connection):
            rows = connection.execute(f"select distinct stream from fact where kind in ({STONES})").fetchall()
            for (stream,) in rows:
                _rewrite(connection, kinds, stream)
            clearing.rewritten(connection)
            tombstones.keep(connection, clearing.folder_of(connection))
    return clearing.clear(connection) if owed else True


def resume(connection: sqlite3.Connection, kinds: Kinds) -> None:
    """At the start: finish what a crash or a full disk interrupted, and what a restored backup does not know yet.

    The file opens all the same when the disk does not take it. Raises Refusal file.damaged when a fact of it cannot be
    read.
    """
    folder = clearing.folder_of(connection)
    try:
        if tombstones.are_missing(connection, folder):
            with clearing.one_transaction(connection):
                tombstones.bring_back(connection, folder)
                owe(connection)
        finish(connection, kinds)
    except (sqlite3.Error, OSError):
        logger.exception("A forgetting could not be finished; the next start tries again")
    except _MALFORMED as error:
        raise Refusal("file.damaged", path=str(folder / WORKSPACE)) from error


def _honoured(connection: sqlite3.Connection, kinds: Kinds, stream: str, coming: list[Fact], file: Path) -> list[Fact]:
    known = _tombstones(connection, stream)
    new = [fact for fact in coming if fact.kind in TOMBSTONES and fact.id not in {stone.id for stone in known}]
    if not (known or new):
        return coming
    takes_ideas = any(stone.kind == FORGOTTEN_WITH_IDEAS for stone in (*known, *new))
    # Who wrote an idea stands in one fact only, which may be here already or may just come.
    here = list(facts(connection, stream)) if takes_ideas else known
    wrote = written_by(kinds, (*here, *coming))
    if any(goes_too_far(kinds, stone, wrote) for stone in new):
        raise Refusal("file.damaged", path=str(file))
    gone = what_goes(kinds, (*here, *coming))
    if new or takes_ideas:
        owe(connection)
    return [without(kinds, fact, gone) for fact in coming]


def _tombstones(connection: sqlite3.Connection, stream: str) -> list[Fact]:
    rows = connection.execute(f"select {FACT} from fact where stream = ? and kind in ({STONES})", (stream,))
    return [fact_of(row) for row in rows.fetchall()]


def _rewrite(connection: sqlite3.Connection, kinds: Kinds, stream: str) -> None:
    stones = _tombstones(connection, stream)
    people = {change.id for stone in stones for change in stone.changes if change.table == "person"}
    takes_ideas = any(stone.kind == FORGOTTEN_WITH_IDEAS for stone in stones)
    told = list(facts(connection, stream)) if takes_ideas else _facts_with(connection, stream, people)
    gone = what_goes(kinds, told)
    names: set[str] = set()
    with clearing.guards_down(connection):
        for fact in told:
            clean = without(kinds, fact, gone)
            if clean is not fact:
                names |= _names_lost(fact, clean)
                connection.execute("update fact set body = ? where seq = ?", (body_text(clean), fact.seq))
    _empty_rows(connection, kinds, stream, gone)
    for stone in _tombstones(connection, stream):
        changes = [change for change in stone.changes if (change.table, change.id) in gone]
        project_any(connection, kinds, stream, stamp_of(stone.hlc, stone.origin), changes)
    for person in people:
        unseat(connection, stream, person)
    _drop_drafts(connection, stream, names)
    clearing.owe(
        connection,
        clearing.CLEAR,
        clearing.summary_files(connection, stream, _facts_with(connection, stream, [stream])),
    )
    connection.execute("delete from summary where stream = ?", (stream,))


def _facts_with(connection: sqlite3.Connection, stream: str, ids: Collection[str]) -> list[Fact]:
    """The facts of a convening that speak of one of these ids."""
    holds = " or ".join("instr(body, ?)" for _ in ids)
    rows = connection.execute(f"select {FACT} from fact where stream = ? and ({holds})", (stream, *ids))
    return [fact_of(row) for row in rows.fetchall()]


def _empty_rows(connection: sqlite3.Connection, kinds: Kinds, stream: str, gone: frozenset[Key]) -> None:
    """Bring the tables to what the log says now: no row of what goes, and no pointer to it."""
    keys = [(stream, *key) for key in gone]
    connection.executemany("delete from cell where stream = ? and tbl = ? and id = ?", keys)
    for name, kind in kinds.items():
        if not kind.is_kept:
            continue
        ids = [(stream, id_) for table, id_ in gone if table == name]
        connection.executemany(f'delete from "{name}" where stream = ? and id = ?', ids)
        for field, aim in pointers(kind):
            aims = [(stream, id_) for table, id_ in gone if table == aim]
            connection.executemany(f'update "{name}" set "{field}" = \'\' where stream = ? and "{field}" = ?', aims)


def _names_lost(fact: Fact, clean: Fact) -> frozenset[str]:
    """The names that a rewriting takes out of a fact; those of others in the same fact stay."""
    return names_in(fact) - names_in(clean)


def _drop_drafts(connection: sqlite3.Connection, stream: str, names: Collection[str]) -> None:
    """Forget what was being typed in a convening, where it carries one of these names."""
    rows = connection.execute(
        "select name, text from draft where substr(name, 1, ?) = ?", (len(stream) + 1, f"{stream}:")
    ).fetchall()
    for field, text in rows:
        if carries(text, names):
            connection.execute("delete from draft where name = ?", (field,))
