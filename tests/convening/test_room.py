"""The room's view: what is private never gets there, by whatever way it could."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import AddIdea, HoldIdea, Placement, RevealBoard
from facilitator.activities.wicked_questions.rules import (
    Candidate,
    ChooseCandidate,
    KeepCandidate,
    SendTruths,
    TakeStep,
    Truth,
)
from facilitator.activities.wicked_questions.rules.answers import SendAnswer
from facilitator.convening.agenda import RemoveBlock
from facilitator.convening.ballots import CastBallot, OpenRound, Progress, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.harvest import Harvest, TakeHarvest
from facilitator.convening.ids import CardId, RoundId
from facilitator.convening.notes import Note, WriteNote
from facilitator.convening.people import AddPerson, Contact, Join, Person
from facilitator.convening.records import Records
from facilitator.convening.room import RoomView, room_kinds
from facilitator.convening.wire import lines
from facilitator.convening.words import Role, Seen
from tests.convening.given import AMINA, BOARD, BOOK, TOMAS, VOTE, WICKED, Room, given

MARK = "MARK-"


def leaks(room: Room) -> list[str]:
    """Everything marked as private that the room could read, looked at fresh and step by step."""
    fresh = RoomView(BOOK.veils()).of(room.records)
    return [str(line) for view in (room.seen, fresh) for line in lines(view) if MARK in str(line)]


def marked_room() -> Room:
    room = given()
    marked = Person(AMINA, "Amina")
    contact = Contact(AMINA, MARK + "mail", MARK + "phone", (MARK + "consent",), MARK + "word")
    room.when(AddPerson(marked, contact))
    room.when(WriteNote(BOARD.id, MARK + "note"))
    room.when(AddIdea(MARK + "held"), by=AMINA, at=BOARD.id)
    room.when(SendTruths(MARK + "first", MARK + "second"), by=TOMAS, at=WICKED.id)
    question = CardId(room.when(KeepCandidate("at_once", "fast", "slow"), at=WICKED.id))
    room.when(ChooseCandidate(question), at=WICKED.id)
    room.when(TakeStep("live"), at=WICKED.id)
    room.when(SendAnswer(question, MARK + "answer"), by=TOMAS, at=WICKED.id)
    return room


def test_notes_contacts_held_ideas_truths_and_answers_never_reach_the_room() -> None:
    room = marked_room()

    assert {Note, Contact, Truth, Harvest, Progress} & set(room_kinds(BOOK.kinds).values()) == set()
    assert leaks(room) == []
    assert all(kind.seen is Seen.ROOM for kind in room.seen.kinds.values())


def test_nothing_leaks_when_their_blocks_are_taken_off_the_agenda_and_brought_back() -> None:
    room = marked_room()
    for block in (BOARD, WICKED):
        room.when(RemoveBlock(block.id))
        assert leaks(room) == []
        room.undo()
        assert leaks(room) == []


def test_a_harvest_names_held_ideas_by_nothing_but_an_id() -> None:
    room = marked_room()
    room.when(TakeHarvest(VOTE.id))

    assert leaks(room) == []
    assert not room.seen[Card]


def test_asking_the_room_about_a_held_idea_shows_that_idea() -> None:
    room = marked_room()
    (card,) = room.records[Placement]
    room.when(OpenRound((card,), 1, 1), at=VOTE.id)

    assert list(room.seen[Card]) == [card]


def test_authors_stay_on_the_laptop_when_ideas_and_questions_are_shown() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Shorter meetings"), by=AMINA, at=BOARD.id))
    question = CardId(room.when(KeepCandidate("at_once", "small", "large"), by=TOMAS, role=Role.GUIDE, at=WICKED.id))
    room.when(RevealBoard(), at=BOARD.id)

    assert room.records[Card][idea].by == AMINA
    assert room.seen[Card][idea] == Card(idea, "Shorter meetings", source="keyboard")
    assert room.records[Candidate][question].by == TOMAS
    assert room.seen[Candidate][question].by == ""


def test_a_card_that_is_held_again_leaves_the_room_again() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Shorter meetings"), by=AMINA, at=BOARD.id))
    assert not room.seen[Card]
    room.when(RevealBoard(), at=BOARD.id)
    assert idea in room.seen[Card]

    room.when(HoldIdea(idea), at=BOARD.id)

    assert not room.seen[Card]
    assert not room.seen[Placement]


def test_while_people_vote_the_room_sees_how_many_and_not_who() -> None:
    room = given(Card(CardId("a"), "Money"))
    round_ = RoundId(room.when(OpenRound(("a",), 1, 1), at=VOTE.id))
    room.when(CastBallot(round_, 1, ("a",)), by=AMINA, at=VOTE.id)

    assert room.seen[Turnout][round_].ballots == 1
    assert not room.seen[Progress]
    assert room.records[Progress]


def test_what_did_not_change_is_the_same_table_and_the_same_record() -> None:
    room = given(Card(CardId("a"), "Money"))
    view = RoomView(BOOK.veils())
    first = view.of(room.records)
    room.when(Join("Noor"), by=AMINA.__class__(""), role=Role.PARTICIPANT)
    second = view.of(room.records)

    assert second.table("card") is first.table("card")
    assert second[Person] is not first[Person]
    assert second[Person][AMINA] is first[Person][AMINA]
    assert isinstance(second, Records)
