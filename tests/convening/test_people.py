"""People: on the list, in their seat, and back in it by a word."""

from __future__ import annotations

import pytest

from facilitator.convening.ids import HOST, PersonId, WishId
from facilitator.convening.people import (
    MOST_AT_ONCE,
    AddPeople,
    AddPerson,
    ChooseLanguage,
    Contact,
    Join,
    Leave,
    Person,
    Rejoin,
    RemovePerson,
    decide,
    here,
    name_of,
)
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role, SeatDevice
from tests.convening.given import AMINA, CONVENING, TOMAS, Room, given, refused

NOBODY = PersonId("")
LISTED = (Person(AMINA, "Amina", "River Trust", "Kenya"), Person(TOMAS, "Tomás"))


def listed() -> Room:
    return Room(CONVENING, *LISTED, Contact(AMINA, "amina@example.org", consents=("photo",)))


def join(room: Room, name: str, organisation: str = "", country: str = "", language: str = "") -> None:
    room.when(Join(name, organisation, country, language), by=NOBODY, role=Role.PARTICIPANT)


def test_a_name_on_the_list_takes_that_seat_whatever_its_case_and_keeps_what_is_known() -> None:
    room = listed()
    join(room, "AMINA", "", "", "fr")

    assert room.records[Person][AMINA] == Person(AMINA, "Amina", "River Trust", "Kenya", "fr", is_here=True)
    contact = room.records[Contact][AMINA]
    assert (contact.email, contact.consents) == ("amina@example.org", ("photo",))
    assert len(contact.word) == 9
    assert here(room.records) == 1


def test_a_seat_that_is_taken_or_was_taken_is_not_given_by_name() -> None:
    room = listed()
    join(room, "Amina")
    join(room, "Amina")
    assert len(room.records[Person]) == 3
    room.when(Leave(), by=AMINA)
    join(room, "Amina")

    assert len(room.records[Person]) == 4
    assert not room.records[Person][AMINA].is_here


def test_two_of_the_same_name_each_get_a_seat_of_their_own() -> None:
    room = Room(CONVENING, Person(AMINA, "Kim"), Person(TOMAS, "Kim"))
    join(room, "Kim")

    assert len(room.records[Person]) == 3


def test_a_name_is_optional_and_not_too_long() -> None:
    room = listed()
    join(room, " ")
    assert here(room.records) == 1
    join(room, "x" * 80, "a\nb")
    assert [p.organisation for p in room.records[Person].values()][-1] == "a b"

    with refused("person.name_too_long", longest=80):
        join(room, "x" * 81)
    with refused("person.seated_already"):
        room.when(Join("again"), by=AMINA)


@pytest.mark.parametrize("how", ["  {} ", "{}.", "“{}”"])
@pytest.mark.parametrize("between", ["   ", "", "-", "\u00a0", " . "])
def test_the_word_gives_the_seat_back_however_it_is_typed(how: str, between: str) -> None:
    room = listed()
    join(room, "Amina")
    room.when(Leave(), by=AMINA)
    word = room.records[Contact][AMINA].word

    decision = decide(
        room.records,
        Rejoin(how.format(word.upper().replace(" ", between))),
        Moment(NOBODY, Role.PARTICIPANT, 0, "room", WishId("w")),
    )

    assert decision.effects == (SeatDevice(AMINA),)
    room.when(Rejoin(word), by=NOBODY, role=Role.PARTICIPANT)
    assert room.records[Person][AMINA].is_here


@pytest.mark.parametrize("word", ["", "  ", " -. ", "bcdf ghjk"])
def test_a_wrong_word_gives_nothing(word: str) -> None:
    room = listed()
    with refused("person.wrong_word"):
        room.when(Rejoin(word), by=NOBODY, role=Role.PARTICIPANT)


def test_the_word_of_somebody_taken_off_the_list_gives_nothing() -> None:
    room = Room(CONVENING, Contact(AMINA, word="bcdf ghjk"))

    with refused("person.wrong_word"):
        room.when(Rejoin("bcdf ghjk"), by=NOBODY, role=Role.PARTICIPANT)


def test_somebody_reads_in_another_language_from_now_on() -> None:
    room = listed()
    room.when(Join("Amina", language="en"), by=NOBODY)

    room.when(ChooseLanguage("fr"), by=AMINA)

    assert room.records[Person][AMINA].language == "fr"
    with refused("person.none_such"):
        room.when(ChooseLanguage("fr"), by=NOBODY)


def test_the_list_is_kept_by_the_facilitator_and_never_unseats() -> None:
    room = listed()
    join(room, "Amina")
    word = room.records[Contact][AMINA].word

    room.when(AddPerson(Person(AMINA, " Amina W. "), Contact(NOBODY, "new@example.org")))
    new = PersonId(room.when(AddPerson(Person(NOBODY, "Noor"), Contact(NOBODY))))

    assert room.records[Person][AMINA] == Person(AMINA, "Amina W.", is_here=True)
    assert room.records[Contact][AMINA] == Contact(AMINA, "new@example.org", word=word)
    assert name_of(room.records, new) == "Noor"
    room.when(RemovePerson(new))
    assert (name_of(room.records, new), name_of(room.records, HOST)) == ("", "")
    assert new not in room.records[Contact]
    with refused("person.none_such"):
        room.when(RemovePerson(new))
    with refused("wish.guides_only"):
        room.when(RemovePerson(AMINA), by=TOMAS)


def test_a_whole_list_comes_at_once_and_one_undo_takes_it_back() -> None:
    room = listed()
    before = room.records
    noor, twice = AddPerson(Person(NOBODY, " Noor "), Contact(NOBODY, "n@example.org")), Person(TOMAS, "Tomás R.")
    said = room.when(
        AddPeople((noor, noor, AddPerson(twice, Contact(TOMAS)), AddPerson(twice, Contact(TOMAS, "t@x.org"))))
    )

    assert [person.name for person in room.records[Person].values()] == ["Amina", "Tomás R.", "Noor", "Noor"]
    assert room.records[Contact][TOMAS].email == "t@x.org"
    assert room.records[Contact][PersonId(said)].email == "n@example.org"
    room.undo()
    assert room.records[Person] == before[Person]
    assert room.records[Contact] == before[Contact]


def test_one_bad_line_or_too_many_lines_add_nobody() -> None:
    room = listed()
    noor = AddPerson(Person(NOBODY, "Noor"), Contact(NOBODY))

    with refused("person.name_too_long"):
        room.when(AddPeople((noor, AddPerson(Person(NOBODY, "x" * 81), Contact(NOBODY)))))
    with refused("person.too_many", most=MOST_AT_ONCE):
        room.when(AddPeople((noor,) * (MOST_AT_ONCE + 1)))
    assert len(room.records[Person]) == 2


def test_a_list_is_not_taken_back_from_somebody_who_has_come_since() -> None:
    room = listed()
    room.when(AddPeople((AddPerson(Person(NOBODY, "Noor"), Contact(NOBODY)),)))
    join(room, "Noor")

    with refused("undo.changed_since"):
        room.undo()


def test_other_wishes_are_none_of_the_peoples() -> None:
    with refused("wish.unknown"):
        decide(given().records, BlankStage(), Moment(HOST, Role.GUIDE, 0, "room", WishId("w")))
