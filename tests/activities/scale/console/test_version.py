"""Wordings and rounds in words."""

from __future__ import annotations

from facilitator.activities.scale.console.version import change_words, round_words, version_words
from facilitator.activities.scale.rules.points import AGREEMENT, ROTI
from facilitator.activities.scale.rules.proposal import Proposal
from facilitator.convening.ballots import InterruptRound, Round
from facilitator.convening.ids import BlockId
from tests.activities.scale.asking import AGREE, MAP, answers, opened, ready, revealed


def reworded(before: str, now: str) -> Proposal:
    return Proposal(BlockId("b"), now, 2, before, 1)


def test_a_wording_is_called_by_its_number_from_the_second_on() -> None:
    assert version_words(AGREEMENT, 0) == version_words(AGREEMENT, 1) == "Proposal"
    assert version_words(AGREEMENT, 3) == "Proposal, version 3"
    assert version_words(ROTI, 2) == "Question, version 2"


def test_a_change_is_told_by_the_words_that_changed() -> None:
    said = change_words(reworded("One open map by 2027 for all", "One open map by January 2028 for all"), "11:38")
    assert said == "changed at 11:38: “2027” became “January 2028”"
    assert change_words(reworded("One map", "One open map"), "11:38") == "changed at 11:38: “open” was added"
    assert change_words(reworded("One open map", "One map"), "11:38") == "changed at 11:38: “open” was taken out"
    assert change_words(Proposal(BlockId("b"), MAP, 1), "11:38") == ""


def test_a_round_that_is_over_says_how_many_supported_which_wording() -> None:
    room = ready(enough=2, people=3)
    round_ = opened(room)
    answers(room, round_, "1", "2", "7")
    assert round_words(room.records, room.records[Round][round_]) == ""

    over = revealed(room, round_)

    assert round_words(room.records, over) == "Round 1: 2 of 6 supported version 1."


def test_a_round_that_was_interrupted_says_so() -> None:
    room = ready()
    round_ = opened(room)
    room.when(InterruptRound(round_), at=AGREE.id)

    assert round_words(room.records, room.records[Round][round_]) == "Round 1 was interrupted and has no result."


def test_a_pulse_says_how_many_answered_and_of_a_few_not_even_that() -> None:
    """DE5: shown from five answers up."""
    room = ready(kind=ROTI, enough=0, people=4)
    round_ = opened(room)
    answers(room, round_, *"0011")
    assert round_words(room.records, revealed(room, round_)) == "Round 1: fewer than five answered."

    round_ = opened(room)
    answers(room, round_, *"00112")
    assert round_words(room.records, revealed(room, round_)) == "Round 2: 5 of 7 answered."
