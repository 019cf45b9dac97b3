"""What the columns of a table of people mean, by their headings in English and French and by what they hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from facilitator.i18n import _

Line = tuple[str, ...]


class Meaning(Enum):
    """What a column says of a person."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    EMAIL = "email"
    PHONE = "phone"
    LANGUAGE = "language"
    ROLE = "role"
    IGNORE = "ignore"


_HEADINGS = {
    Meaning.NAME: (
        "name", "full name", "names", "participant", "participants", "participant name", "attendee", "person", "who",
        "nom complet", "nom et prenom", "noms et prenoms", "prenom et nom", "nom prenom", "prenom nom", "participante",
        "name and surname", "display name",
    ),
    Meaning.FIRST: ("first name", "firstname", "given name", "forename", "prenom", "prenoms", "first"),
    Meaning.LAST: ("last name", "lastname", "surname", "family name", "nom de famille", "last"),
    Meaning.ORGANISATION: (
        "organisation", "organization", "organisations", "org", "company", "institution", "employer", "affiliation",
        "organisme", "entreprise", "association", "societe", "structure", "ong", "ngo", "employeur",
    ),
    Meaning.COUNTRY: ("country", "pays", "nation", "country of residence", "pays de residence", "land"),
    Meaning.EMAIL: (
        "email", "e mail", "mail", "email address", "e mail address", "courriel", "adresse mail", "adresse e mail",
        "adresse email", "adresse courriel", "adresse electronique", "mel",
    ),
    Meaning.PHONE: (
        "phone", "phone number", "telephone", "tel", "mobile", "mobile phone", "cell", "cell phone", "portable", "gsm",
        "numero de telephone", "telephone portable", "whatsapp", "no de telephone",
    ),
    Meaning.LANGUAGE: ("language", "languages", "langue", "langues", "preferred language", "lang", "langue preferee"),
    Meaning.ROLE: ("role", "part", "qualite"),
    Meaning.IGNORE: ("no", "nr", "id", "number", "numero", "date", "timestamp", "horodateur", "notes", "remarques"),
}  # fmt: skip
_SAID = {heading: meaning for meaning, headings in _HEADINGS.items() for heading in headings}
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s().\-/]{6,}")
_IN_ORDER = (Meaning.NAME, Meaning.ORGANISATION, Meaning.COUNTRY, Meaning.LANGUAGE)


@dataclass(frozen=True, slots=True)
class Guess:
    """What the first look found: whether the first line is a heading, and what each column means."""

    has_heading: bool
    meanings: tuple[Meaning, ...]


def guess(lines: Sequence[Line]) -> Guess:
    """Look at a table. No meaning but IGNORE is given twice."""
    if not lines:
        return Guess(has_heading=False, meanings=())
    first = lines[0]
    has_heading = is_heading(first)
    body = lines[1:] if has_heading else lines
    found: list[Meaning | None] = [_SAID.get(plain(cell)) if has_heading else None for cell in first]
    if has_heading:
        _read_nom(first, found)
    found = [meaning or _by_content([line[at] for line in body]) for at, meaning in enumerate(found)]
    _once(found)
    if not has_heading:
        _by_order(found, body)
    if not {Meaning.NAME, Meaning.FIRST, Meaning.LAST} & set(found):
        _name_the_first(found, body)
    return Guess(has_heading, tuple(meaning or Meaning.IGNORE for meaning in found))


def is_heading(line: Line) -> bool:
    """Whether a line names columns: some cell is a heading, and none is an address or a telephone number."""
    holds = any(_MAIL.fullmatch(cell) or _PHONE.fullmatch(cell) for cell in line)
    named = [cell for cell in line if plain(cell) in _SAID or plain(cell) == "nom"]
    return not holds and len(named) * 2 >= sum(map(bool, line)) and bool(named)


def plain(text: str) -> str:
    """A heading without case, accents and signs: "E-Mail :" is "e mail"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.replace("_", " ")))


def meaning_words(meaning: Meaning) -> str:
    """A meaning in words."""
    return {
        Meaning.NAME: _("Name"),
        Meaning.FIRST: _("First name"),
        Meaning.LAST: _("Last name"),
        Meaning.ORGANISATION: _("Organisation"),
        Meaning.COUNTRY: _("Country"),
        Meaning.EMAIL: _("E-mail"),
        Meaning.PHONE: _("Phone"),
        Meaning.LANGUAGE: _("Language"),
        Meaning.ROLE: _("Role"),
        Meaning.IGNORE: _("Leave out"),
    }[meaning]


def _read_nom(first: Line, found: list[Meaning | None]) -> None:
    """French "nom" is the last name beside a first name, and the whole name alone."""
    for at, cell in enumerate(first):
        if plain(cell) == "nom":
            found[at] = Meaning.LAST if Meaning.FIRST in found else Meaning.NAME
    # "Name" beside "First name" is the last name too.
    if Meaning.FIRST in found and Meaning.LAST not in found and Meaning.NAME in found:
        found[found.index(Meaning.NAME)] = Meaning.LAST


def _by_content(cells: Sequence[str]) -> Meaning | None:
    there = [cell for cell in cells if cell]
    if there and sum(bool(_MAIL.fullmatch(cell)) for cell in there) * 2 > len(there):
        return Meaning.EMAIL
    if there and sum(bool(_PHONE.fullmatch(cell)) for cell in there) * 2 > len(there):
        return Meaning.PHONE
    return None


def _once(found: list[Meaning | None]) -> None:
    seen: set[Meaning] = set()
    for at, meaning in enumerate(found):
        if meaning in seen:
            found[at] = Meaning.IGNORE
        elif meaning is not None and meaning is not Meaning.IGNORE:
            seen.add(meaning)


def _by_order(found: list[Meaning | None], body: Sequence[Line]) -> None:
    """Without headings the columns stand as the hint beside the list asks: name, organisation, country, language."""
    left = [meaning for meaning in _IN_ORDER if meaning not in found]
    for at, meaning in enumerate(found):
        if meaning is None and left and any(line[at] for line in body):
            found[at] = left.pop(0)


def _name_the_first(found: list[Meaning | None], body: Sequence[Line]) -> None:
    for at, meaning in enumerate(found):
        if meaning is None and any(re.search(r"[^\W\d]", line[at]) for line in body):
            found[at] = Meaning.NAME
            return
