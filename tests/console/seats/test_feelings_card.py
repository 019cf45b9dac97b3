"""Hands and moods in words."""

from __future__ import annotations

from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.feelings_card import hands_words, moods_words


def test_hands_are_named_in_their_order_and_many_are_counted() -> None:
    names = [f"P{number}" for number in range(9)]

    assert hands_words(["Tomás", "Amina"]) == "Hands up: Tomás, Amina"
    assert hands_words(names).endswith("P5 and 3 more")
    assert hands_words([]) == ""


def test_moods_are_numbers_and_who_is_lost_comes_first() -> None:
    moods = {"good_pace": 5, "pause": 1, "too_fast": 3, "lost": 2}

    assert moods_words(Attendance(moods=moods)) == "2 lost · 3 too fast · 1 need a pause · 5 good pace"
    assert moods_words(Attendance(moods={"good_pace": 5, "lost": 0})) == "5 good pace"
