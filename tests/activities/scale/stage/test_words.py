"""The sentences of the stage."""

from __future__ import annotations

from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, ROTI, Scale
from facilitator.activities.scale.rules.support import SupportRule
from facilitator.activities.scale.stage.words import promise, quoted, result_words, rule_words
from facilitator.convening.ballots import CLOSED, OPEN
from facilitator.convening.ids import BlockId
from tests.activities.scale.asking import MAP
from tests.activities.scale.stage.looking import ARABIC

BLOCK = BlockId("b")


def test_a_proposal_has_the_quotes_of_its_script_and_a_question_has_none() -> None:
    assert quoted(MAP, AGREEMENT) == f"“{MAP}”"
    assert quoted(ARABIC, FIST) == f"«{ARABIC}»"
    assert quoted("Was this worth your time?", ROTI) == "Was this worth your time?"
    assert not quoted("", AGREEMENT)


def test_a_rule_names_its_points_in_the_order_in_which_they_are_read() -> None:
    """DE1."""
    agreement, fist = Scale(BLOCK), Scale(BLOCK, FIST)

    assert rule_words(agreement, SupportRule(BLOCK, 15, 3, may_block=False)) == (
        "Supported when 15 or more choose 1, 2 or 3."
    )
    assert rule_words(agreement, SupportRule(BLOCK, 15, 1)) == (
        "Supported when 15 or more choose 1, and no one chooses 8."
    )
    assert rule_words(fist, SupportRule(BLOCK, 6, 3)) == (
        "Supported when 6 or more choose 3, 4 or 5, and no one chooses 0."
    )


def test_a_rule_that_is_not_set_or_decides_nothing_is_no_sentence() -> None:
    assert not rule_words(Scale(BLOCK), SupportRule(BLOCK))
    assert not rule_words(Scale(BLOCK, RATING), SupportRule(BLOCK, 5))


def test_secrecy_is_promised_only_where_it_can_be_kept() -> None:
    """DV6, DE5."""
    assert promise(OPEN, AGREEMENT, 5) == "Hidden from everyone until the reveal"
    assert "cannot be promised" in promise(OPEN, AGREEMENT, 4)
    assert promise(OPEN, ROTI, 4) == "With fewer than five answers the spread is not shown."
    assert promise(OPEN, AGREEMENT, 0) == "Hidden from everyone until the reveal"
    assert promise(CLOSED, AGREEMENT, 4) == "Answers are closed. The result comes next."


def test_a_bar_is_not_called_a_dot() -> None:
    assert result_words(700, 700, has_dots=False, is_heard=False) == "Each number counts people."
    assert result_words(700, 700, has_dots=True, is_heard=False) == "Each dot is one person."
