"""Sorting: cards find what belongs together."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    MOST_CLUSTERS,
    AddIdea,
    Cluster,
    HoldIdea,
    MoveCluster,
    ParkIdea,
    PlaceIdea,
    PlaceIdeas,
    Placement,
    ReleaseIdea,
    RemoveCluster,
    RenameCluster,
    RevealBoard,
    SpotlightCluster,
    clusters,
    decide,
    harvest,
    parked,
    the_board,
)
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ids import HOST, BlockId, CardId, ClusterId, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Moment, Role
from tests.activities.ideation_board.boards import board, cluster, shown
from tests.convening.given import BOARD, given, refused


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


def test_several_are_placed_in_their_order_and_come_back_together() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    first = cluster(room, "First", money)

    room.when(PlaceIdeas((time, data, time), first), at=BOARD.id)

    assert shown(room) == {"First": ["Money", "Time", "Data"], "": []}
    assert all(lies.is_held for lies in room.records[Placement].values())
    room.undo()
    assert shown(room) == {"First": ["Money"], "": ["Data", "Time"]}
    for cards, cluster_, code in (((), first, "card"), ((money,), "nowhere", "cluster"), (("x",), first, "card")):
        with refused(f"board.no_such_{code}"):
            room.when(PlaceIdeas(cards, ClusterId(cluster_)), at=BOARD.id)


def test_clusters_change_their_order_and_an_impossible_one_is_refused() -> None:
    room, _ = board("Money")
    first, second, third = (cluster(room, name) for name in ("First", "Second", "Third"))

    room.when(MoveCluster(third, 0), at=BOARD.id)
    room.when(MoveCluster(first, 2), at=BOARD.id)

    assert [each.id for each in clusters(room.records, BOARD.id)] == [third, second, first]
    for position in (-1, 3):
        with refused("form.unreadable"):
            room.when(MoveCluster(second, position), at=BOARD.id)


def test_what_is_parked_lies_in_no_cluster_and_does_not_go_on_until_it_is_placed_again() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    first = cluster(room, "First", money, data)
    room.when(RevealBoard(), at=BOARD.id)

    for card in (money, time):
        room.when(ParkIdea(card), at=BOARD.id)
    assert shown(room) == {"First": ["Data"], "": ["Money", "Time"]}
    assert parked(room.records, BOARD.id) == {money, time}
    assert harvest(room.records, BOARD.id) == (data,)
    room.when(PlaceIdea(money, first), at=BOARD.id)
    room.when(ParkIdea(time), at=BOARD.id)

    assert parked(room.records, BOARD.id) == frozenset()
    assert harvest(room.records, BOARD.id) == (data, money, time)
    room.when(ParkIdea(data), at=BOARD.id)
    room.when(PlaceIdeas((data,), first), at=BOARD.id)
    room.when(ParkIdea(time), at=BOARD.id)
    cluster(room, "Second", time)
    assert parked(room.records, BOARD.id) == frozenset()
    for _ in range(2):
        room.undo()
    assert parked(room.records, BOARD.id) == frozenset()
