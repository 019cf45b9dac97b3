"""Seats, as the facilitator keeps them in order."""

from __future__ import annotations

from facilitator.convening.ids import HOST, PersonId
from facilitator.convening.people import Contact, Person
from facilitator.convening.room import RoomView
from facilitator.convening.seats import Muted, MutePerson, RenamePerson, TakeSeat, UnmutePerson
from facilitator.convening.words import Role
from tests.convening.given import AMINA, CONVENING, TOMAS, Room, refused

SEATED = Person(AMINA, "Amina", is_here=True)


def seated() -> Room:
    return Room(CONVENING, SEATED, Contact(AMINA, word="rubi moss"))


def test_somebody_is_called_otherwise_everywhere() -> None:
    room = seated()

    room.when(RenamePerson(AMINA, "Amina Yusuf"), by=HOST)

    assert room.records[Person][AMINA].name == "Amina Yusuf"
    with refused("person.name_too_long"):
        room.when(RenamePerson(AMINA, "a" * 81), by=HOST)


def test_a_hushed_phone_is_known_to_the_desk_alone_and_can_speak_again() -> None:
    room = seated()

    room.when(MutePerson(AMINA), by=HOST)
    hushed, shown = tuple(room.records[Muted]), RoomView(()).of(room.records)
    room.when(UnmutePerson(AMINA), by=HOST)

    assert hushed == (AMINA,)
    assert "muted" not in shown.kinds
    assert not room.records[Muted]


def test_a_seat_that_is_taken_away_keeps_the_person_and_their_words_open_nothing() -> None:
    room = seated()

    room.when(TakeSeat(AMINA), by=HOST)

    assert not room.records[Person][AMINA].is_here
    assert room.records[Contact][AMINA].word == ""


def test_nobody_but_a_guide_keeps_seats_in_order() -> None:
    for wish in (MutePerson(TOMAS), TakeSeat(TOMAS), RenamePerson(TOMAS, "T"), UnmutePerson(TOMAS)):
        with refused("person.none_such"):
            seated().when(wish, by=HOST)
        with refused("wish.guides_only"):
            seated().when(wish, by=PersonId("tomas"), role=Role.PARTICIPANT)
