"""Focus: one note large, and the way from note to note."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AUTHOR,
    CLUSTER,
    AddIdea,
    FocusIdea,
    HoldIdea,
    MergeIdeas,
    RemoveIdea,
    RevealBoard,
    SpotlightCluster,
    in_focus,
    the_board,
    way,
)
from facilitator.convening.ids import CardId, PersonId
from tests.activities.ideation_board.boards import cluster
from tests.convening.given import AMINA, BOARD, TOMAS, Room, given, refused


def sent(*said: tuple[PersonId, str]) -> tuple[Room, list[CardId]]:
    room = given()
    return room, [CardId(room.when(AddIdea(text), by=by, at=BOARD.id)) for by, text in said]


def large(room: Room) -> str:
    card = in_focus(room.seen, BOARD.id)
    return card.text if card is not None else ""


def test_only_what_the_room_sees_is_shown_large() -> None:
    room, (money,) = sent((AMINA, "Money"))
    with refused("board.not_shown_yet"):
        room.when(FocusIdea(money), at=BOARD.id)
    with refused("board.no_such_card"):
        room.when(FocusIdea(CardId("nowhere")), at=BOARD.id)
    room.when(RevealBoard(), at=BOARD.id)

    room.when(FocusIdea(money), at=BOARD.id)

    assert large(room) == "Money"
    room.when(FocusIdea(CardId("")), at=BOARD.id)
    assert large(room) == ""


def test_what_is_held_removed_or_merged_meanwhile_is_followed() -> None:
    room, (money, data, time) = sent((AMINA, "Money"), (TOMAS, "Data"), (AMINA, "Time"))
    room.when(RevealBoard(), at=BOARD.id)
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(MergeIdeas((data, money)), at=BOARD.id)
    assert large(room) == "Data"
    room.when(HoldIdea(data), at=BOARD.id)
    assert large(room) == ""
    room.when(FocusIdea(time), at=BOARD.id)
    room.when(RemoveIdea(time), at=BOARD.id)
    assert large(room) == ""


def test_a_cluster_in_the_spotlight_takes_the_stage_from_one_note() -> None:
    room, (money,) = sent((AMINA, "Money"))
    room.when(RevealBoard(), at=BOARD.id)
    first = cluster(room, "First", money)
    room.when(FocusIdea(money), at=BOARD.id)

    room.when(SpotlightCluster(first), at=BOARD.id)

    assert large(room) == ""
    assert the_board(room.records, BOARD.id).spotlight == first


def test_the_way_goes_through_a_cluster_the_unsorted_or_one_author_and_past_what_is_held() -> None:
    room, cards = sent((AMINA, "A1"), (TOMAS, "T1"), (AMINA, "A2"), (TOMAS, "T2"), (AMINA, "A3"))
    room.when(RevealBoard(), at=BOARD.id)
    cluster(room, "First", cards[0], cards[1])
    room.when(HoldIdea(cards[4]), at=BOARD.id)

    def texts(card: CardId, along: str) -> list[str]:
        known = dict(zip(cards, ("A1", "T1", "A2", "T2", "A3"), strict=True))
        return [known[each] for each in way(room.records, BOARD.id, card, along)]

    assert texts(cards[0], CLUSTER) == ["A1", "T1"]
    assert texts(cards[2], CLUSTER) == ["A2", "T2"]
    assert texts(cards[0], AUTHOR) == ["A1", "A2"]
    assert texts(cards[4], AUTHOR) == ["A1", "A2", "A3"]
    assert way(room.records, BOARD.id, CardId("nowhere"), CLUSTER) == []
