"""Forgetting a person: a tombstone that says whose name is gone, and what of every other fact goes with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from facilitator.convening.facts import Fact
from facilitator.convening.ids import HOST, PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records, row_of
from facilitator.convening.words import (
    GONE,
    HERE,
    Change,
    Decision,
    Moment,
    Plain,
    Record,
    Refusal,
    Undo,
    Unseat,
    Wish,
    changed,
    field_names,
    table_of,
)

Kinds = Mapping[str, type[Record[Any]]]
Key = tuple[str, str]
"""A record: its table and its id."""

FORGOTTEN = "participant.forgotten"
"""The kind of the tombstone of somebody whose ideas stay, without author."""

FORGOTTEN_WITH_IDEAS = "participant.forgotten_with_ideas"
"""The kind of the tombstone of somebody whose ideas go too."""

TOMBSTONES = (FORGOTTEN, FORGOTTEN_WITH_IDEAS)

_AUTHOR = "by"


class Ideas(Enum):
    """What becomes of the ideas of somebody who is forgotten: they stay without author, or their texts go too."""

    STAY = "stay"
    GO = "go"


@dataclass(frozen=True, slots=True)
class ForgetPerson(Wish):
    """Forget a person for good, with or without what they wrote. It cannot be undone."""

    person: PersonId
    ideas: Ideas = Ideas.STAY


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about forgetting. The tombstone holds ids and emptied fields only.

    Raises Refusal: person.none_such.
    """
    del moment
    match wish:
        case ForgetPerson(person, ideas):
            rests = records.resting(table_of(Person)).get(person, {})
            if person not in records[Person] and not rests.get(HERE):
                raise Refusal("person.none_such")
            nobody = (Contact(person), Person(person, ""))
            gone = tuple(_emptied(row_of(one), table_of(type(one)), person) for one in nobody)
            if ideas is Ideas.STAY:
                return Decision(FORGOTTEN, gone, Undo.NO, (Unseat(person),))
            return Decision(FORGOTTEN_WITH_IDEAS, (*_ideas_go(records, person), *gone), Undo.NO, (Unseat(person),))
    raise Refusal("wish.unknown")


def what_goes(kinds: Kinds, facts: Iterable[Fact]) -> frozenset[Key]:
    """Name every record of a convening of which nothing may be kept, whatever the order of its facts.

    Where two facts name different authors of one record, the first one stands: give what is here before what comes.
    """
    told = tuple(facts)
    people: set[str] = set()
    authors: set[str] = set()
    marked: set[Key] = set()
    for fact in told:
        if fact.kind in TOMBSTONES:
            names = {change.id for change in fact.changes if change.table == table_of(Person)}
            people |= names
            if fact.kind == FORGOTTEN_WITH_IDEAS:
                authors |= names
                marked |= _marked(fact)
    gone = {(table_of(kind), person) for kind in (Person, Contact) for person in people}
    if authors:
        wrote = written_by(kinds, told)
        gone |= {key for key, by in wrote.items() if by in authors}
        # Of what was rewritten already, no fact says any more who wrote it; its tombstone does.
        gone |= {key for key in marked if key not in wrote and _has_author(kinds, key)}
    return frozenset(_with_what_is_about_them(kinds, gone))


def written_by(kinds: Kinds, facts: Iterable[Fact]) -> dict[Key, Plain]:
    """Who wrote each record, as the first fact says that names an author; a tombstone names none.

    A record whose kind has no author gets none by a fact that says so; one of a kind that is not known here may.
    """
    wrote: dict[Key, Plain] = {}
    for fact in facts:
        if fact.kind not in TOMBSTONES:
            for change in fact.changes:
                key = change.table, change.id
                if _AUTHOR in change.set and (change.table not in kinds or _has_author(kinds, key)):
                    wrote.setdefault(key, change.set[_AUTHOR])
    return wrote


def goes_too_far(kinds: Kinds, stone: Fact, wrote: Mapping[Key, Plain]) -> bool:
    """Whether a tombstone also takes what is not of the one person it forgets; none that this house writes does."""
    people = {change.id for change in stone.changes if change.table in (table_of(Person), table_of(Contact))}
    if len(people) != 1 or HOST in people:
        return True

    def is_theirs(key: Key) -> bool:
        table, id_ = key
        if table in (table_of(Person), table_of(Contact)):
            return id_ in people
        if _has_author(kinds, key):
            return stone.kind == FORGOTTEN_WITH_IDEAS and (key not in wrote or wrote[key] in people)
        aim = kinds[table].points_to.get("id") if table in kinds else None
        return aim is not None and is_theirs((aim, id_))

    return any(key[0] in kinds and not is_theirs(key) for key in _marked(stone))


def without(kinds: Kinds, fact: Fact, gone: frozenset[Key]) -> Fact:
    """Give a fact as it may be kept: nothing of the records that go, and no pointer to them; itself if it has none.

    A fact that has nothing left can no longer be undone, so that it stands in nobody's way.
    """
    if fact.kind in TOMBSTONES:
        clean = tuple(_only_marks(change) for change in fact.changes)
        return fact if clean == fact.changes else replace(fact, changes=clean, undo=Undo.NO)
    kept = tuple(_unpointed(kinds, c, gone) for c in fact.changes if (c.table, c.id) not in gone)
    if kept == fact.changes:
        return fact
    return replace(fact, changes=kept, undo=fact.undo if kept else Undo.NO)


def names_in(fact: Fact) -> frozenset[str]:
    """The words of a fact that lead to a person: names, addresses and numbers, as they were set or had been."""
    said = [values for change in fact.changes if change.table in (table_of(Person), table_of(Contact))
            for values in (change.set, change.was)]  # fmt: skip
    found = (values.get(name) for values in said for name in ("name", "email", "phone"))
    return frozenset(word for word in found if isinstance(word, str) and word.strip())


def carries(text: str, names: Collection[str]) -> bool:
    """Whether a text holds one of these names as a word of its own, however its accents are written."""
    plain = unicodedata.normalize("NFC", text).casefold()
    wanted = (re.escape(unicodedata.normalize("NFC", name).casefold()) for name in names)
    return any(re.search(rf"(?<!\w){name}(?!\w)", plain) for name in wanted)


def mentions(records: Records, person: str, ideas: Ideas) -> int:
    """Count the texts that say a person's name and stay: written by others, or their own ideas if those stay."""
    who = records[Person].get(PersonId(person))
    names = {who.name} if who is not None and who.name.strip() else set[str]()
    tables = {table_of(kind) for kind in (Person, Contact)}
    count = 0
    for name in records.kinds:
        if name in tables or not names:
            continue
        for record in records.table(name).values():
            is_theirs = getattr(record, _AUTHOR, "") == person and ideas is Ideas.GO
            texts = (value for value in row_of(record).values() if isinstance(value, str))
            count += not is_theirs and any(carries(text, names) for text in texts)
    return count


def _marked(stone: Fact) -> set[Key]:
    """The records that a tombstone says are gone."""
    return {(change.table, change.id) for change in stone.changes if change.set.get(GONE)}


def _has_author(kinds: Kinds, key: Key) -> bool:
    kind = kinds.get(key[0])
    return kind is not None and _AUTHOR in field_names(kind)


def pointers(kind: type[Record[Any]]) -> list[tuple[str, str]]:
    """The fields of a record that point to another one, and not by being about it."""
    return [(field, aim) for field, aim in kind.points_to.items() if field != "id"]


def _ideas_go(records: Records, person: str) -> tuple[Change, ...]:
    """Empty what somebody wrote and what is about it; what others wrote stays, and points to it no more."""
    gone: set[Key] = set()
    for name, kind in records.kinds.items():
        if _AUTHOR in field_names(kind):
            gone |= {(name, r.id) for r in records.table(name).values() if getattr(r, _AUTHOR) == person}
            gone |= {(name, key) for key, row in records.resting(name).items() if row.get(_AUTHOR) == person}
    gone = {key for key in _with_what_is_about_them(records.kinds, gone) if _known(records, key) is not None}
    freed: list[Change] = []
    for name, kind in records.kinds.items():
        for field, aim in pointers(kind):
            freed += [
                changed(other, **{field: ""})
                for other in records.table(name).values()
                if (aim, getattr(other, field)) in gone and (name, other.id) not in gone
            ]
    emptied = [_emptied(_known(records, key) or {}, *key) for key in sorted(gone)]
    return (*freed, *emptied)


def _known(records: Records, key: Key) -> Mapping[str, Plain] | None:
    table, id_ = key
    live = records.table(table).get(id_)
    return row_of(live) if live is not None else records.resting(table).get(id_)


def _with_what_is_about_them(kinds: Kinds, gone: set[Key]) -> set[Key]:
    """Add the records that share an id with one that goes because they are about it, such as where a card lies."""
    found = set(gone)
    while True:
        more = {
            (name, id_)
            for name, kind in kinds.items()
            if (aim := kind.points_to.get("id"))
            for table, id_ in found
            if table == aim
        }
        if more <= found:
            return found
        found |= more


def _emptied(row: Mapping[str, Plain], table: str, key: str) -> Change:
    empty: dict[str, Plain] = {name: _blank(value) for name, value in row.items() if name not in (HERE, GONE)}
    return Change(table, key, {HERE: False, GONE: True, **empty})


def _only_marks(change: Change) -> Change:
    """Keep what a tombstone marks, and no word that a stranger may have put there."""
    if not change.set.get(GONE):
        return change
    marks: dict[str, Plain] = {n: v if n in (HERE, GONE) else _blank(v) for n, v in change.set.items()}
    return Change(change.table, change.id, marks)


def _blank(value: Plain) -> Plain:
    return type(value)()


def _unpointed(kinds: Kinds, change: Change, gone: frozenset[Key]) -> Change:
    kind = kinds.get(change.table)
    aims = {} if kind is None else dict(pointers(kind))
    if not any((aim, values.get(name)) in gone for name, aim in aims.items() for values in (change.set, change.was)):
        return change

    def freed(values: Mapping[str, Plain]) -> dict[str, Plain]:
        return {n: "" if n in aims and (aims[n], str(v)) in gone else v for n, v in values.items()}

    return Change(change.table, change.id, freed(change.set), freed(change.was))
