"""Who the lines of a table are, and the one wish that adds them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from facilitator.console.people_import.columns import Meaning
from facilitator.console.people_import.matching import Known, Matched, Standing, matched, wish_for
from facilitator.convening.ids import PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.records import Records
from facilitator.convening.words import added
from tests.convening.given import AMINA, BOOK, CONVENING, Room

COLUMNS = (Meaning.NAME, Meaning.ORGANISATION, Meaning.EMAIL, Meaning.PHONE, Meaning.ROLE)
LISTED = (
    Person(AMINA, "Amina Wanjiru", "River Trust", "Kenya", "sw", is_here=True),
    Contact(AMINA, "amina@example.org", "1", ("photo",), "bcdf ghjk"),
)


def look(*lines: str, meanings: Sequence[Meaning] = COLUMNS) -> tuple[Matched, ...]:
    records = Records(BOOK.kinds).after(added(record) for record in LISTED)
    cells = [tuple((line.split(";") + [""] * len(meanings))[: len(meanings)]) for line in lines]
    return matched(cells, range(2, len(cells) + 2), meanings, records)


def standings(*lines: str) -> list[tuple[str, str]]:
    return [(one.standing.value, one.why) for one in look(*lines)]


def test_somebody_is_known_by_the_e_mail_else_by_name_and_organisation() -> None:
    assert standings("A. W.;;AMINA@example.org", "amina  WANJIRU;River trust", "Amina Wanjiru;Elsewhere", "Noor") == [
        ("known", "On the list: same e-mail"),
        ("known", "On the list: same name and organisation"),
        ("new", ""),
        ("new", ""),
    ]


def test_who_stands_twice_in_the_table_comes_once() -> None:
    assert standings("Noor;A;n@example.org", "Noor K.;;N@EXAMPLE.ORG", "Noor;a", "Nguyễn;A", "Nguyen;A")[1:] == [
        ("twice", "Same as line 2"),
        ("twice", "Same as line 2"),
        ("new", ""),
        ("twice", "Same as line 5"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "No name"), (";River Trust", "No name"), ("\u200b", "No name"), ("x" * 81, "The name is too long"),
        ("Noor;" + "x" * 81, "The organisation is too long"), ("Noor;;noor at home", "This is no e-mail address"),
        ("Noor;;" + "n@example.org" * 9, "The e-mail is too long"), ("Noor;;;" + "1" * 81, "The phone number is too long"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_is_told_plainly(line: str, why: str) -> None:
    assert standings(line) == [("trouble", why)]


def test_first_and_last_name_are_one_and_a_guide_is_known_in_either_language() -> None:
    found = look("Amina;Wanjiru;Animatrice", meanings=(Meaning.FIRST, Meaning.LAST, Meaning.ROLE))

    assert (found[0].person.name, found[0].person.role) == ("Amina Wanjiru", "guide")
    assert look("Noor;;;;Director")[0].person.role == "participant"


def test_a_column_that_is_left_out_says_nothing() -> None:
    found = look("Amina;secret", meanings=(Meaning.NAME, Meaning.IGNORE))

    assert "secret" not in repr(found)


def test_known_people_stay_as_they_are_unless_they_are_to_be_updated() -> None:
    found = look("Amina W.;;amina@example.org;2", "Noor;Pumps")
    room = Room(CONVENING, *LISTED)

    assert [one.person.name for one in wish_for(found, Known.SKIP).people] == ["Noor"]
    room.when(wish_for(found, Known.UPDATE))

    assert room.records[Person][AMINA] == Person(AMINA, "Amina W.", "River Trust", "Kenya", "sw", is_here=True)
    assert room.records[Contact][AMINA] == Contact(AMINA, "amina@example.org", "2", ("photo",), "bcdf ghjk")
    assert [person.name for person in room.records[Person].values()] == ["Amina W.", "Noor"]


def test_whoever_can_be_added_is_taken_by_the_ground() -> None:
    found = look(*(f"Person {n};Org;p{n}@example.org" for n in range(500)), "x" * 80, "أمل;جمعية")
    room = Room(CONVENING)

    room.when(wish_for(found, Known.SKIP))

    assert {one.standing for one in found} == {Standing.NEW}
    assert len(room.records[Person]) == 502
    assert all(key != PersonId("") for key in room.records[Person])
