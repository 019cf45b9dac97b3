"""The immutable whole of what is known in one convening, and the working copy in which a batch of changes is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, cast

from facilitator.convening.words import GONE, HERE, Change, Plain, R, Record, field_names, table_of

Rows = dict[str, dict[str, Plain]]
"""Fields of records that are not live (not yet added, or gone), by id."""

Held = tuple[
    list[tuple[str, str, "Record[Any] | None", Mapping[str, Plain] | None]], dict[str, Mapping[str, "Record[Any]"]]
]
"""What was live and resting under (table, id), and whole tables where something leaves: they have an order."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Records:
    """All live records, by class and id. A reader keeps its snapshot and needs no lock.

    `records[Card]` maps ids to cards. What is gone or has not wholly come rests out of sight, so that it can return.
    """

    __slots__ = ("_kinds", "_live", "_resting")

    def __init__(
        self,
        kinds: Mapping[str, type[Record[Any]]],
        live: Mapping[str, Mapping[str, Record[Any]]] = _NOTHING,
        resting: Mapping[str, Rows] = _NOTHING,
    ) -> None:
        """Hold records of the given classes (table -> class)."""
        self._kinds = kinds
        self._live = live
        self._resting = resting

    def __getitem__(self, kind: type[R]) -> Mapping[str, R]:
        """Give the live records of a class, oldest first."""
        return cast(Mapping[str, R], self._live.get(table_of(kind), _NOTHING))

    def table(self, name: str) -> Mapping[str, Record[Any]]:
        """Give the live records of a table."""
        return self._live.get(name, _NOTHING)

    @property
    def kinds(self) -> Mapping[str, type[Record[Any]]]:
        """The record classes that are known, by table."""
        return self._kinds

    def resting(self, name: str) -> Mapping[str, Mapping[str, Plain]]:
        """Give the fields of a table's records that are gone or not wholly here."""
        return self._resting.get(name, _NOTHING)

    def edit(self) -> Working:
        """Open a working copy. It copies a table the first time it is touched, once per batch."""
        return Working(self._kinds, dict(self._live), dict(self._resting))

    def after(self, changes: Iterable[Change]) -> Records:
        """Give the records after some changes."""
        working = self.edit()
        working.put(changes)
        return working.publish()


class Working(Records):
    """Records being edited by their one owner. Readers only ever see what `publish` gives."""

    __slots__ = ("_mine",)

    _live: dict[str, Mapping[str, Record[Any]]]
    _resting: dict[str, Rows]

    def __init__(
        self,
        kinds: Mapping[str, type[Record[Any]]],
        live: dict[str, Mapping[str, Record[Any]]],
        resting: dict[str, Rows],
    ) -> None:
        """Start from tables that others may be reading."""
        super().__init__(kinds, live, resting)
        self._mine: set[str] = set()

    def put(self, changes: Iterable[Change]) -> None:
        """Apply changes; tables and fields that are not known here are passed over."""
        for change in changes:
            if (kind := self._kinds.get(change.table)) is not None:
                self._own(change.table)
                self._put_one(kind, change)

    def drop(self, table: str, key: str) -> None:
        """Know nothing of a record any more, live or resting."""
        self._own(table)
        live: dict[str, Record[Any]] = self._live[table]  # type: ignore[assignment]  # owned: it is our dict
        live.pop(key, None)
        self._resting[table].pop(key, None)

    def held(self, changes: Iterable[Change]) -> Held:
        """Hold on to what changes are about to touch, so that `restore` can put it back."""
        known = [change for change in changes if change.table in self._kinds]
        one_by_one = [(c.table, c.id, self.table(c.table).get(c.id), self.resting(c.table).get(c.id)) for c in known]
        return one_by_one, {c.table: dict(self.table(c.table)) for c in known if c.set.get(GONE)}

    def restore(self, before: Held) -> None:
        """Put back what was held: a wish that failed leaves nothing behind."""
        one_by_one, whole = before
        for table, key, record, row in one_by_one:
            self._own(table)
            live: dict[str, Record[Any]] = self._live[table]  # type: ignore[assignment]  # owned: it is our dict
            self._resting[table].pop(key, None)
            if record is not None:
                live[key] = record
            else:
                live.pop(key, None)
            if row is not None:
                self._resting[table][key] = dict(row)
        self._live.update(whole)

    def publish(self) -> Records:
        """Give the records as they are now; later edits copy anew, so that nobody's snapshot moves."""
        self._mine.clear()
        return Records(self._kinds, dict(self._live), dict(self._resting))

    def _own(self, table: str) -> None:
        if table not in self._mine:
            self._live[table] = dict(self._live.get(table, {}))
            self._resting[table] = dict(self._resting.get(table, {}))
            self._mine.add(table)

    def _put_one(self, kind: type[Record[Any]], change: Change) -> None:
        live: dict[str, Record[Any]] = self._live[change.table]  # type: ignore[assignment]  # owned: it is our dict
        resting = self._resting[change.table]
        record = live.get(change.id)
        known = field_names(kind)
        if record is not None and not change.set.get(GONE):
            live[change.id] = replace(record, **{n: v for n, v in change.set.items() if n in known})
            return
        row = dict(resting.get(change.id, {GONE: False}) if record is None else row_of(record))
        row.update({n: v for n, v in change.set.items() if n in known or n in (HERE, GONE)})
        if row.get(HERE) and not row[GONE]:
            resting.pop(change.id, None)
            live[change.id] = kind(change.id, **{n: row[n] for n in known if n in row})
        else:
            live.pop(change.id, None)
            resting[change.id] = row


def row_of(record: Record[Any]) -> dict[str, Plain]:
    """Spell a live record out as the fields of its table's row."""
    return {HERE: True, GONE: False, **{name: getattr(record, name) for name in field_names(type(record))}}
