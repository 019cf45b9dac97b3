"""The deck of examples."""

from __future__ import annotations

from facilitator.activities.wicked_questions.console.deck import deck, folded, found, prompts, themes


def test_there_are_twelve_themes_of_six() -> None:
    assert len(themes()) == 12
    assert all(len(found(deck(), theme, "")) == 6 for theme in themes())


def test_a_word_finds_cards_whatever_its_case() -> None:
    cards = found(deck(), "", "EVERY speakers")

    assert [card.first for card in cards] == ["inviting every voice"]


def test_a_word_that_is_nowhere_finds_nothing() -> None:
    assert found(deck(), "", "xylophone") == []


def test_accents_do_not_matter() -> None:
    assert folded("Été") == "ete"


def test_there_are_twenty_prompts_for_a_group_that_is_stuck() -> None:
    assert len(prompts()) == 20
