"""Idea board: cards come in silence, wait until they are shown, and find what belongs together."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.rules import (
    MOST_CLUSTERS,
    AddCluster,
    AddIdea,
    AddIdeas,
    Board,
    CloseCollecting,
    Cluster,
    EditIdea,
    GoToStep,
    HideArriving,
    HoldIdea,
    OpenCollecting,
    PlaceIdea,
    Placement,
    ReleaseIdea,
    RemoveCluster,
    RemoveIdea,
    RenameCluster,
    RevealBoard,
    ShowArriving,
    SpotlightCluster,
    StarIdea,
    cards_by_cluster,
    clusters,
    decide,
    harvest,
    the_board,
)
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ballots import Round
from facilitator.convening.cards import Card
from facilitator.convening.ids import HOST, BlockId, CardId, ClusterId, RoundId, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role, Wish
from tests.convening.given import AMINA, BOARD, TOMAS, Room, given, refused


def board(*texts: str) -> tuple[Room, list[CardId]]:
    room = given()
    room.when(AddIdeas(texts), at=BOARD.id)
    return room, list(room.records[Card])  # type: ignore[arg-type]


def cluster(room: Room, name: str, *cards: CardId) -> ClusterId:
    return ClusterId(room.when(AddCluster(name, cards), at=BOARD.id))


def shown(room: Room) -> dict[str, list[str]]:
    found = cards_by_cluster(room.records, BOARD.id)
    return {
        (room.records[Cluster][key].name if key else ""): [card.text for card in cards] for key, cards in found.items()
    }


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


def test_clusters_take_cards_in_their_order() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    resources = cluster(room, "Resources", time, money, time)
    knowing = cluster(room, " Knowing ")

    assert [c.id for c in clusters(room.records, BOARD.id)] == [resources, knowing]
    assert shown(room) == {"Resources": ["Time", "Money"], "Knowing": [], "": ["Data"]}
    room.when(PlaceIdea(data, knowing), at=BOARD.id)
    room.when(PlaceIdea(money, knowing, "A"), at=BOARD.id)
    assert shown(room) == {"Resources": ["Time"], "Knowing": ["Money", "Data"], "": []}
    room.when(PlaceIdea(money, ClusterId("")), at=BOARD.id)
    assert shown(room)[""] == ["Money"]


def test_a_cluster_that_is_taken_apart_lets_its_cards_go_and_leaves_the_spotlight() -> None:
    room, (money,) = board("Money")
    first, second = cluster(room, "First", money), cluster(room, "Second")
    room.when(SpotlightCluster(first), at=BOARD.id)
    room.when(RemoveCluster(second), at=BOARD.id)
    assert the_board(room.records, BOARD.id).spotlight == first

    room.when(RemoveCluster(first), at=BOARD.id)

    assert shown(room) == {"": ["Money"]}
    assert the_board(room.records, BOARD.id).spotlight == ""
    room.undo()
    assert shown(room) == {"First": ["Money"], "": []}


def test_a_card_in_a_column_is_on_the_stage_once_the_room_sees_the_board() -> None:
    room, (money, data) = board("Money", "Data")
    first = cluster(room, "First", money)
    assert room.records[Placement][money].is_held
    room.when(RevealBoard(), at=BOARD.id)
    for card in (money, data):
        room.when(HoldIdea(card), at=BOARD.id)

    room.when(PlaceIdea(money, first), at=BOARD.id)
    room.when(PlaceIdea(data, ClusterId("")), at=BOARD.id)

    assert not room.records[Placement][money].is_held
    assert room.records[Placement][data].is_held
    room.when(ReleaseIdea(data), at=BOARD.id)
    assert not room.records[Placement][data].is_held
    room.when(HoldIdea(data), at=BOARD.id)
    cluster(room, "Second", data)
    assert not room.records[Placement][data].is_held


def test_a_board_has_as_many_clusters_as_letters() -> None:
    room = given()
    made = [cluster(room, f"Cluster {number}") for number in range(MOST_CLUSTERS)]

    with refused("board.too_many_clusters", most=MOST_CLUSTERS):
        cluster(room, "One more")
    room.when(RenameCluster(made[0], "Renamed"), at=BOARD.id)
    assert room.records[Cluster][made[0]].name == "Renamed"


def test_starred_ideas_go_on_or_all_if_none_is_starred() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    cluster(room, "First", time)
    assert harvest(room.records, BOARD.id) == (time, money, data)
    room.when(RevealBoard(), at=BOARD.id)
    for card in (data, time, money):
        room.when(StarIdea(card), at=BOARD.id)
    room.when(StarIdea(money), at=BOARD.id)

    assert harvest(room.records, BOARD.id) == (time, data)


def test_a_merged_twin_is_left_out() -> None:
    twin = Card(CardId("twin"), "Budget", merged_into=CardId("money"))
    room = given(
        Card(CardId("money"), "Money"), twin,
        Placement(CardId("money"), BOARD.id, ClusterId("gone")), Placement(twin.id, BOARD.id),
        Cluster(ClusterId("c"), BOARD.id, "C", "V"),
    )  # fmt: skip

    assert [card.text for cards in cards_by_cluster(room.records, BOARD.id).values() for card in cards] == ["Money"]


def test_steps_follow_and_a_strange_one_is_refused() -> None:
    room = given()
    room.when(GoToStep("cluster"), at=BOARD.id)
    assert room.records[Board][BOARD.id].step == "cluster"
    with refused("board.unknown_step"):
        room.when(GoToStep("dance"), at=BOARD.id)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (PlaceIdea(CardId("nowhere"), ClusterId("")), "board.no_such_card"),
        (StarIdea(CardId("nowhere")), "board.no_such_card"),
        (SpotlightCluster(ClusterId("nowhere")), "board.no_such_cluster"),
        (RemoveCluster(ClusterId("nowhere")), "board.no_such_cluster"),
        (AddCluster(" "), "text.empty"),
        (AddCluster("C", ("nowhere",)), "board.no_such_card"),
    ],
)
def test_what_is_not_on_this_board_is_refused(wish: Wish, code: str) -> None:
    room, _ = board("Money")
    with refused(code):
        room.when(wish, at=BOARD.id)


def test_cards_and_clusters_of_another_board_stay_there() -> None:
    room, (money,) = board("Money")
    first = cluster(room, "First")
    other = BlockId(room.when(AddBlock(Block(BlockId(""), "Other", "ideation_board"))))
    there = CardId(room.when(AddIdea("Other"), at=other))

    with refused("board.no_such_card"):
        room.when(PlaceIdea(money, first), at=other)
    with refused("board.no_such_cluster"):
        room.when(PlaceIdea(there, first), at=other)
    with refused("form.unreadable"):
        room.when(PlaceIdea(money, first, "not a place"), at=BOARD.id)
    with refused("wish.unknown"):
        decide(room.records, BlankStage(), Moment(HOST, Role.GUIDE, 0, BOARD.id, WishId("w")))


def test_a_hidden_card_is_shown_once_the_room_is_asked_about_it() -> None:
    room, (money, data) = board("Money", "Data")
    assert [card.text for card in room.seen[Card].values()] == []

    asked = given(
        *room.records[Card].values(), *room.records[Placement].values(), Round(RoundId("r"), BOARD.id, options=(data,))
    )

    assert money in room.records[Card]
    assert [card.text for card in asked.seen[Card].values()] == ["Data"]
