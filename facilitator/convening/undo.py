"""Undo and redo, per person: the newest own fact is taken back by its inverse, unless somebody touched it since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facilitator.convening.facts import REDONE, UNDONE, Fact, stamp_of
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import GONE, Change, Decision, Plain, Refusal, Undo, Wish, group_of


@dataclass(frozen=True, slots=True)
class UndoLast(Wish):
    """Take back what I did last."""


@dataclass(frozen=True, slots=True)
class RedoLast(Wish):
    """Do again what I took back last."""


LastStamp = Callable[[str, str, str], str]
"""Tells the stamp of (table, id, cell) as it stands now, "" when nobody has written it."""


def undo(own: Iterable[Fact], records: Records, last_stamp: LastStamp) -> tuple[Decision, Fact]:
    """Take back the newest own fact that stands. `own` gives one person's facts, newest first.

    The fact returned is the one that is taken back. Raises Refusal: undo.nothing, undo.changed_since.
    """
    last: dict[str, Fact] = {}
    undoings: set[str] = set()
    for fact in own:
        if fact.kind in (UNDONE, REDONE):
            last.setdefault(fact.target, fact)
            undoings.add(stamp_of(fact.hlc, fact.origin))
        elif fact.undo is Undo.YES and (applied := last.get(fact.id, fact)).kind != UNDONE:
            return Decision(UNDONE, inverse(applied, records, last_stamp, frozenset(undoings))), fact
    raise Refusal("undo.nothing")


def redo(own: Iterable[Fact], records: Records, last_stamp: LastStamp) -> tuple[Decision, Fact]:
    """Do again what was taken back last, unless something new was done after it. `own` as for `undo`.

    The fact returned is the one that is done again. Raises Refusal: redo.nothing, undo.changed_since.
    """
    facts = list(own)
    done_again: set[str] = set()
    undoings: set[str] = set()
    for fact in facts:
        if fact.kind == REDONE:
            done_again.add(fact.target)
            undoings.add(stamp_of(fact.hlc, fact.origin))
        elif fact.kind == UNDONE and fact.target not in done_again:
            original = next(f for f in facts if f.id == fact.target)
            return Decision(REDONE, inverse(fact, records, last_stamp, frozenset(undoings))), original
        elif fact.kind != UNDONE and fact.undo is Undo.YES:
            break
    raise Refusal("redo.nothing")


def inverse(
    fact: Fact, records: Records, last_stamp: LastStamp, undoings: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """Give the changes that take a fact back, if nobody else has written its fields since.

    `undoings` are the stamps of the same person's undoings: they may stand over the fact if they left what it set.
    """
    stamp = stamp_of(fact.hlc, fact.origin)
    for change in fact.changes:
        kind = records.kinds[change.table]
        for name, value in change.set.items():
            last = last_stamp(change.table, change.id, cell_of(group_of(kind, name)))
            is_own_undoing = last in undoings and _standing(records, change.table, change.id, name) == value
            if last != stamp and not is_own_undoing:
                raise Refusal("undo.changed_since", table=change.table, id=change.id)
    return tuple(
        Change(change.table, change.id, dict(change.was), {name: change.set[name] for name in change.was})
        for change in reversed(fact.changes)
    )


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
