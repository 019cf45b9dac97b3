"""Who the lines of a table are: new, on the list already, twice in the table, or in trouble; and the wish for all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from facilitator.console.people_import.columns import Line, Meaning, plain
from facilitator.convening.cards import proper
from facilitator.convening.ids import PersonId
from facilitator.convening.people import NAME_LONGEST, AddPeople, AddPerson, Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.words import Refusal
from facilitator.i18n import _

_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_GUIDES = {"guide", "facilitator", "facilitatrice", "facilitateur", "animateur", "animatrice", "host", "moderator"}


class Standing(Enum):
    """How a line stands. KNOWN is on the list already, TWICE is in the table before, TROUBLE cannot be added."""

    NEW = "new"
    KNOWN = "known"
    TWICE = "twice"
    TROUBLE = "trouble"


class Known(Enum):
    """What becomes of those who are on the list already."""

    SKIP = "skip"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Matched:
    """One line of the table as a person. `why` says in words what keeps it from being new, "" for nothing."""

    number: int
    person: Person
    contact: Contact
    standing: Standing = Standing.NEW
    why: str = ""


def matched(
    lines: Sequence[Line], numbers: Sequence[int], meanings: Sequence[Meaning], records: Records
) -> tuple[Matched, ...]:
    """Say of each line who it is. A person is known by the same e-mail, else by name and organisation."""
    known = _index(records)
    seen: dict[str, int] = {}
    found = []
    for number, line in zip(numbers, lines, strict=True):
        one = _read(number, line, meanings)
        if one.standing is not Standing.TROUBLE:
            one = _placed(one, known, seen, records)
            for mark in _marks(one.person, one.contact):
                seen.setdefault(mark, number)
        found.append(one)
    return tuple(found)


def wish_for(found: Iterable[Matched], known: Known) -> AddPeople:
    """The one wish that adds who is new and, if asked, says anew who is on the list already."""
    wanted = {Standing.NEW} | ({Standing.KNOWN} if known is Known.UPDATE else set())
    return AddPeople(tuple(AddPerson(one.person, one.contact) for one in found if one.standing in wanted))


def _read(number: int, line: Line, meanings: Sequence[Meaning]) -> Matched:
    said: dict[Meaning, str] = dict(zip(meanings, line, strict=True))

    def word(meaning: Meaning) -> str:
        return said.get(meaning, "")

    name = word(Meaning.NAME) or f"{word(Meaning.FIRST)} {word(Meaning.LAST)}".strip()
    role = "guide" if set(plain(word(Meaning.ROLE)).split()) & _GUIDES else "participant"
    person = Person(PersonId(""), name, word(Meaning.ORGANISATION), word(Meaning.COUNTRY), word(Meaning.LANGUAGE), role)
    one = Matched(number, person, Contact(PersonId(""), word(Meaning.EMAIL), word(Meaning.PHONE)))
    trouble = _trouble(one)
    return replace(one, standing=Standing.TROUBLE, why=trouble) if trouble else one


def _trouble(one: Matched) -> str:
    person, contact = one.person, one.contact
    try:
        proper(person.name)
    except Refusal as refusal:
        if refusal.code == "text.empty":
            return _("No name")
    for text, what in (
        (person.name, _("The name is too long")), (person.organisation, _("The organisation is too long")),
        (person.country, _("The country is too long")), (person.language, _("The language is too long")),
        (contact.email, _("The e-mail is too long")), (contact.phone, _("The phone number is too long")),
    ):  # fmt: skip
        if len(unicodedata.normalize("NFC", text)) > NAME_LONGEST:
            return what
    if contact.email and not _MAIL.fullmatch(contact.email):
        return _("This is no e-mail address")
    return ""


def _placed(one: Matched, known: dict[str, str], seen: dict[str, int], records: Records) -> Matched:
    marks = _marks(one.person, one.contact)
    for mark in marks:
        if mark in seen:
            return replace(one, standing=Standing.TWICE, why=_("Same as line {number}").format(number=seen[mark]))
    for mark in marks:
        if (key := known.get(mark)) is not None:
            why = _("On the list: same e-mail") if "@" in mark else _("On the list: same name and organisation")
            return replace(_over(one, key, records), standing=Standing.KNOWN, why=why)
    return one


def _over(one: Matched, key: str, records: Records) -> Matched:
    """The known person with what the line adds or says anew; what it leaves empty stays."""
    before = records[Person][PersonId(key)]
    reached = records[Contact].get(PersonId(key), Contact(before.id))
    said = {
        name: value for name in ("name", "organisation", "country", "language") if (value := getattr(one.person, name))
    }
    contact = {name: value for name in ("email", "phone") if (value := getattr(one.contact, name))}
    return replace(one, person=replace(before, **said), contact=replace(reached, **contact))


def _index(records: Records) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in records[Person].values():
        for mark in _marks(person, records[Contact].get(person.id, Contact(person.id))):
            found.setdefault(mark, person.id)
    return found


def _marks(person: Person, contact: Contact) -> tuple[str, ...]:
    """By what a person is known again, the surest first. Who has no name at all is known by an e-mail only."""
    mail = (f"@ {contact.email.casefold()}",) if contact.email else ()
    name = plain(person.name)
    return (*mail, f"{name} / {plain(person.organisation)}") if name else mail
