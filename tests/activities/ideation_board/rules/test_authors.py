"""Whose ideas these are: nobody is named who did not say so of that very idea, on a board that shows authors."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.rules import (
    AddIdea,
    HideAuthors,
    HoldIdea,
    MergeIdeas,
    RemoveIdea,
    RevealBoard,
    ShowAuthors,
    Signature,
    SignIdea,
    SplitIdea,
    UnsignIdea,
    asked_with_name,
    authors,
)
from facilitator.convening.cards import Card
from facilitator.convening.forgetting import ForgetPerson
from facilitator.convening.ids import HOST, CardId, PersonId
from facilitator.convening.people import AddPerson, Contact, Person
from facilitator.convening.words import added
from tests.convening.given import AMINA, BOARD, TOMAS, Room, given, refused

SIGNED = AddIdea("Rotate who leads us", "phone", is_signed=True)


@pytest.fixture
def room() -> Room:
    room = given()
    room.when(ShowAuthors(), at=BOARD.id)
    return room


def sent(room: Room, wish: AddIdea = SIGNED, by: PersonId = AMINA) -> CardId:
    return CardId(room.when(wish, by=by, at=BOARD.id))


def test_no_author_is_shown_unless_somebody_decides_so() -> None:
    """BD4."""
    room = given()
    idea = sent(room)
    room.when(RevealBoard(), at=BOARD.id)

    room.when(ShowAuthors(), at=BOARD.id)

    # The phone said that no names are seen when this was written: that holds.
    assert not authors(room.records, BOARD.id)
    assert not room.records[Signature]
    assert room.seen[Card][idea].by == ""


def test_the_room_reads_the_names_of_those_who_signed_once_their_idea_is_shown(room: Room) -> None:
    """PR1. PR3."""
    hers = sent(room)
    his = sent(room, AddIdea("Share the map", "phone"), TOMAS)
    typed = CardId(room.when(AddIdea("Typed here", is_signed=True), at=BOARD.id))
    assert not room.seen[Signature]

    room.when(RevealBoard(), at=BOARD.id)

    assert authors(room.seen, BOARD.id) == {hers: "Amina"}
    assert not {his, typed} & set(room.seen[Signature])
    room.when(HoldIdea(hers), at=BOARD.id)
    assert not room.seen[Signature]


def test_hidden_names_leave_the_room_at_once_and_come_back_with_undo(room: Room) -> None:
    hers = sent(room)
    room.when(RevealBoard(), at=BOARD.id)
    room.when(HideAuthors(), at=BOARD.id)

    assert not room.seen[Signature]
    assert not authors(room.records, BOARD.id)
    room.undo()
    assert authors(room.seen, BOARD.id) == {hers: "Amina"}


def test_a_name_is_taken_off_and_put_back_by_whoever_it_belongs_to(room: Room) -> None:
    hers = sent(room)
    room.when(RevealBoard(), at=BOARD.id)

    for other in (TOMAS, HOST):
        with refused("card.not_yours"):
            room.when(SignIdea(hers), by=other, at=BOARD.id)
    with refused("card.not_yours"):
        room.when(UnsignIdea(hers), by=TOMAS, at=BOARD.id)
    room.when(UnsignIdea(hers), by=AMINA, at=BOARD.id)
    assert not authors(room.seen, BOARD.id)
    room.when(SignIdea(hers), by=AMINA, at=BOARD.id)
    assert authors(room.seen, BOARD.id) == {hers: "Amina"}
    # The facilitator may take a name away, never add one.
    room.when(UnsignIdea(hers), at=BOARD.id)
    assert not authors(room.records, BOARD.id)


def test_a_name_is_not_put_where_none_is_seen_or_none_was_given(room: Room) -> None:
    nobody = PersonId("nobody")
    room.records = room.records.after((added(Person(nobody, "", is_here=True)),))
    hers, unsigned = sent(room), sent(room, SIGNED, nobody)

    assert unsigned not in room.records[Signature]
    with refused("board.no_name"):
        room.when(SignIdea(unsigned), by=nobody, at=BOARD.id)
    room.when(HideAuthors(), at=BOARD.id)
    with refused("board.shows_no_names"):
        room.when(SignIdea(hers), by=AMINA, at=BOARD.id)
    with refused("board.no_such_card"):
        room.when(SignIdea(CardId("nowhere")), by=AMINA, at=BOARD.id)


def test_each_wording_keeps_its_own_author_through_a_merge_and_back(room: Room) -> None:
    """BD3."""
    hers, his = sent(room), sent(room, AddIdea("Rotate the chair", "phone", is_signed=True), TOMAS)
    room.when(RevealBoard(), at=BOARD.id)
    together = CardId(room.when(MergeIdeas((hers, his), "Take turns"), at=BOARD.id))

    assert authors(room.seen, BOARD.id) == {hers: "Amina", his: "Tomas"}

    room.when(SplitIdea(together), at=BOARD.id)
    assert authors(room.seen, BOARD.id) == {hers: "Amina", his: "Tomas"}


def test_a_name_goes_with_its_idea_and_with_whoever_is_forgotten(room: Room) -> None:
    """PR8."""
    hers, his = sent(room), sent(room, SIGNED, TOMAS)
    room.when(RevealBoard(), at=BOARD.id)

    room.when(RemoveIdea(hers), by=AMINA, at=BOARD.id)
    room.when(ForgetPerson(TOMAS))

    assert hers not in room.records[Signature]
    assert his in room.seen[Card]
    assert not authors(room.records, BOARD.id)


def test_whoever_agreed_to_be_quoted_by_name_is_asked_with_the_name_filled_in(room: Room) -> None:
    """PR4: none is assumed."""
    assert not asked_with_name(room.records)

    for who, agreed in ((AMINA, ("quotation", "name")), (TOMAS, ("name",))):
        room.when(AddPerson(room.records[Person][who], Contact(who, consents=agreed)))

    assert asked_with_name(room.records) == {AMINA}
