"""Deleting a convening from this laptop: all it was made of, and nothing of any other.

What stays is who is forgotten in it, so that a file that brings it back does not bring them back, and one fact without
a word that it was deleted: the laptop's own count of facts must never go back, or two facts would share a number, and
their order of arrival neither, or a phone that has an old page would be told that it is the newest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from facilitator.convening.facts import Fact, stamp_of
from facilitator.convening.hlc import wall_ms
from facilitator.convening.ids import HOST, ROOM
from facilitator.convening.words import Record, Refusal, Undo
from facilitator.store import clearing
from facilitator.store.log import Log
from facilitator.store.projection import project_any
from facilitator.store.reading import facts
from facilitator.store.sealed import SEALS, SealedBallots
from facilitator.store.tombstones import STONES

Kinds = Mapping[str, type[Record[Any]]]

DELETED = "convening.deleted"
"""The kind of the fact that stays."""


def delete_convening(connection: sqlite3.Connection, kinds: Kinds, stream: str, origin: str, wish: str) -> bool:
    """Delete a convening; `wish` is the id of whoever asks for it, `origin` names this laptop.

    True when no byte of it is left, False while a reader keeps the journal: the next start goes on. Raises Refusal
    convening.none_such, and sqlite3.Error or OSError when the disk does not take it.
    """
    with clearing.one_transaction(connection):
        told = list(facts(connection, stream))
        if not any(fact.kind != DELETED for fact in told):
            raise Refusal("convening.none_such")
        keys = SealedBallots(connection, clearing.folder_of(connection) / SEALS).key_files(_rounds(told))
        clearing.owe(connection, clearing.CLEAR, [*keys, *clearing.summary_files(connection, stream, told)])
        _delete_beside_the_log(connection, stream, told)
        log = Log(connection, kinds, stream, origin)
        log.resume_count()
        newest = log.seq()
        with clearing.guards_down(connection):
            connection.execute(f"delete from fact where stream = ? and kind not in ({STONES})", (stream,))
        _delete_rows(connection, kinds, stream)
        log.append(Fact(newest + 1, wish, stream, "", 0, 0, wall_ms(), HOST, ROOM, DELETED, 1, (), Undo.NO))
    return clearing.clear(connection)


def _rounds(told: list[Fact]) -> set[str]:
    return {change.id for fact in told for change in fact.changes if change.table == "round"}


def _delete_beside_the_log(connection: sqlite3.Connection, stream: str, told: list[Fact]) -> None:
    devices = connection.execute("select sha, person from device where stream = ?", (stream,)).fetchall()
    speakers = {name for row in devices for name in row} | {fact.by for fact in told} - {HOST}
    connection.executemany("delete from receipt where by = ?", [(name,) for name in sorted(speakers)])
    for round_ in sorted(_rounds(told)):
        connection.execute("delete from receipt where round = ?", (round_,))
        connection.execute("delete from ballot where round = ?", (round_,))
    connection.execute("delete from device where stream = ?", (stream,))
    connection.execute("delete from summary where stream = ?", (stream,))
    connection.execute("delete from draft where substr(name, 1, ?) = ?", (len(stream) + 1, f"{stream}:"))
    connection.execute("delete from setting where value = ?", (stream,))


def _delete_rows(connection: sqlite3.Connection, kinds: Kinds, stream: str) -> None:
    for name, kind in kinds.items():
        if kind.is_kept:
            connection.execute(f'delete from "{name}" where stream = ?', (stream,))
    connection.execute("delete from cell where stream = ?", (stream,))
    for stone in facts(connection, stream):
        project_any(connection, kinds, stream, stamp_of(stone.hlc, stone.origin), stone.changes)
