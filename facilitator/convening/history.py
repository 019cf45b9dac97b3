"""What happened, fact by fact: the records after any of them, what can be taken back, what the room may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facilitator.convening.facts import REDONE, UNDONE, Fact, stamp_of
from facilitator.convening.ids import PersonId
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView
from facilitator.convening.rulebook import Rulebook
from facilitator.convening.undo import Hindsight, cell_of, undo_fact
from facilitator.convening.words import Record, Refusal, Undo, group_of

EVERY = 100
"""After so many facts the records are kept: any moment is at most so many facts away."""


@dataclass(frozen=True, slots=True)
class Glance:
    """One fact, what it touched as that was before, by (table, id), and the records after it.

    `after` is only good until the next fact is added.
    """

    fact: Fact
    before: Mapping[tuple[str, str], Record[Any] | None]
    after: Records


class History:
    """The facts of one convening, folded once as they are added. A place in it is how many facts came before."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._facts: list[Fact] = []
        self._working = Records(book.kinds).edit()
        self._kept = [self._working.publish()]
        self._stamps: dict[tuple[str, str, str], str] = {}
        self._by_stamp: dict[str, Fact] = {}
        self._own: dict[str, list[Fact]] = {}
        self._room = RoomView(book.veils())

    def __len__(self) -> int:
        """How many facts there are."""
        return len(self._facts)

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts in the order in which every laptop has them."""
        return self._facts

    def is_next(self, fact: Fact) -> bool:
        """Whether a fact comes after all that are here. One that does not means to begin anew, in order."""
        return not self._facts or (self._facts[-1].hlc, self._facts[-1].origin) < (fact.hlc, fact.origin)

    def add(self, fact: Fact) -> Glance:
        """Take in the next fact. Raises ValueError for one that is not the next."""
        if not self.is_next(fact):
            raise ValueError(f"{fact.id} came before {self._facts[-1].id}")
        before = {
            (change.table, change.id): self._working.table(change.table).get(change.id) for change in fact.changes
        }
        self._working.put(fact.changes)
        self._facts.append(fact)
        self._own.setdefault(fact.by, []).append(fact)
        self._sign(fact)
        if len(self._facts) % EVERY == 0:
            self._kept.append(self._working.publish())
        return Glance(fact, before, self._working)

    def records_at(self, place: int) -> Records:
        """The records after the first `place` facts."""
        nearest = place // EVERY
        working = self._kept[nearest].edit()
        for fact in self._facts[nearest * EVERY : place]:
            working.put(fact.changes)
        return working.publish()

    def room_at(self, place: int, room_now: Records) -> Records:
        """What the room saw after so many facts, less what it may not see any more: veiled, gone or forgotten.

        `room_now` is what it may see now. What pointed to something that is left out points nowhere.
        """
        whole = self.records_at(place)
        then = self._room.of(whole)
        live = {name: _still_seen(then.table(name), room_now.table(name)) for name in then.kinds}
        lost = frozenset(name for name, table in live.items() if len(table) < len(whole.table(name)))
        return Records(then.kinds, {name: _loosened(live, kind, live[name], lost) for name, kind in then.kinds.items()})

    def undoable(self, fact: Fact, by: PersonId) -> bool:
        """Whether this person could take this fact back now."""
        if fact.by != by or fact.undo is Undo.NO or fact.kind in (UNDONE, REDONE):
            return False
        now = self.records_at(len(self))
        try:
            decision, _ = undo_fact(by, fact.id, Hindsight(now, self, self._book.reveals()))
            self._book.check(now.after(decision.changes), decision.changes)
        except Refusal:
            return False
        return True

    def stamp(self, table: str, key: str, cell: str) -> str:
        """The stamp of a cell as it stands now, "" when nobody has written it."""
        return self._stamps.get((table, key, cell), "")

    def writer(self, stamp: str) -> Fact | None:
        """The fact with this stamp; None when there is none such."""
        return self._by_stamp.get(stamp)

    def own(self, by: str) -> Iterator[Fact]:
        """One person's facts, newest first."""
        return reversed(self._own.get(by, []))

    def _sign(self, fact: Fact) -> None:
        stamp = stamp_of(fact.hlc, fact.origin)
        self._by_stamp[stamp] = fact
        for change in fact.changes:
            kind = self._book.kinds.get(change.table)
            for name in change.set:
                group = group_of(kind, name) if kind is not None else (name,)
                self._stamps[change.table, change.id, cell_of(group)] = stamp


def _still_seen(then: Mapping[str, Record[Any]], now: Mapping[str, Record[Any]]) -> Mapping[str, Record[Any]]:
    if then.keys() <= now.keys():
        return then
    return {key: record for key, record in then.items() if key in now}


def _loosened(
    live: Mapping[str, Mapping[str, Record[Any]]],
    kind: type[Record[Any]],
    table: Mapping[str, Record[Any]],
    lost: frozenset[str],
) -> Mapping[str, Record[Any]]:
    """Let go of what is not there: a field that points to it is emptied, a record that hangs on it is left out.

    `lost` are the tables from which something is missing.
    """
    aims = {name: aim for name, aim in kind.points_to.items() if aim in lost}
    if not aims:
        return table
    loosened = {}
    for key, record in table.items():
        loose = [name for name, aim in aims.items() if (wanted := getattr(record, name)) and wanted not in live[aim]]
        if "id" not in loose:
            loosened[key] = replace(record, **dict.fromkeys(loose, "")) if loose else record
    return loosened
