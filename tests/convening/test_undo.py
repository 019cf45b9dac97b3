"""Undo and redo: per person, as deep as one likes, and never over what somebody else has done since."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdea,
    Cluster,
    EditIdea,
    PlaceIdea,
    Placement,
    RemoveIdea,
    RevealBoard,
    ShowArriving,
    StarIdea,
)
from facilitator.convening.agenda import AddBlock, MoveBlock, RemoveBlock
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound
from facilitator.convening.cards import Card, EditCard
from facilitator.convening.clock import StartBlock
from facilitator.convening.days import FIRST_DAY
from facilitator.convening.ids import HOST, CardId, ClusterId, PersonId, RoundId
from facilitator.convening.undo import cell_of
from facilitator.convening.words import Role, Wish
from tests.convening.given import AMINA, BOARD, LUNCH, TOMAS, VOTE, WEI, Room, given, refused


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
    room.when(MoveBlock(LUNCH.id, "A", FIRST_DAY))
    room.undo()
    room.when(StartBlock(BOARD.id))
    room.redo()

    assert room.records.table("block")[LUNCH.id].place == "A"  # type: ignore[attr-defined]


def test_undo_is_refused_once_somebody_else_has_changed_the_same_field() -> None:
    room, card = written("one", "two")
    room.when(EditCard(card, "by the guide"))

    with refused("undo.changed_since", table="card", id=card, by=HOST):
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


def test_of_several_who_changed_it_since_the_last_one_is_named() -> None:
    room, card = written("one", "two")
    for by in (TOMAS, WEI):
        room.when(EditCard(card, f"by {by}"), by=by, role=Role.GUIDE)

    with refused("undo.changed_since", by=WEI):
        room.undo(AMINA)
    room.when(StarIdea(card), by=TOMAS, role=Role.GUIDE, at=BOARD.id)
    with refused("undo.changed_since", table="placement", by=TOMAS):
        room.undo_fact(room.facts[0].id, AMINA)


def test_one_fact_is_taken_back_though_others_came_after_it() -> None:
    room = given()
    money, data = (CardId(room.when(AddIdea(text), at=BOARD.id)) for text in ("Money", "Data"))
    added_money = room.facts[0].id

    room.undo_fact(added_money)

    assert set(room.records[Card]) == {data}
    with refused("undo.nothing"):
        room.undo_fact(added_money)
    room.redo()
    assert set(room.records[Card]) == {data, money}
    room.undo()
    room.undo()
    assert not room.records[Card]


def test_one_fact_stays_while_own_newer_ones_stand_over_it() -> None:
    room, card = written("one", "two", "three")
    second = room.facts[1].id

    with refused("undo.changed_since", by=AMINA):
        room.undo_fact(second, AMINA)
    room.undo(AMINA)
    room.undo_fact(second, AMINA)

    assert text(room, card) == "one"


def test_nobody_takes_back_what_others_did_or_what_cannot_be_taken_back() -> None:
    room, _ = written("one")
    room.when(StartBlock(BOARD.id))

    with refused("undo.not_yours"):
        room.undo_fact(room.facts[0].id)
    with refused("undo.not_yours"):
        room.undo_fact("nowhere")
    with refused("undo.never"):
        room.undo_fact(room.facts[1].id)


@pytest.mark.parametrize("reveal", [RevealBoard(), ShowArriving()])
def test_an_idea_that_the_room_saw_revealed_stays(reveal: Wish) -> None:
    room = given()
    card = CardId(room.when(AddIdea("Money"), at=BOARD.id))
    room.when(reveal, at=BOARD.id)

    with refused("undo.revealed"):
        room.undo()
    assert card in room.records[Card]


def voted(room: Room, *cards: CardId) -> None:
    """The room is asked about cards and sees the result."""
    round_ = RoundId(room.when(OpenRound(cards), at=VOTE.id))
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)


def test_what_stood_on_a_revealed_ballot_stays_as_it_was() -> None:
    room = given()
    card = CardId(room.when(AddIdea("Money"), at=BOARD.id))
    room.when(EditCard(card, "Money that lasts"))
    before = [fact.id for fact in room.facts]
    voted(room, card)
    room.when(EditCard(card, "Money, mended after the vote"))

    room.undo()
    assert text(room, card) == "Money that lasts"
    for fact in reversed(before):
        with refused("undo.revealed"):
            room.undo_fact(fact)


def test_what_was_taken_back_before_a_reveal_is_not_done_again_after_it() -> None:
    room, card = written("Money", "Money that lasts")
    room.undo(AMINA)
    voted(room, card)

    with refused("undo.revealed"):
        room.redo(AMINA)
    assert text(room, card) == "Money"


def test_taking_the_vote_off_the_agenda_opens_no_way_round_the_reveal() -> None:
    room = given()
    card = CardId(room.when(AddIdea("Money"), at=BOARD.id))
    room.when(EditCard(card, "Money that lasts"))
    edited = room.facts[-1].id
    voted(room, card)
    room.when(RemoveBlock(VOTE.id))

    with refused("undo.revealed"):
        room.undo_fact(edited)
