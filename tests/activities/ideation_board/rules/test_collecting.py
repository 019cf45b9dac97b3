"""Collecting: ideas come in, are mended and taken back."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AddIdea,
    AddIdeas,
    CloseCollecting,
    EditIdea,
    OpenCollecting,
    Placement,
    RemoveIdea,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId
from tests.activities.ideation_board.boards import board
from tests.convening.given import AMINA, BOARD, TOMAS, given, refused


def test_a_closed_board_takes_ideas_from_the_guide_only() -> None:
    room = given()
    room.when(CloseCollecting(), at=BOARD.id)

    with refused("board.not_collecting"):
        room.when(AddIdea("Money"), by=AMINA, at=BOARD.id)
    room.when(AddIdea("Money"), at=BOARD.id)
    room.when(OpenCollecting(), at=BOARD.id)
    room.when(AddIdea("Data"), by=AMINA, at=BOARD.id)
    assert len(room.records[Card]) == 2


def test_a_list_of_ideas_comes_whole_or_not_at_all() -> None:
    room, ideas = board("Money", "Data")
    assert len(ideas) == 2
    for texts in ((), ("Time", " ")):
        with refused("text.empty"):
            room.when(AddIdeas(texts), at=BOARD.id)
    assert len(room.records[Card]) == 2


def test_people_mend_and_take_back_their_own_ideas_only() -> None:
    room = given()
    idea = CardId(room.when(AddIdea("Mony"), by=AMINA, at=BOARD.id))
    room.when(EditIdea(idea, "Money"), by=AMINA, at=BOARD.id)
    assert room.records[Card][idea].text == "Money"
    for wish in (EditIdea(idea, "Mine"), RemoveIdea(idea)):
        with refused("card.not_yours"):
            room.when(wish, by=TOMAS, at=BOARD.id)

    room.when(RemoveIdea(idea), by=AMINA, at=BOARD.id)

    assert not room.records[Placement]
    with refused("board.no_such_card"):
        room.when(RemoveIdea(idea), by=AMINA, at=BOARD.id)
