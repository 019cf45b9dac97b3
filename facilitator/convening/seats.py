"""What the facilitator does with seats: call somebody otherwise, hush a phone for a while, take a seat away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.cards import proper
from facilitator.convening.ids import PersonId
from facilitator.convening.people import NAME_LONGEST, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.words import (
    Decision,
    FreeSeat,
    Moment,
    Record,
    Refusal,
    Seen,
    Undo,
    Wish,
    added,
    changed,
    removed,
)


@dataclass(frozen=True, slots=True)
class Muted(Record[PersonId]):
    """Somebody whose phone is hushed since a moment (UTC ms): nothing to read is taken from it, votes are."""

    since: int = 0

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "person"}


@dataclass(frozen=True, slots=True)
class RenamePerson(Wish):
    """Call somebody otherwise; "" is no name."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class MutePerson(Wish):
    """Take nothing to read from the phones of somebody, until `UnmutePerson`."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class UnmutePerson(Wish):
    """Take what somebody writes again."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class TakeSeat(Wish):
    """Take a seat away: its phones are asked to join anew. The person stays on the list, and what they wrote stays."""

    person: PersonId


WISHES: tuple[type[Wish], ...] = (RenamePerson, MutePerson, UnmutePerson, TakeSeat)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about seats. Raises Refusal: person.none_such, person.name_too_long."""
    match wish:
        case RenamePerson(person, name):
            called = proper(name).replace("\n", " ") if name.strip() else ""
            if len(called) > NAME_LONGEST:
                raise Refusal("person.name_too_long", longest=NAME_LONGEST)
            return Decision("person.renamed", (changed(_person(records, person), name=called),))
        case MutePerson(person):
            return Decision("person.muted", (added(Muted(_person(records, person).id, moment.at)),))
        case UnmutePerson(person):
            hushed = records[Muted].get(_person(records, person).id)
            return Decision("person.unmuted", (removed(hushed),) if hushed is not None else ())
        case TakeSeat(person):
            gone = [changed(_person(records, person), is_here=False)]
            if (contact := records[Contact].get(person)) is not None:
                # The words of a seat that was taken away open nothing any more.
                gone.append(changed(contact, word=""))
            return Decision("person.seat_taken", tuple(gone), Undo.NO, (FreeSeat(person),))
    raise Refusal("wish.unknown")


def _person(records: Records, person: PersonId) -> Person:
    found = records[Person].get(person)
    if found is None:
        raise Refusal("person.none_such")
    return found
