"""Seats, as the facilitator keeps them in order."""

from __future__ import annotations

from typing import Any

from facilitator.convening.agenda import Block
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound
from facilitator.convening.cards import Card
from facilitator.convening.ids import HOST, BlockId, CardId, PersonId, RoundId
from facilitator.convening.people import Contact, OnPaper, Person
from facilitator.convening.room import RoomView
from facilitator.convening.seats import (
    AddSeat,
    MoveSeat,
    MoveToPaper,
    MoveToPhone,
    Muted,
    MutePerson,
    RenamePerson,
    TakeSeat,
    UnmutePerson,
)
from facilitator.convening.words import Record, Role
from tests.convening.given import AMINA, BOARD, CONVENING, TOMAS, VOTE, WEI, Room, refused

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


def test_somebody_without_a_phone_gets_a_seat_on_paper_and_may_take_a_phone_later() -> None:
    room = Room(CONVENING)

    room.when(AddSeat("  Moussa Sarr "), by=HOST)
    moussa = next(iter(room.records[Person].values()))
    on_paper = tuple(room.records[OnPaper])
    room.when(MoveToPhone(moussa.id), by=HOST)

    assert (moussa.name, moussa.is_here, on_paper) == ("Moussa Sarr", True, (moussa.id,))
    assert not room.records[OnPaper]
    with refused("text.empty"):
        room.when(AddSeat("   "), by=HOST)
    with refused("person.name_too_long"):
        room.when(AddSeat("a" * 81), by=HOST)


def test_one_undo_takes_a_seat_on_paper_back() -> None:
    room = seated()

    room.when(MoveToPaper(AMINA), by=HOST)
    assert tuple(room.records[OnPaper]) == (AMINA,)
    room.undo(HOST)

    assert not room.records[OnPaper]
    assert room.records[Person][AMINA].is_here


def test_a_seat_on_paper_is_known_to_the_desk_alone_and_keeps_the_word_of_its_phone() -> None:
    room = Room(CONVENING, Person(AMINA, "Amina"), Contact(AMINA, word="rubi moss"))

    room.when(MoveToPaper(AMINA), by=HOST)

    assert room.records[Person][AMINA].is_here
    assert room.records[Contact][AMINA].word == "rubi moss"
    assert "on_paper" not in RoomView(()).of(room.records).kinds


def twice(*more: Record[Any]) -> Room:
    """Amina came back with an empty phone and took a second seat, without a name."""
    again = Person(WEI, "", is_here=True), Contact(WEI, word="a b")
    return Room(CONVENING, BOARD, VOTE, Person(AMINA, "Amina"), *again, *more)


def test_a_phone_gets_its_earlier_seat_back_and_the_seat_taken_by_mistake_leaves_the_list() -> None:
    room = twice()
    room.when(MoveToPaper(AMINA), by=HOST)

    room.when(MoveSeat(WEI, AMINA), by=HOST)

    assert room.records[Person][AMINA].is_here
    assert WEI not in room.records[Person]
    assert WEI not in room.records[Contact]
    assert not room.records[OnPaper]


def test_a_seat_that_wrote_something_stays_with_what_it_wrote() -> None:
    room = twice(Card(CardId("idea"), "Trust", by=WEI))

    room.when(MoveSeat(WEI, AMINA), by=HOST)

    assert not room.records[Person][WEI].is_here
    assert room.records[Contact][WEI].word == ""
    assert room.records[Card][CardId("idea")].by == WEI


def test_who_leads_a_block_stays_on_the_list() -> None:
    leads = Block(BlockId("b"), "Circle", "plain", roles=(f"scribe:{WEI}",))
    room = Room(CONVENING, leads, Person(AMINA, "Amina"), Person(WEI, "", is_here=True))

    room.when(MoveSeat(WEI, AMINA), by=HOST)

    assert WEI in room.records[Person]


def test_nobody_votes_twice_by_moving_to_another_seat() -> None:
    room = twice(Card(CardId("a"), "Trust"), Card(CardId("b"), "Time"))
    round_ = RoundId(room.when(OpenRound(("a", "b"), 2, 2), at=VOTE.id))
    room.when(CastBallot(round_, 1, ("a",)), by=WEI, at=VOTE.id, role=Role.PARTICIPANT)

    with refused("person.has_voted"):
        room.when(MoveSeat(WEI, AMINA), by=HOST)
    room.when(CloseRound(round_), by=HOST, at=VOTE.id)
    with refused("person.has_voted"):
        room.when(MoveSeat(WEI, AMINA), by=HOST)
    room.when(RevealRound(round_), by=HOST, at=VOTE.id)
    room.when(MoveSeat(WEI, AMINA), by=HOST)

    assert room.records[Person][AMINA].is_here


def test_a_seat_moves_to_another_seat_that_is_there() -> None:
    with refused("person.same_seat"):
        twice().when(MoveSeat(WEI, WEI), by=HOST)
    for wish in (MoveSeat(TOMAS, WEI), MoveSeat(WEI, TOMAS), MoveToPaper(TOMAS), MoveToPhone(TOMAS)):
        with refused("person.none_such"):
            twice().when(wish, by=HOST)


def test_hushing_twice_is_hushing_once_so_that_one_undo_each_leads_back() -> None:
    room = seated()
    for wish in (MutePerson(AMINA), MoveToPaper(AMINA)):
        room.when(wish, by=HOST)
        before = room.records
        room.later(1000)

        room.when(wish, by=HOST)

        assert room.records[Muted] == before[Muted]
        assert room.records[OnPaper] == before[OnPaper]
