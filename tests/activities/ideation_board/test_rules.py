"""Idea board: what goes on to the next activity, and what is refused on any board."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.activities.dot_vote.rules import options
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    MergeIdeas,
    PlaceIdea,
    RemoveCluster,
    RevealBoard,
    SpotlightCluster,
    StarIdea,
    YieldCluster,
    collecting,
    focus,
    harvest,
    laying,
    merging,
    paper,
    showing,
    sorting,
    yielding,
    zones,
)
from facilitator.activities.ideation_board.rules.authors import decide as names_decide
from facilitator.convening.clock import StartBlock
from facilitator.convening.harvest import seeds
from facilitator.convening.ids import HOST, CardId, ClusterId, WishId
from facilitator.convening.stage_state import BlankStage
from facilitator.convening.words import Decision, Moment, Role, Wish
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import BOARD, VOTE, refused


def test_starred_ideas_go_on_or_all_if_none_is_starred() -> None:
    room, (money, data, time) = board("Money", "Data", "Time")
    cluster(room, "First", time)
    assert harvest(room.records, BOARD.id) == (time, money, data)
    room.when(RevealBoard(), at=BOARD.id)
    for card in (data, time, money):
        room.when(StarIdea(card), at=BOARD.id)
    room.when(StarIdea(money), at=BOARD.id)

    assert harvest(room.records, BOARD.id) == (time, data)


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


def test_chosen_clusters_go_on_as_ids_and_later_merges_are_followed() -> None:
    room, (money, data, time, trust) = board("Money", "Data", "Time", "Trust")
    first, second = cluster(room, "First", money, data), cluster(room, "Second", time)
    room.when(RevealBoard(), at=BOARD.id)
    room.when(StarIdea(trust), at=BOARD.id)
    for each in (second, first, second):
        room.when(YieldCluster(each), at=BOARD.id)

    room.when(StartBlock(VOTE.id))
    assert seeds(room.records, VOTE.id) == (money, data)
    room.when(MergeIdeas((data, money)), at=BOARD.id)

    assert [card.text for card in options(room.records, VOTE.id)] == ["Data"]
    room.when(YieldCluster(first), at=BOARD.id)
    assert harvest(room.records, BOARD.id) == (trust,)
    with refused("board.no_such_cluster"):
        room.when(YieldCluster(ClusterId("nowhere")), at=BOARD.id)
    room.when(YieldCluster(second), at=BOARD.id)
    room.when(RemoveCluster(second), at=BOARD.id)
    assert harvest(room.records, BOARD.id) == (trust,)


@pytest.mark.parametrize(
    "decide",
    [
        names_decide, collecting.decide, focus.decide, laying.decide, merging.decide, paper.decide, showing.decide,
        sorting.decide, yielding.decide, zones.decide,
    ],
    ids=lambda decide: decide.__module__.rpartition(".")[2],
)  # fmt: skip
def test_each_part_of_the_rules_refuses_what_is_not_said_to_it(decide: Callable[..., Decision]) -> None:
    room, _ = board("Money")
    with refused("wish.unknown"):
        decide(room.records, BlankStage(), Moment(HOST, Role.GUIDE, 0, BOARD.id, WishId("w")))
