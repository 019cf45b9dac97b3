"""What the facilitator does with seats: add one, call somebody otherwise, hush a phone, move it, take it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ballots import Progress
from facilitator.convening.cards import proper
from facilitator.convening.ids import PersonId
from facilitator.convening.people import NAME_LONGEST, Contact, OnPaper, Person
from facilitator.convening.records import Records, row_of
from facilitator.convening.states import removal
from facilitator.convening.words import (
    Decision,
    FreeSeat,
    Moment,
    MoveDevices,
    Record,
    Refusal,
    Seen,
    Undo,
    Wish,
    added,
    changed,
    removed,
    table_of,
)


@dataclass(frozen=True, slots=True)
class Muted(Record[PersonId]):
    """Somebody whose phone is hushed since a moment (UTC ms): nothing to read is taken from it, votes are."""

    since: int = 0

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "person"}


@dataclass(frozen=True, slots=True)
class AddSeat(Wish):
    """Somebody sits down without a phone: they are in the room, on paper."""

    name: str


@dataclass(frozen=True, slots=True)
class MoveToPaper(Wish):
    """Somebody goes on with paper cards. What their phone still keeps is taken when it comes back."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class MoveToPhone(Wish):
    """Somebody does not use paper any more."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class MoveSeat(Wish):
    """The phones of one seat belong to another one: somebody came back and took a second seat.

    The seat they had by mistake leaves the list if nothing was written from it.
    """

    person: PersonId
    to: PersonId


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


_ABOUT_SEATS = frozenset(table_of(kind) for kind in (Person, Contact, Muted, OnPaper))

WISHES: tuple[type[Wish], ...] = (
    AddSeat, MoveToPaper, MoveToPhone, MoveSeat, RenamePerson, MutePerson, UnmutePerson, TakeSeat,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about seats.

    Raises Refusal: person.none_such, person.name_too_long, person.same_seat, person.has_voted, text.empty.
    """
    match wish:
        case AddSeat(name):
            person = Person(PersonId(moment.new_id()), _called(name), is_here=True)
            if not person.name:
                raise Refusal("text.empty")
            return Decision("person.seat_added", (added(person), added(OnPaper(person.id, moment.at))))
        case MoveToPaper(person):
            found = _person(records, person)
            sits = () if found.is_here else (changed(found, is_here=True),)
            sits_on = () if person in records[OnPaper] else (added(OnPaper(person, moment.at)),)
            return Decision("person.moved_to_paper", (*sits, *sits_on))
        case MoveToPhone(person):
            paper = records[OnPaper].get(_person(records, person).id)
            return Decision("person.moved_to_phone", (removed(paper),) if paper is not None else ())
        case MoveSeat(person, to):
            return _moved(records, _person(records, person), _person(records, to))
        case RenamePerson(person, name):
            return Decision("person.renamed", (changed(_person(records, person), name=_called(name)),))
        case MutePerson(person):
            known = _person(records, person).id in records[Muted]
            return Decision("person.muted", () if known else (added(Muted(person, moment.at)),))
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


def _moved(records: Records, seat: Person, to: Person) -> Decision:
    if seat == to:
        raise Refusal("person.same_seat")
    if any(progress.person == seat.id and progress.dots for progress in records[Progress].values()):
        # Their ballot counts under this seat until the reveal; with the other seat they could vote twice.
        raise Refusal("person.has_voted")
    sits = (changed(to, is_here=True), *((removed(records[OnPaper][to.id]),) if to.id in records[OnPaper] else ()))
    effects = (MoveDevices(seat.id, to.id),)
    if not _wrote(records, seat.id):
        return Decision("person.seat_moved", (*sits, *removal(records, seat)), Undo.NO, effects)
    contact = records[Contact].get(seat.id)
    closed = (changed(contact, word=""),) if contact is not None else ()
    return Decision("person.seat_moved", (*sits, changed(seat, is_here=False), *closed), Undo.NO, effects)


def _wrote(records: Records, person: PersonId) -> bool:
    """Whether anything names somebody, as its author or as the one who leads it; a doubt keeps the seat."""
    return any(
        any(person in str(value) for value in row_of(record).values())
        for name in records.kinds
        if name not in _ABOUT_SEATS
        for record in records.table(name).values()
    )


def _called(name: str) -> str:
    called = proper(name).replace("\n", " ") if name.strip() else ""
    if len(called) > NAME_LONGEST:
        raise Refusal("person.name_too_long", longest=NAME_LONGEST)
    return called


def _person(records: Records, person: PersonId) -> Person:
    found = records[Person].get(person)
    if found is None:
        raise Refusal("person.none_such")
    return found
