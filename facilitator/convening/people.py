"""The people of a convening, how they are reached, and how they take their seat from a phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.cards import proper
from facilitator.convening.ids import HOST, PersonId
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.words import (
    GONE,
    HERE,
    Change,
    Decision,
    Moment,
    Record,
    Refusal,
    SeatDevice,
    Seen,
    Undo,
    Wish,
    added,
    changed,
)

NAME_LONGEST = 80
"""The most code points a name, an organisation or a country may have."""

MOST_AT_ONCE = 2000
"""The most people that are put on the list at once."""


@dataclass(frozen=True, slots=True)
class Person(Record[PersonId]):
    """Somebody of this convening. `role` is guide or participant; `is_here` turns True when they take their seat."""

    name: str
    organisation: str = ""
    country: str = ""
    language: str = ""
    role: str = "participant"
    is_here: bool = False

    seen: ClassVar[Seen] = Seen.ROOM


@dataclass(frozen=True, slots=True)
class Contact(Record[PersonId]):
    """How a person is reached and what they agreed to: only on this laptop. `word` gives the seat back."""

    email: str = ""
    phone: str = ""
    consents: tuple[str, ...] = ()
    word: str = ""

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "person"}


@dataclass(frozen=True, slots=True)
class OnPaper(Record[PersonId]):
    """Somebody who takes part with paper cards since a moment (UTC ms). A phone of theirs may come back at any time."""

    since: int = 0

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "person"}


@dataclass(frozen=True, slots=True)
class AddPerson(Wish):
    """Put somebody on the list, or say anew who they are: their seat and its word stay theirs."""

    person: Person
    contact: Contact


@dataclass(frozen=True, slots=True)
class AddPeople(Wish):
    """Put a whole list on the list, at once: one undo takes it back."""

    people: tuple[AddPerson, ...]


@dataclass(frozen=True, slots=True)
class RemovePerson(Wish):
    """Take somebody off the list."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Join(Wish):
    """Take a seat with this phone. A name is optional; a name on the list takes that person's seat if it is free."""

    name: str = ""
    organisation: str = ""
    country: str = ""
    language: str = ""
    consents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejoin(Wish):
    """Take the same seat again with the word that the first phone was given."""

    word: str


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Wish):
    """I read the page in this language from now on."""

    language: str


@dataclass(frozen=True, slots=True)
class Leave(Wish):
    """I am done for today."""


WISHES: tuple[type[Wish], ...] = (AddPerson, AddPeople, RemovePerson, Join, Rejoin, ChooseLanguage, Leave)

OPEN_TO_ALL: frozenset[type[Wish]] = frozenset((Join, Rejoin, ChooseLanguage, Leave))


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about people.

    Raises Refusal: person.none_such, person.name_too_long, person.too_many, person.wrong_word,
    person.seated_already, text.empty.
    """
    match wish:
        case AddPerson():
            return Decision("person.added", _listed(records, wish, moment))
        case AddPeople(people):
            if len(people) > MOST_AT_ONCE:
                raise Refusal("person.too_many", most=MOST_AT_ONCE)
            # Two lines about one person are one person, as the last line has it.
            once = {one.person.id or f"new {number}": one for number, one in enumerate(people)}
            return Decision(
                "person.list_added", tuple(c for one in once.values() for c in _listed(records, one, moment))
            )
        case RemovePerson(person):
            return Decision("person.removed", removal(records, _person(records, person)))
        case Join():
            return _join(records, wish, moment)
        case Rejoin(word):
            return _rejoin(records, word)
        case ChooseLanguage(language):
            reader, spoken = _person(records, moment.by), _short(language)
            chosen = (changed(reader, language=spoken),) if spoken != reader.language else ()
            return Decision("person.language_chosen", chosen, Undo.NO)
        case Leave():
            return Decision("person.left", (changed(_person(records, moment.by), is_here=False),), Undo.NO)
    raise Refusal("wish.unknown")


def _listed(records: Records, wish: AddPerson, moment: Moment) -> tuple[Change, ...]:
    person, contact = wish.person, wish.contact
    if is_forgotten(records, person.id):
        raise Refusal("person.none_such")
    known = records[Person].get(person.id)
    seat = records[Contact].get(person.id)
    clean = replace(
        person,
        id=person.id or PersonId(moment.new_id()),
        name=_short(person.name),
        organisation=_short(person.organisation),
        country=_short(person.country),
        is_here=person.is_here or (known is not None and known.is_here),
    )
    reached = replace(contact, id=clean.id, word=contact.word or (seat.word if seat is not None else ""))
    return (*stated(records, clean), *stated(records, reached))


def here(records: Records) -> int:
    """How many have taken their seat."""
    return sum(person.is_here for person in records[Person].values())


def is_forgotten(records: Records, person: str) -> bool:
    """Whether nothing is known of somebody any more, and never will be again."""
    rests = records.resting("person").get(person, {})
    return bool(rests.get(GONE)) and not rests.get(HERE)


def name_of(records: Records, person: str) -> str:
    """The name of somebody, "" for nobody or the facilitator at the laptop."""
    found = records[Person].get(person)
    return found.name if found is not None else ""


def _join(records: Records, wish: Join, moment: Moment) -> Decision:
    if moment.by == HOST or moment.by in records[Person]:
        raise Refusal("person.seated_already")
    said = {
        "organisation": _short(wish.organisation),
        "country": _short(wish.country),
        "language": _short(wish.language),
    }
    name = _short(wish.name)
    listed = _free_seat(records, name)
    if listed is not None:
        person = listed.id
        change = changed(listed, is_here=True, **{key: value for key, value in said.items() if value})
        known = records[Contact].get(person, Contact(person))
    else:
        person = PersonId(moment.new_id())
        change = added(Person(person, name, is_here=True, **said))
        known = Contact(person)
    contact = Contact(person, known.email, known.phone, wish.consents or known.consents, _word(moment))
    return Decision("person.joined", (change, *stated(records, contact)), Undo.NO, (SeatDevice(person),))


def _free_seat(records: Records, name: str) -> Person | None:
    if not name:
        return None
    same = [p for p in records[Person].values() if p.name.casefold() == name.casefold() and not p.is_here]
    # Who has sat here before has a word; only that word gives the seat back.
    free = [p for p in same if not records[Contact].get(p.id, Contact(p.id)).word]
    return free[0] if len(free) == 1 else None


def _rejoin(records: Records, word: str) -> Decision:
    wanted = _letters(word)
    for contact in records[Contact].values():
        if wanted and _letters(contact.word) == wanted and (person := records[Person].get(contact.id)) is not None:
            return Decision("person.rejoined", (changed(person, is_here=True),), Undo.NO, (SeatDevice(person.id),))
    raise Refusal("person.wrong_word")


def _letters(word: str) -> str:
    """A word as it counts: people type it as one, and keyboards put capitals, hyphens and full stops into it."""
    return "".join(letter for letter in word.casefold() if letter.isalnum())


def _word(moment: Moment) -> str:
    """Make the word of a seat: 4 + 4 letters that are read aloud without doubt, from what nobody else knows."""
    letters = "bcdfghjkmnpqrstvwxz"
    number = moment.secret
    picked = []
    for _ in range(8):
        number, rest = divmod(number, len(letters))
        picked.append(letters[rest])
    return "".join(picked[:4]) + " " + "".join(picked[4:])


def _person(records: Records, person: PersonId) -> Person:
    found = records[Person].get(person)
    if found is None:
        raise Refusal("person.none_such")
    return found


def _short(text: str) -> str:
    if not text.strip():
        return ""
    clean = proper(text).replace("\n", " ")
    if len(clean) > NAME_LONGEST:
        raise Refusal("person.name_too_long", longest=NAME_LONGEST)
    return clean
