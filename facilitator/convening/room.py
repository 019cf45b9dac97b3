"""What the room may see now: nothing else ever reaches the stage, the phones or a summary for others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.convening.records import Records
from facilitator.convening.words import Record, Seen

Veil = Callable[[Records], Iterable[tuple[str, str]]]
"""Names what an activity hides until it is revealed, as (table, id)."""


class RoomView:
    """Makes the room's records from the desk's, and keeps what did not change, so that looking costs little."""

    def __init__(self, veils: Iterable[Veil]) -> None:
        """Hide what any of the veils hides."""
        self._veils = tuple(veils)
        self._before: dict[str, tuple[Mapping[str, Any], frozenset[str], Mapping[str, Any]]] = {}

    def of(self, records: Records) -> Records:
        """Give the room's records: those seen by the room, less what is veiled, with private fields emptied."""
        hidden: dict[str, set[str]] = {}
        for veil in self._veils:
            for table, key in veil(records):
                hidden.setdefault(table, set()).add(key)
        live = {
            name: self._table(name, kind, records.table(name), frozenset(hidden.get(name, ())))
            for name, kind in records.kinds.items()
            if kind.seen is Seen.ROOM
        }
        return Records(room_kinds(records.kinds), live)

    def _table(
        self, name: str, kind: type[Record[Any]], table: Mapping[str, Record[Any]], hidden: frozenset[str]
    ) -> Mapping[str, Record[Any]]:
        before = self._before.get(name)
        if before is not None and before[0] is table and before[1] == hidden:
            return before[2]
        old, known = (before[0], before[2]) if before is not None else ({}, {})
        seen = {
            key: known[key] if key in known and old.get(key) is record else _without_private(kind, record)
            for key, record in table.items()
            if key not in hidden
        }
        self._before[name] = (table, hidden, seen)
        return seen


def room_kinds(kinds: Mapping[str, type[Record[Any]]]) -> dict[str, type[Record[Any]]]:
    """Give the record classes that the room may see at all."""
    return {name: kind for name, kind in kinds.items() if kind.seen is Seen.ROOM}


def _without_private(kind: type[Record[Any]], record: Record[Any]) -> Record[Any]:
    if not kind.private:
        return record
    return replace(record, **{name: type(getattr(record, name))() for name in kind.private})
