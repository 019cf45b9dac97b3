"""Dot vote: a few dots each, hidden until they are all in, and ties shown as ties."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st

from facilitator.activities.dot_vote.rules import (
    ChooseOptions,
    SetVote,
    Vote,
    above_the_cut,
    harvest,
    options,
    ranking,
    share_of_possible,
    suggested_dots,
    the_vote,
)
from facilitator.activities.ideation_board.rules import AddIdeas, MergeIdeas, ParkIdea, Placement
from facilitator.convening.ballots import (
    CastBallot,
    CloseRound,
    InterruptRound,
    OpenRound,
    RevealRound,
    Round,
    beyond_cap,
)
from facilitator.convening.cards import Card, RemoveCard
from facilitator.convening.clock import StartBlock
from facilitator.convening.harvest import TakeHarvest
from facilitator.convening.ids import CardId, PersonId, RoundId
from facilitator.convening.words import Change, Refusal
from tests.convening.given import AMINA, BOARD, TOMAS, VOTE, WEI, Room, given, refused

A, B, C, D = (Card(CardId(key), key.upper()) for key in "abcd")


def revealed(*choices: tuple[PersonId, str]) -> tuple[Room, Round]:
    room = given(A, B, C, D)
    round_ = RoundId(room.when(OpenRound(("a", "b", "c", "d"), 3, 2), at=VOTE.id))
    for person, choice in choices:
        room.when(CastBallot(round_, 1, tuple(choice)), by=person, at=VOTE.id)
    assert ranking(room.records, room.records[Round][round_]) == []
    assert harvest(room.records, VOTE.id) == ()
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)
    return room, room.records[Round][round_]


def result(room: Room, round_: Round) -> list[tuple[str, int, int, int, bool]]:
    return [(s.card.text, s.rank, s.dots, s.voters, s.is_tied) for s in ranking(room.records, round_)]


def test_ties_share_a_rank_and_the_next_one_is_skipped() -> None:
    room, round_ = revealed((AMINA, "aab"), (TOMAS, "bc"), (WEI, "c"))

    assert result(room, round_) == [
        ("A", 1, 2, 1, True), ("B", 1, 2, 2, True), ("C", 1, 2, 2, True), ("D", 4, 0, 0, False),
    ]  # fmt: skip
    assert harvest(room.records, VOTE.id) == ("a", "b", "c")


def test_ideas_merged_since_are_counted_together_and_a_person_once() -> None:
    room, round_ = revealed((AMINA, "ab"), (TOMAS, "b"), (WEI, "c"))
    room.records = room.records.after((Change("card", "b", {"merged_into": "a"}),))
    room.when(RemoveCard(D.id))

    assert result(room, round_) == [("A", 1, 3, 2, False), ("C", 2, 1, 1, False)]


def test_the_rules_are_set_before_and_fixed_while_the_vote_is_open() -> None:
    room = given(A, B)
    assert the_vote(room.records, VOTE.id) == Vote(VOTE.id)
    room.when(SetVote(4, 1, "What can we begin tomorrow?"), at=VOTE.id)
    room.when(ChooseOptions(("b", "a")), at=VOTE.id)
    assert room.records[Vote][VOTE.id] == Vote(VOTE.id, 4, 1, ("b", "a"), "What can we begin tomorrow?")
    assert [card.id for card in options(room.records, VOTE.id)] == ["b", "a"]
    round_ = RoundId(room.when(OpenRound(("a",), 1, 1), at=VOTE.id))

    for wish in (SetVote(1, 1), ChooseOptions(("a",))):
        with refused("vote.is_open"):
            room.when(wish, at=VOTE.id)
    room.when(CloseRound(round_), at=VOTE.id)
    with refused("vote.is_open"):
        room.when(SetVote(1, 1), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)
    room.when(SetVote(1, 1), at=VOTE.id)
    assert [card.id for card in options(room.records, VOTE.id)] == ["a"]


@pytest.mark.parametrize(("dots", "cap"), [(0, 0), (1, 0), (1, 2)])
def test_rules_that_make_no_sense_are_refused(dots: int, cap: int) -> None:
    with refused("round.bad_quota"):
        given().when(SetVote(dots, cap), at=VOTE.id)


def test_only_ideas_that_are_there_go_on_the_ballot() -> None:
    with refused("vote.no_such_card"):
        given(A).when(ChooseOptions(("a", "nowhere")), at=VOTE.id)


def test_without_a_choice_the_ballot_has_what_came_from_the_board() -> None:
    room = given()
    room.when(AddIdeas(("Money", "Data")), at=BOARD.id)
    assert options(room.records, VOTE.id) == []
    room.when(StartBlock(VOTE.id))

    assert [card.text for card in options(room.records, VOTE.id)] == ["Money", "Data"]


@pytest.mark.parametrize(
    ("count", "dots"),
    [(1, (1, 1)), (4, (1, 1)), (5, (2, 2)), (8, (2, 3)), (12, (3, 4)), (20, (5, 7)), (100, (7, 7))],
)
def test_dots_are_suggested_by_the_number_of_options(count: int, dots: tuple[int, int]) -> None:
    assert suggested_dots(count) == dots


def test_no_options_no_suggestion() -> None:
    with pytest.raises(ValueError, match="needs an option"):
        suggested_dots(0)


@pytest.mark.parametrize(
    ("dots", "above"),
    [
        ((15, 15, 10, 6, 3, 2, 2, 1), 2),
        ((9, 8, 7, 3, 2, 1), 3),
        ((4, 4, 4, 4), 0),
        ((5,), 0),
        ((), 0),
        ((7, 5, 3, 3), 2),
        ((13, 11, 11, 9, 8, 6, 6, 2), 3),
        ((9, 3, 2, 1), 1),
        ((3, 1), 1),
    ],
)
def test_the_cut_lies_at_the_widest_gap_of_the_better_half(dots: tuple[int, ...], above: int) -> None:
    assert above_the_cut(dots) == above


def test_the_share_is_of_what_everybody_could_have_given_to_one_idea() -> None:
    assert share_of_possible(15, 19, 2) == 39
    assert share_of_possible(0, 0, 2) == 0


def test_what_exceeds_the_cap_goes_back_to_the_voter_while_the_vote_is_open() -> None:
    room = given(A, B, C, *(Placement(card.id, BOARD.id) for card in (A, B, C)))
    round_ = RoundId(room.when(OpenRound(("a", "b", "c"), 4, 2), at=VOTE.id))
    room.when(CastBallot(round_, 1, tuple("aabb")), by=AMINA, at=VOTE.id)
    room.when(CastBallot(round_, 1, tuple("aabb")), by=TOMAS, at=VOTE.id)

    made = room.when(MergeIdeas(("a", "b"), "Both"), at=BOARD.id)
    assert [card.text for card in options(room.records, VOTE.id)] == ["Both", "C"]
    room.when(CastBallot(round_, 2, (made, made, "c", "c")), by=AMINA, at=VOTE.id)
    room.when(CloseRound(round_), at=VOTE.id)
    room.when(RevealRound(round_), at=VOTE.id)

    after = room.records[Round][round_]
    assert result(room, after) == [("Both", 1, 4, 2, False), ("C", 2, 2, 1, False)]
    assert beyond_cap(room.records, after) == 2


CHOICES = st.lists(st.lists(st.sampled_from("abcd"), max_size=5), min_size=1, max_size=3)
MERGES = st.lists(st.lists(st.sampled_from("abcd"), min_size=2, max_size=3), max_size=3)


@tried_with(CHOICES, MERGES)
def test_however_ideas_are_merged_dots_follow_and_nobody_counts_twice_or_beyond_the_cap(
    choices: list[list[str]], merges: list[list[str]]
) -> None:
    cards = (A, B, C, D)
    room = given(*cards, *(Placement(card.id, BOARD.id) for card in cards))
    key = RoundId(room.when(OpenRound(tuple("abcd"), 5, 2), at=VOTE.id))
    for voter, choice in zip((AMINA, TOMAS, WEI), choices, strict=False):
        with contextlib.suppress(Refusal):
            room.when(CastBallot(key, 1, tuple(choice)), by=voter, at=VOTE.id)
    room.when(CloseRound(key), at=VOTE.id)
    room.when(RevealRound(key), at=VOTE.id)
    for merge in merges:
        with contextlib.suppress(Refusal):
            room.when(MergeIdeas(tuple(merge)), at=BOARD.id)

    round_ = room.records[Round][key]
    standings = ranking(room.records, round_)

    assert sum(each.dots for each in standings) + beyond_cap(room.records, round_) == round_.dots
    assert all(each.voters <= round_.ballots and each.dots <= 2 * each.voters for each in standings)


def interrupted(*options_: str) -> Room:
    """A round on these of four ideas, lost before its reveal."""
    room = given(A, B, C, D)
    round_ = RoundId(room.when(OpenRound(options_, 2, 1), at=VOTE.id))
    room.when(InterruptRound(round_), at=VOTE.id)
    return room


def on_ballot(room: Room) -> str:
    return "".join(card.id for card in options(room.records, VOTE.id))


def test_an_interrupted_round_is_asked_once_more_about_the_same() -> None:
    """DV5. Who asks once more asks the same question: also after a second round on the best of the first."""
    room = given(A, B, C, D)
    room.when(ChooseOptions(("d", "a", "b")), at=VOTE.id)
    first = RoundId(room.when(OpenRound(("d", "a", "b"), 2, 1), at=VOTE.id))
    room.when(CloseRound(first), at=VOTE.id)
    room.when(RevealRound(first), at=VOTE.id)
    second = RoundId(room.when(OpenRound(("b", "d"), 1, 1), at=VOTE.id))
    room.when(InterruptRound(second), at=VOTE.id)

    assert on_ballot(room) == "bd"


def test_what_is_chosen_after_an_interruption_is_on_the_ballot() -> None:
    room = interrupted("a", "b", "c")

    room.when(ChooseOptions(("c", "d")), at=VOTE.id)
    assert on_ballot(room) == "cd"
    room.undo()
    assert on_ballot(room) == "abc"
    room.redo()

    again = RoundId(room.when(OpenRound(("c", "d"), 1, 1), at=VOTE.id))
    assert on_ballot(room) == "cd"
    room.when(InterruptRound(again), at=VOTE.id)
    assert on_ballot(room) == "cd"


def test_between_two_rounds_merged_ideas_are_one_option_and_those_taken_away_none() -> None:
    """BD6: twins are one before any vote."""
    room = interrupted("a", "b", "c", "d")
    room.records = room.records.after((Change("card", "c", {"merged_into": "a"}),))
    room.when(RemoveCard(D.id))

    assert on_ballot(room) == "ab"


def test_an_idea_parked_between_stays_until_the_ideas_are_taken_again() -> None:
    """HV3: what was parked does not go on; but a ballot that the room has read changes only when somebody says so."""
    room = given()
    room.when(AddIdeas(("Money", "Data", "Time")), at=BOARD.id)
    money, data, time = (CardId(card) for card in room.records[Card])
    room.when(TakeHarvest(VOTE.id))
    round_ = RoundId(room.when(OpenRound((money, data, time), 1, 1), at=VOTE.id))
    room.when(InterruptRound(round_), at=VOTE.id)
    room.when(ParkIdea(data), at=BOARD.id)
    assert [card.id for card in options(room.records, VOTE.id)] == [money, data, time]

    room.when(TakeHarvest(VOTE.id))

    assert [card.id for card in options(room.records, VOTE.id)] == [money, time]


def test_what_was_revealed_goes_on_where_the_round_after_it_was_lost() -> None:
    room, _round = revealed((AMINA, "aab"), (TOMAS, "c"))
    again = RoundId(room.when(OpenRound(("a", "b"), 1, 1), at=VOTE.id))
    assert harvest(room.records, VOTE.id) == ()
    room.when(InterruptRound(again), at=VOTE.id)

    assert harvest(room.records, VOTE.id) == ("a", "b", "c")


def test_a_round_keeps_its_result_when_a_later_one_asks_about_less() -> None:
    """DV8: the first result stays whole beside the second one."""
    room, first = revealed((AMINA, "aab"), (TOMAS, "bc"))
    room.when(OpenRound(("a", "b"), 1, 1), at=VOTE.id)

    assert [standing.card.id for standing in ranking(room.records, first)] == ["a", "b", "c", "d"]
