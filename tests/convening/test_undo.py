"""Undo and redo: per person, as deep as one likes, and never over what somebody else has done since."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    Cluster,
    EditIdea,
    PlaceIdea,
    Placement,
    RemoveIdea,
    RevealBoard,
)
from facilitator.convening.agenda import AddBlock, MoveBlock, StartBlock
from facilitator.convening.cards import Card, EditCard
from facilitator.convening.ids import HOST, CardId, ClusterId, PersonId
from facilitator.convening.undo import cell_of
from facilitator.convening.words import Role
from tests.convening.given import AMINA, BOARD, LUNCH, TOMAS, Room, given, refused


def written(*texts: str) -> tuple[Room, CardId]:
    room = given()
    card = CardId(room.when(AddIdea(texts[0]), by=AMINA, at=BOARD.id))
    for text in texts[1:]:
        room.when(EditIdea(card, text), by=AMINA, at=BOARD.id)
    return room, card


def text(room: Room, card: CardId) -> str:
    found = room.records[Card].get(card)
    return found.text if found else ""


def test_undo_goes_back_step_by_step_and_redo_forth_again() -> None:
    room, card = written("one", "two", "three")
    told = []
    for step in (room.undo, room.undo, room.redo, room.redo, room.undo, room.undo, room.undo, room.redo):
        step(AMINA)
        told.append(text(room, card))

    assert told == ["two", "one", "two", "three", "two", "one", "", "one"]
    room.undo(AMINA)
    with refused("undo.nothing"):
        room.undo(AMINA)


def test_something_new_ends_what_could_be_done_again() -> None:
    room, card = written("one", "two")
    with refused("redo.nothing"):
        room.redo(AMINA)
    room.undo(AMINA)
    room.when(EditIdea(card, "new"), by=AMINA, at=BOARD.id)

    with refused("redo.nothing"):
        room.redo(AMINA)
    room.undo(AMINA)
    assert text(room, card) == "one"
    room.undo(AMINA)
    room.redo(AMINA)
    room.redo(AMINA)
    assert text(room, card) == "new"


def test_what_cannot_be_undone_does_not_stand_in_the_way_of_redo() -> None:
    room = given()
    room.when(MoveBlock(LUNCH.id, "A"))
    room.undo()
    room.when(StartBlock(BOARD.id))
    room.redo()

    assert room.records.table("block")[LUNCH.id].place == "A"  # type: ignore[attr-defined]


def test_undo_is_refused_once_somebody_else_has_changed_the_same_field() -> None:
    room, card = written("one", "two")
    room.when(EditCard(card, "by the guide"))

    with refused("undo.changed_since", table="card", id=card):
        room.undo(AMINA)
    assert text(room, card) == "by the guide"
    room.undo(HOST)
    with refused("undo.changed_since"):
        room.undo(AMINA)


def test_undo_is_refused_even_if_somebody_else_wrote_the_same_words() -> None:
    room, card = written("one", "two")
    room.when(EditCard(card, "other"))
    room.when(EditCard(card, "two"))

    with refused("undo.changed_since"):
        room.undo(AMINA)


def test_a_group_of_fields_is_taken_back_whole() -> None:
    room, card = written("one")
    room.when(RevealBoard(), at=BOARD.id)
    cluster = ClusterId(room.when(AddCluster("Money"), at=BOARD.id))
    room.when(PlaceIdea(card, cluster), at=BOARD.id)
    lies = room.records[Placement][card]
    assert (lies.cluster, lies.place) != ("", "")

    room.undo()

    assert (room.records[Placement][card].cluster, room.records[Placement][card].place) == ("", "")
    assert cell_of(("cluster", "place")) == "cluster+place"


def test_undo_never_leaves_something_that_points_to_what_is_gone() -> None:
    room, card = written("one")
    guide = PersonId("guide")
    cluster = ClusterId(room.when(AddCluster("Money"), by=guide, role=Role.GUIDE, at=BOARD.id))
    room.when(PlaceIdea(card, cluster), at=BOARD.id)

    with refused("record.still_needed", table="cluster"):
        room.undo(guide)
    assert room.records[Cluster][cluster].name == "Money"
    room.undo()
    room.undo(guide)
    assert not room.records[Cluster]


def test_a_card_that_was_taken_away_comes_back_where_it_lay() -> None:
    room, card = written("one")
    before = room.records[Placement][card]
    room.when(RemoveIdea(card), by=AMINA, at=BOARD.id)
    room.undo(AMINA)

    assert room.records[Placement][card] == before
    room.redo(AMINA)
    assert card not in room.records[Card]


def test_everybody_undoes_their_own() -> None:
    room, card = written("one")
    room.when(AddBlock(LUNCH))
    room.undo(AMINA)

    assert text(room, card) == ""
    with refused("undo.nothing"):
        room.undo(TOMAS)
    room.undo(HOST)
    assert len(room.records.table("block")) == 4
