"""Days in words, and thanks in the languages of the room."""

from __future__ import annotations

from facilitator.stage.days import day_and_month, thanks_in, which_day


def test_a_date_is_said_with_its_weekday() -> None:
    assert day_and_month("2027-03-18") == "Thursday 18 March"


def test_what_is_no_date_is_not_said() -> None:
    assert not day_and_month("some day")


def test_the_day_line_is_said_up_to_its_theme() -> None:
    assert which_day("Day 2 of 3 · From single fixes to one system") == "Day 2 of 3"


def test_the_room_is_thanked_in_its_languages_the_most_spoken_first() -> None:
    assert thanks_in(["pl", "sw", "sw", "pt-BR", "xx"]) == ("Asante", "Dziękuję", "Obrigado")


def test_a_room_of_unknown_languages_is_thanked_in_the_language_of_the_app() -> None:
    assert thanks_in(["", "xx"]) == ("Thank you",)
