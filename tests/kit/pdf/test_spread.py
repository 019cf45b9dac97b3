"""A spread on paper: a row for each point, a dot for everybody who chose it, and how many they are."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.spread import Chosen, spread
from tests.kit.pdf.paper import colours, plain_look, printed, rgb, roles, squashed, words_of

YES, NO = "#0A5A66", "#8B2A0E"
SPREAD = [Chosen("1", "Whole-hearted yes", 6, YES, counts=True), Chosen("2", "Veto", 1, NO)]


def test_each_row_says_its_point_its_name_and_how_many(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, spread(look, SPREAD))

    assert squashed("Answer People 1 Whole-hearted yes 6 2 Veto 1") in words_of(page)
    assert {rgb(YES), rgb(NO)} <= colours(page)
    assert roles(page).count("TR") == 3


def test_a_point_that_nobody_chose_stands_there_without_a_dot(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, spread(look, [Chosen("1", "Yes", 0, YES), Chosen("2", "No", 0, NO)]))

    assert squashed("1 Yes 0 2 No 0") in words_of(page)
    assert not {rgb(YES), rgb(NO)} & colours(page)


def test_a_thousand_people_become_bars_that_stay_on_the_page(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, spread(look, [Chosen("1", "Yes", 1000, YES), Chosen("2", "No" * 20, 1, NO)]))

    assert squashed(f"1 Yes 1000 2 {'No' * 20} 1") in words_of(page)
