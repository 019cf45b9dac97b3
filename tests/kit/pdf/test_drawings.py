"""Small drawings are right in colour and proportion, and say what no words beside them say."""

from __future__ import annotations

from pathlib import Path

from facilitator.kit.pdf.drawings import Blank, ColumnDigits, Dots, MinuteBars, Ribbon, Stretch, Tag
from facilitator.kit.pdf.look import TEXT_WIDTH
from tests.kit.pdf.paper import colours, ink, plain_look, printed, rgb, roles, words_of


def test_a_tag_carries_its_letter_beside_its_colour(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, Tag(look, 2))

    assert words_of(page).startswith("C")
    assert rgb(look.theme.cluster(2).edge) in colours(page)


def test_clusters_beyond_the_alphabet_have_two_letters(tmp_path: Path) -> None:
    look = plain_look()

    assert words_of(printed(look, tmp_path, Tag(look, 26))).startswith("AA")


def test_one_disc_for_each_dot_and_a_bar_when_there_are_too_many(tmp_path: Path) -> None:
    look = plain_look()
    colour = look.theme.colours.accent

    three = ink(printed(look, tmp_path, Dots(160, 3, 13, colour)))
    many = ink(printed(look, tmp_path, Dots(160, 300, 300, colour)))

    assert three[2] - three[0] < 40
    assert 155 <= many[2] - many[0] <= 162


def test_a_time_reads_as_a_time_however_its_digits_are_set(tmp_path: Path) -> None:
    look = plain_look()

    page = printed(look, tmp_path, ColumnDigits(look, "11:10", look.small))

    assert words_of(page).startswith("11:10")


def test_times_of_a_column_are_equally_wide() -> None:
    look = plain_look()

    assert ColumnDigits(look, "11:11", look.small).width == ColumnDigits(look, "08:40", look.small).width


def test_a_ribbon_shows_each_category_and_tells_what_it_shows(tmp_path: Path) -> None:
    look = plain_look()
    stretches = [Stretch(15, "gather"), Stretch(40, "think"), Stretch(0, "act"), Stretch(70, "pause")]

    page = printed(look, tmp_path, Ribbon(look, stretches, TEXT_WIDTH, 12, "The blocks of the day"))

    shown = colours(page)
    assert {rgb(look.theme.category(name)) for name in ("gather", "think", "pause")} <= shown
    assert rgb(look.theme.category("act")) not in shown
    assert "Figure" in roles(page)


def test_minutes_beyond_the_plan_have_their_own_colour(tmp_path: Path) -> None:
    look = plain_look()

    over = colours(printed(look, tmp_path, MinuteBars(look, 20, 24, 2)))
    under = colours(printed(look, tmp_path, MinuteBars(look, 20, 18, 2)))

    assert rgb(look.over_plan) in over
    assert rgb(look.over_plan) not in under


def test_an_empty_cell_takes_no_room() -> None:
    assert Blank().wrap(100, 100) == (0, 0)
