"""A result shows ranks, ties as ties, dots and the people who gave them."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.ranking import Standing, has_ties, ranking
from tests.kit.pdf.paper import colours, plain_look, printed, rgb, words_of

RESULT = [
    Standing(1, "One open map", 13, 9, 1, is_ahead=True),
    Standing(2, "Pooled funds", 11, 8, 0),
    Standing(2, "Two mechanics", 11, 7, 3),
    Standing(4, "Swap engineers", 2, 2),
]


def test_each_row_says_rank_letter_idea_people_and_dots(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ranking(look, RESULT))

    text = words_of(page)
    assert "1BOneopenmap913" in text
    assert "2tieAPooledfunds811" in text
    assert "2tieDTwomechanics711" in text
    assert "4Swapengineers22" in text


def test_what_is_ahead_stands_out_by_colour_too(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ranking(look, RESULT))

    assert {rgb(look.theme.colours.accent), rgb(look.theme.colours.line_strong)} <= colours(page)


def test_ties_are_found() -> None:
    assert has_ties(RESULT)
    assert not has_ties(RESULT[:2])


def test_three_hundred_dots_become_a_bar_and_stay_on_the_page(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ranking(look, [Standing(1, "Map", 300, 200), Standing(2, "Funds", 0, 0)]))

    assert "1Map200300" in words_of(page)


def test_an_idea_of_six_hundred_letters_is_printed_whole(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ranking(look, [Standing(1, "x" * 600, 1, 1)]))

    assert words_of(page).count("x") == 600
