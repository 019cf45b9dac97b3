"""Undo and redo, per person: an own fact is taken back by its inverse, unless somebody touched it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from facilitator.convening.ballots import REVEALED, Round
from facilitator.convening.facts import REDONE, UNDONE, Fact, stamp_of
from facilitator.convening.following import followed
from facilitator.convening.ids import PersonId
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import GONE, Change, Decision, Plain, Refusal, Undo, Wish, group_of, table_of


@dataclass(frozen=True, slots=True)
class UndoLast(Wish):
    """Take back what I did last."""


@dataclass(frozen=True, slots=True)
class RedoLast(Wish):
    """Do again what I took back last."""


@dataclass(frozen=True, slots=True)
class UndoFact(Wish):
    """Take back one thing that I did, by its fact's id, though I did others after it."""

    fact: str


class Written(Protocol):
    """What the log knows of who wrote what last, and of what each person did."""

    def stamp(self, table: str, key: str, cell: str) -> str:
        """The stamp of a cell as it stands now, "" when nobody has written it."""

    def writer(self, stamp: str) -> Fact | None:
        """The fact with this stamp; None for one that is not in the log."""

    def own(self, by: str) -> Iterator[Fact]:
        """One person's facts, newest first."""


@dataclass(frozen=True, slots=True)
class Hindsight:
    """What undo looks at: the records as they stand, the log, and which kinds of facts show what was hidden."""

    records: Records
    written: Written
    reveals: frozenset[str] = frozenset()


def undo(by: PersonId, seen: Hindsight) -> tuple[Decision, Fact]:
    """Take back somebody's newest fact that stands.

    The fact returned is the one that is taken back. Raises Refusal: undo.nothing, undo.changed_since (by),
    undo.revealed, and what `followed` refuses.
    """
    for fact, applied, undoings in _standing_facts(by, seen):
        if fact.undo is Undo.YES and applied.kind != UNDONE:
            return Decision(UNDONE, _inverse(applied, seen, undoings)), fact
    raise Refusal("undo.nothing")


def undo_fact(by: PersonId, wanted: str, seen: Hindsight) -> tuple[Decision, Fact]:
    """Take back one fact of somebody's own, with the guards of `undo`.

    Raises Refusal: undo.not_yours, undo.never, undo.nothing, undo.changed_since (by), undo.revealed.
    """
    for fact, applied, undoings in _standing_facts(by, seen):
        if fact.id == wanted:
            if fact.undo is Undo.NO:
                raise Refusal("undo.never")
            if applied.kind == UNDONE:
                raise Refusal("undo.nothing")
            return Decision(UNDONE, _inverse(applied, seen, undoings)), fact
    raise Refusal("undo.not_yours")


def redo(by: PersonId, seen: Hindsight) -> tuple[Decision, Fact]:
    """Do again what somebody took back last, unless they did something new after it.

    The fact returned is the one that is done again. Raises Refusal: redo.nothing, undo.changed_since (by),
    undo.revealed.
    """
    facts = list(seen.written.own(by))
    done_again: set[str] = set()
    undoings: set[str] = set()
    for fact in facts:
        if fact.kind == REDONE:
            done_again.add(fact.target)
            undoings.add(stamp_of(fact.hlc, fact.origin))
        elif fact.kind == UNDONE and fact.changes and fact.target not in done_again:
            # One without changes was about somebody who is forgotten: there is nothing to do again.
            original = next(f for f in facts if f.id == fact.target)
            return Decision(REDONE, _inverse(fact, seen, undoings)), original
        elif fact.kind != UNDONE and fact.undo is Undo.YES:
            break
    raise Refusal("redo.nothing")


def _standing_facts(by: PersonId, seen: Hindsight) -> Iterator[tuple[Fact, Fact, set[str]]]:
    """Somebody's facts, newest first, each with what was done to it last, and the stamps of newer undoings."""
    last: dict[str, Fact] = {}
    undoings: set[str] = set()
    for fact in seen.written.own(by):
        if fact.kind in (UNDONE, REDONE):
            last.setdefault(fact.target, fact)
            undoings.add(stamp_of(fact.hlc, fact.origin))
        else:
            yield fact, last.get(fact.id, fact), undoings


def _inverse(fact: Fact, seen: Hindsight, undoings: Iterable[str]) -> tuple[Change, ...]:
    """Give the changes that take a fact back, if nobody else has written its fields since.

    `undoings` are the stamps of the same person's undoings: they may stand over the fact if they left what it set.
    """
    if _shaped_what_was_revealed(fact, seen):
        raise Refusal("undo.revealed")
    over = sorted(_written_over(fact, seen, frozenset(undoings)))
    if over:
        writers = [found for stamp, _, _ in over if (found := seen.written.writer(stamp)) is not None]
        if any(writer.kind in seen.reveals for writer in writers):
            raise Refusal("undo.revealed")
        _, table, key = over[-1]
        raise Refusal("undo.changed_since", table=table, id=key, by=writers[-1].by if writers else "")
    back = tuple(
        Change(change.table, change.id, dict(change.was), {name: change.set[name] for name in change.was})
        for change in reversed(fact.changes)
    )
    return followed(seen.records, back)


def _written_over(fact: Fact, seen: Hindsight, undoings: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """The (stamp, table, id) of every field that somebody has written since the fact."""
    stamp = stamp_of(fact.hlc, fact.origin)
    for change in fact.changes:
        kind = seen.records.kinds[change.table]
        for name, value in change.set.items():
            last = seen.written.stamp(change.table, change.id, cell_of(group_of(kind, name)))
            is_own_undoing = last in undoings and _standing(seen.records, change.table, change.id, name) == value
            if last != stamp and not is_own_undoing:
                yield last, change.table, change.id


def _shaped_what_was_revealed(fact: Fact, seen: Hindsight) -> bool:
    """Whether a fact from before a reveal made the round, or what stood on its ballots, what they were."""
    stamp = stamp_of(fact.hlc, fact.origin)
    rounds = table_of(Round)
    for key, row in _rows(seen.records, rounds):
        options = row.get("options")
        if row.get("state") != REVEALED or not isinstance(options, tuple):
            continue
        is_shaping = any(
            change.id == key if change.table == rounds else change.id in options and _is_itself(seen.records, change)
            for change in fact.changes
        )
        if is_shaping and stamp < seen.written.stamp(rounds, key, "state"):
            return True
    return False


def _is_itself(records: Records, change: Change) -> bool:
    """Whether a change is of the thing that has this id, not of what is known about it elsewhere."""
    return "id" not in records.kinds[change.table].points_to


def _rows(records: Records, table: str) -> Iterator[tuple[str, dict[str, Plain]]]:
    for key, record in records.table(table).items():
        yield key, row_of(record)
    for key, row in records.resting(table).items():
        yield key, dict(row)


def _standing(records: Records, table: str, key: str, name: str) -> Plain | None:
    record = records.table(table).get(key)
    row = records.resting(table).get(key, {}) if record is None else row_of(record)
    return row.get(name)


def cell_of(group: tuple[str, ...]) -> str:
    """Name the cell of a field group."""
    return "+".join(group)


def orphan(records: Records, changes: Iterable[Change]) -> Refusal | None:
    """Say if a change would leave a live record that points to a gone one."""
    for change in changes:
        if change.set.get(GONE) and _pointer_to(records, change.table, change.id):
            return Refusal("record.still_needed", table=change.table, id=change.id)
        kind = records.kinds[change.table]
        record = records.table(change.table).get(change.id)
        if record is None:
            continue
        for name, table in kind.points_to.items():
            aim = getattr(record, name)
            is_back = name == "id" or GONE in change.set
            if aim and (is_back or name in change.set) and aim not in records.table(table):
                return Refusal("record.still_needed", table=table, id=aim)
    return None


def _pointer_to(records: Records, table: str, gone: str) -> bool:
    if gone in records.table(table):
        return False
    for name, kind in records.kinds.items():
        for field, aim in kind.points_to.items():
            if aim == table and any(getattr(record, field) == gone for record in records.table(name).values()):
                return True
    return False
