"""A list of people pasted from a spreadsheet or typed: one line each, columns parted by tabs."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 500
"""How many lines are read at once."""


@dataclass(frozen=True, slots=True)
class PastedPerson:
    """One line of the list. What the line does not say is empty."""

    name: str
    organisation: str = ""
    country: str = ""
    language: str = ""
    email: str = ""


def people_in(text: str) -> tuple[PastedPerson, ...]:
    """Read name, organisation, country, language and e-mail from each line; a line without a name is left out.

    Columns are parted by tabs, or by semicolons where there is no tab. An e-mail is known by its @, wherever it stands.
    """
    found = (_person(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:MOST])
    return tuple(person for person in found if person.name)


def _person(line: str) -> PastedPerson:
    cells = [cell.strip() for cell in line.split("\t" if "\t" in line else ";")]
    email = next((cell for cell in cells[1:] if "@" in cell), "")
    rest = [cell for cell in cells if cell != email or not email]
    name, organisation, country, language, *_more = [*rest, "", "", "", ""]
    return PastedPerson(name, organisation, country, language, email)
