"""Hands and moods in words."""

from __future__ import annotations

from facilitator.console.seats.attendance import Attendance
from facilitator.console.seats.feelings_card import hands_words, moods_words


def test_hands_are_named_in_their_order_and_many_are_counted() -> None:
    names = [f"P{number}" for number in range(9)]

    assert hands_words(["Tomás", "Amina"]) == "Hands up: Tomás, Amina"
    assert hands_words(names).endswith("P5 and 3 more")
    assert hands_words([]) == ""


def test_moods_are_numbers() -> None:
    assert moods_words(Attendance(moods={"lost": 2, "good_pace": 5})) == "5 good pace · 2 lost"
