"""What changed on the board, in counts, most important first, and never in anybody's words."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.console.board_news import BoardNews
from facilitator.activities.ideation_board.console.columns import sorted_board
from facilitator.activities.ideation_board.rules import (
    AddIdeas,
    HoldIdea,
    MergeIdeas,
    ParkIdea,
    PlaceIdea,
    RemoveCluster,
    RemoveIdea,
    RevealBoard,
    SplitIdea,
)
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.words import Wish
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import BOARD


class Told:
    """A board of four ideas whose news are asked for."""

    def __init__(self) -> None:
        self.room, self.cards = board("Open the books", "Books for all", "Rotate who leads", "Ask the market women")
        self.trust = cluster(self.room, "Trust grows by doing")
        self.news = BoardNews()
        self.show()

    def show(self) -> None:
        self.news.show(sorted_board(self.room.records, BOARD.id))

    def after(self, *wishes: Wish) -> str:
        for wish in wishes:
            self.room.when(wish, at=BOARD.id)
        self.show()
        return self.news.words()


@pytest.fixture
def told() -> Told:
    return Told()


def test_the_board_as_it_is_met_is_no_news(told: Told) -> None:
    assert told.news.words() == ""


def test_new_ideas_are_counted_together(told: Told) -> None:
    assert told.after(AddIdeas(("One", "Two")), AddIdeas(("Three",))) == "3 new ideas, 7 in all"
    assert told.after() == ""


def test_ideas_taken_away_are_counted(told: Told) -> None:
    assert told.after(RemoveIdea(told.cards[0])) == "1 idea taken away, 3 left"


def test_what_the_room_sees_from_now_on_is_counted(told: Told) -> None:
    shown = told.after(RevealBoard())

    assert shown == "4 shown to the room"
    assert told.after(HoldIdea(told.cards[1])) == "1 taken off the stage"


def test_placing_says_where_and_what_is_left(told: Told) -> None:
    one, two, *rest = told.cards
    first = told.after(PlaceIdea(one, told.trust), PlaceIdea(two, told.trust))
    last = told.after(*(PlaceIdea(card, told.trust) for card in rest))

    assert first == "2 placed in A Trust grows by doing, 2 there. 2 left to sort"
    assert last == "2 placed in A Trust grows by doing, 4 there. All ideas are placed"


def test_placing_in_several_clusters_is_one_count(told: Told) -> None:
    other = cluster(told.room, "Tools", told.cards[2])
    told.after()

    said = told.after(PlaceIdea(told.cards[0], told.trust), PlaceIdea(told.cards[1], other))

    assert said == "2 placed. 1 left to sort"


def test_merging_and_taking_apart_are_no_loss_and_no_gain(told: Told) -> None:
    one, two, three, _ = told.cards

    merged = told.after(MergeIdeas((one, two, three)))
    apart = told.after(SplitIdea(one))

    assert (merged, apart) == ("2 merged", "2 taken apart again")


def test_parking_and_going_back_are_said(told: Told) -> None:
    away = told.after(ParkIdea(told.cards[0]))

    assert away == "1 parked"
    assert told.after(ParkIdea(told.cards[0])) == "1 back in Unsorted"


def test_clusters_that_come_and_go_are_said(told: Told) -> None:
    cluster(told.room, "Tools")

    assert told.after() == "1 new cluster"
    assert told.after(RemoveCluster(told.trust)) == "1 cluster taken apart"


def test_what_was_done_and_taken_back_before_it_was_said_is_nothing(told: Told) -> None:
    assert told.after(ParkIdea(told.cards[0]), ParkIdea(told.cards[0])) == ""


def test_the_most_important_comes_first_and_nobody_is_quoted(told: Told) -> None:
    said = told.after(PlaceIdea(told.cards[0], told.trust), RevealBoard(), AddIdeas(("A secret",)))

    assert said.split(". ")[0] == "1 new idea, 5 in all"
    assert said.split(". ")[1].endswith("shown to the room")
    assert not [text for text in ("secret", "books", "market") if text in said.lower()]


def test_an_idea_that_comes_into_a_cluster_at_once_is_new_and_not_placed(told: Told) -> None:
    card = CardId(told.room.when(AddIdeas(("Late",)), at=BOARD.id))

    assert told.after(PlaceIdea(card, ClusterId(told.trust))) == "1 new idea, 5 in all"
