"""A rule is one sentence that nobody has to explain."""

from __future__ import annotations

import pytest

from facilitator.i18n import PSEUDO, catalogue
from facilitator.kit.support_words import listed, rule_words


def test_a_rule_says_how_many_which_points_and_what_makes_a_no() -> None:
    """DE1."""
    said = rule_words(15, 22, ("1", "2", "3"), "8")

    assert said == "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8."


def test_without_a_veto_none_is_mentioned() -> None:
    assert rule_words(4, 6, ("4", "5"), "") == "Supported when 4 of 6 or more choose 4 or 5."


def test_a_room_that_was_smaller_than_its_rule_is_not_counted() -> None:
    assert rule_words(15, 9, ("1",), "") == "Supported when 15 or more choose 1."


@pytest.mark.parametrize(("points", "said"), [("1", "1"), ("12", "1 or 2"), ("1234", "1, 2, 3 or 4")])
def test_points_are_named_as_one_speaks(points: str, said: str) -> None:
    assert listed(tuple(points)) == said


def test_paper_speaks_its_own_language() -> None:
    assert rule_words(1, 2, ("1",), "", catalogue(PSEUDO).gettext, catalogue(PSEUDO).ngettext).startswith("⟦")


def test_of_one_it_is_said_as_of_one() -> None:
    assert rule_words(1, 5, ("1", "2"), "8") == "Supported when 1 of 5 or more chooses 1 or 2, and no one chooses 8."
