"""What goes on: ideas one by one, a short list, or each cluster as one option of the next ballot."""

from __future__ import annotations

from facilitator.activities.dot_vote.rules import options, ranking
from facilitator.activities.ideation_board.rules import (
    HoldIdea,
    MergeIdeas,
    ParkIdea,
    PlaceIdea,
    RemoveCluster,
    RemoveIdea,
    RenameCluster,
    RevealBoard,
    StarIdea,
    YieldCluster,
    YieldIdeas,
    YieldWhole,
    harvest,
    the_board,
)
from facilitator.convening.ballots import CastBallot, CloseRound, OpenRound, RevealRound, Round
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.harvest import Sheaf, TakeHarvest, held_in, seeds
from facilitator.convening.ids import CardId, ClusterId, RoundId
from facilitator.convening.words import Change, changed
from facilitator.kit.option_words import option_words
from tests.activities.ideation_board.boards import board, cluster
from tests.convening.given import AMINA, BOARD, TOMAS, VOTE, Room


def clustered() -> tuple[Room, list[CardId], ClusterId, ClusterId]:
    room, ideas = board("Money", "Funds", "Data", "Maps", "Loose")
    first, second = cluster(room, "Money that lasts", *ideas[:2]), cluster(room, "Data we share", *ideas[2:4])
    cluster(room, "Nothing yet")
    room.when(RevealBoard(), at=BOARD.id)
    room.when(YieldWhole(), at=BOARD.id)
    return room, ideas, first, second


def ballot(room: Room) -> list[str]:
    return [option_words(room.records, card) for card in options(room.records, VOTE.id)]


def test_each_cluster_is_one_option_with_its_name_and_how_many_ideas_it_holds() -> None:
    room, ideas, first, second = clustered()
    room.when(StarIdea(ideas[0]), at=BOARD.id)

    room.when(StartBlock(VOTE.id))

    assert seeds(room.records, VOTE.id) == (CardId(first), CardId(second))
    assert ballot(room) == ["Money that lasts · 2 ideas", "Data we share · 2 ideas"]
    assert room.records[Card][CardId(first)].source == "cluster"
    assert room.records[Sheaf][CardId(first)].cards == tuple(ideas[:2])


def test_what_stands_on_an_open_ballot_is_not_taken_back_with_the_harvest() -> None:
    room, _ideas, first, second = clustered()
    room.when(TakeHarvest(VOTE.id))
    room.when(OpenRound((first, second), 3, 2), at=VOTE.id)

    room.undo()  # what came before: that clusters go on as one

    assert ballot(room) == ["Money that lasts · 2 ideas", "Data we share · 2 ideas"]
    assert not the_board(room.records, BOARD.id).yields_whole


def test_chosen_clusters_only_and_of_them_what_is_seen_and_not_parked() -> None:
    room, ideas, first, _second = clustered()
    room.when(YieldCluster(first), at=BOARD.id)
    room.when(HoldIdea(ideas[0]), at=BOARD.id)
    room.when(StartBlock(VOTE.id))
    assert ballot(room) == ["Money that lasts · 1 idea"]

    room.when(ParkIdea(ideas[1]), at=BOARD.id)
    room.when(PlaceIdea(ideas[2], first), at=BOARD.id)
    room.when(PlaceIdea(ideas[3], first), at=BOARD.id)
    room.when(TakeHarvest(VOTE.id))
    assert ballot(room) == ["Money that lasts · 2 ideas"]


def test_a_board_without_clusters_lets_its_ideas_go_on_all_the_same() -> None:
    room, (money, data) = board("Money", "Data")
    room.when(YieldWhole(), at=BOARD.id)
    assert harvest(room.records, BOARD.id) == (money, data)

    cluster(room, "First", data)
    assert harvest(room.records, BOARD.id) != (money, data)
    room.when(YieldIdeas(), at=BOARD.id)
    assert harvest(room.records, BOARD.id) == (data, money)


def test_a_name_that_is_mended_is_mended_on_the_ballot_and_a_merge_is_counted() -> None:
    room, ideas, first, _second = clustered()
    room.when(StartBlock(VOTE.id))

    room.when(RenameCluster(first, "Money that stays"), at=BOARD.id)
    room.when(MergeIdeas((ideas[0], ideas[1])), at=BOARD.id)
    room.when(RemoveIdea(ideas[2]), at=BOARD.id)

    assert ballot(room) == ["Money that stays · 1 idea", "Data we share · 1 idea"]
    room.undo()
    room.undo()
    room.undo()
    assert ballot(room)[0] == "Money that lasts · 2 ideas"


def test_dots_on_a_cluster_stay_its_own_when_it_is_taken_apart_later() -> None:
    """DV5: what was voted on keeps its words."""
    room, _ideas, first, second = clustered()
    room.when(StartBlock(VOTE.id))
    round_ = RoundId(room.when(OpenRound((first, second), 3, 2), at=VOTE.id))
    room.when(CastBallot(round_, 1, (first, first, second)), by=AMINA, at=VOTE.id)
    room.when(CastBallot(round_, 1, (first,)), by=TOMAS, at=VOTE.id)

    room.when(RemoveCluster(first), at=BOARD.id)
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)

    standings = ranking(room.seen, room.records[Round][round_])
    assert [(option_words(room.seen, one.card), one.dots, one.voters) for one in standings] == [
        ("Money that lasts · 2 ideas", 3, 2),
        ("Data we share · 2 ideas", 1, 1),
    ]


def test_a_cluster_in_one_language_says_so_and_one_in_several_does_not() -> None:
    """ML2."""
    room, ideas, first, second = clustered()
    room.records = room.records.after((_spoken(room, ideas[2], "sw"),))
    room.when(TakeHarvest(VOTE.id))

    assert [room.records[Card][CardId(each)].language for each in (first, second)] == ["en", ""]
    assert held_in(room.records, ideas[0]) == 0


def _spoken(room: Room, card: CardId, language: str) -> Change:
    return changed(room.records[Card][card], language=language)
