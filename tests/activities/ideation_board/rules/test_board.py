"""What a board is: questions about its cards."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    Cluster,
    Placement,
    cards_by_cluster,
)
from facilitator.activities.ideation_board.rules.board import end_of
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from tests.convening.given import BOARD, given


def test_a_merged_twin_is_left_out() -> None:
    twin = Card(CardId("twin"), "Budget", merged_into=CardId("money"))
    room = given(
        Card(CardId("money"), "Money"), twin,
        Placement(CardId("money"), BOARD.id, ClusterId("gone")), Placement(twin.id, BOARD.id),
        Cluster(ClusterId("c"), BOARD.id, "C", "V"),
    )  # fmt: skip

    assert [card.text for cards in cards_by_cluster(room.records, BOARD.id).values() for card in cards] == ["Money"]


def test_the_end_of_a_cluster_comes_after_all_its_cards() -> None:
    places = ("F", "V", "K")
    cards = [Placement(CardId(place), BOARD.id, ClusterId("c"), place) for place in places]
    room = given(Cluster(ClusterId("c"), BOARD.id, "C", "V"), *cards)

    assert end_of(room.records, "c") > max(places)
    assert "" < end_of(room.records, "empty") < end_of(room.records, "c")
