"""Showing: what waits is seen by nobody until it is shown."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AddIdea,
    Board,
    GoToStep,
    HideArriving,
    Placement,
    RevealBoard,
    ShowArriving,
)
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, RoundId
from tests.activities.ideation_board.boards import board
from tests.convening.given import AMINA, BOARD, given, refused


def test_an_idea_waits_until_it_is_revealed() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Shorter meetings", "phone", "en"), by=AMINA, at=BOARD.id))

    assert room.records[Card][idea] == Card(idea, "Shorter meetings", "en", "phone", AMINA)
    assert room.records[Placement][idea] == Placement(idea, BOARD.id, is_held=True)
    room.when(RevealBoard(), at=BOARD.id)
    assert not room.records[Placement][idea].is_held
    late = CardId(room.when(AddIdea("Late"), at=BOARD.id))
    assert room.records[Placement][late].is_held


def test_when_arriving_is_shown_ideas_come_at_once_until_it_is_hidden() -> None:
    room, (waiting,) = board("Waiting")
    room.when(ShowArriving(), at=BOARD.id)
    assert not room.records[Placement][waiting].is_held
    at_once = CardId(room.when(AddIdea("At once"), at=BOARD.id))
    assert not room.records[Placement][at_once].is_held

    room.when(HideArriving(), at=BOARD.id)

    later = CardId(room.when(AddIdea("Later"), at=BOARD.id))
    assert room.records[Placement][later].is_held


def test_what_was_shown_cannot_be_unseen() -> None:
    for wish in (RevealBoard(), ShowArriving()):
        room = given()
        room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)
        room.when(wish, at=BOARD.id)
        with refused("undo.nothing"):
            room.undo()


def test_steps_follow_and_a_strange_one_is_refused() -> None:
    room = given()
    room.when(GoToStep("cluster"), at=BOARD.id)
    assert room.records[Board][BOARD.id].step == "cluster"
    with refused("board.unknown_step"):
        room.when(GoToStep("dance"), at=BOARD.id)


def test_a_hidden_card_is_shown_once_the_room_is_asked_about_it() -> None:
    room, (money, data) = board("Money", "Data")
    assert [card.text for card in room.seen[Card].values()] == []

    asked = given(
        *room.records[Card].values(), *room.records[Placement].values(), Round(RoundId("r"), BOARD.id, options=(data,))
    )

    assert money in room.records[Card]
    assert [card.text for card in asked.seen[Card].values()] == ["Data"]
