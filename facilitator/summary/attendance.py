"""Who was in the room, as far as an edition may say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.kit.pdf.look import Edition

LIST_CONSENT = "list"
"""The consent to stand in the list by name. Source: practice, rule PR4: none is assumed."""

GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Counts, and the names that may be printed: (country, names) in the order people came, and guides."""

    people: int
    countries: int
    named: tuple[tuple[str, tuple[str, ...]], ...]
    unnamed: int
    guides: tuple[str, ...]


def attendance(records: Records, edition: Edition) -> Attendance:
    """Say who was here. `records` are the desk's: consents stay there. Source: practice, rule HV8."""
    here = present(records)
    named = [person for person in here if person.name and may_be_named(records, person, edition)]
    by_country: dict[str, list[str]] = defaultdict(list)
    for person in named:
        if person.role != GUIDE:
            by_country[person.country].append(person.name)
    return Attendance(
        people=len(here),
        countries=len({person.country for person in here if person.country}),
        named=tuple((country, tuple(names)) for country, names in by_country.items()),
        unnamed=len(here) - len(named),
        guides=tuple(person.name for person in named if person.role == GUIDE),
    )


def present(records: Records) -> list[Person]:
    """Give those who took a seat at some time; everybody on the list where no seats were taken."""
    contacts = records[Contact]
    everybody = list(records[Person].values())
    # Whoever left early is no longer here, but their seat was given a word when they came.
    came = [person for person in everybody if person.is_here or _has_word(contacts.get(person.id))]
    return came or everybody


def _has_word(contact: Contact | None) -> bool:
    return contact is not None and contact.word != ""


def may_be_named(records: Records, person: Person, edition: Edition) -> bool:
    """Whether an edition may print somebody's name. `records` are the desk's. Source: practice, PR4 and HV8."""
    if edition is Edition.FUNDER:
        return False
    if edition is Edition.FACILITATOR:
        return True
    contact = records[Contact].get(person.id)
    return contact is not None and LIST_CONSENT in contact.consents
