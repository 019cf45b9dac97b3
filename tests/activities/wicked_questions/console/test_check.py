"""The check of a pair: a nudge, never a lock."""

from __future__ import annotations

import pytest

from facilitator.activities.wicked_questions.console.check import POINTS, nudges, weak_places
from facilitator.activities.wicked_questions.console.deck import deck


@pytest.mark.parametrize(
    "weak",
    [
        "those who refuse to come",
        "people who Failed us",
        "they  always arrive late",
        "obviously the best",
        "lazy partners",
    ],
)
def test_words_that_blame_raise_a_question(weak: str) -> None:
    found = nudges("listening to everybody who speaks", weak)

    assert [nudge.half for nudge in found] == ["second"]


@pytest.mark.parametrize(
    "fine", ["sharing every failure in public", "refusenik stories", "pretending", "failing forward"]
)
def test_only_whole_words_count(fine: str) -> None:
    assert nudges("listening to everybody", fine) == []


def test_no_card_of_the_deck_raises_a_warning() -> None:
    assert [card for card in deck() if nudges(card.first, card.second)] == []


def test_two_equal_halves_are_no_pair() -> None:
    assert [nudge.says for nudge in nudges("Going  slowly", "going slowly")] == ["Both halves say the same."]


def test_a_half_that_is_much_shorter_is_named() -> None:
    found = nudges("fast", "moving slowly enough for her village to lead its own water")

    assert [(nudge.half, nudge.says) for nudge in found] == [("first", "The first half is much shorter.")]


def test_a_question_for_a_number_ends_the_talk() -> None:
    asking = nudges("how many wells we dig", "listening to the people who drink")
    telling = nudges("judged by how many wells we dig", "listening to the people who drink")

    assert ["asks for a number" in nudge.says for nudge in asking] == [True]
    assert telling == []


def test_weak_words_are_found_where_they_stand() -> None:
    assert weak_places("villages that refuse us, obviously") == [(14, 6), (25, 9)]


def test_there_are_five_points() -> None:
    assert len(POINTS) == 5
