"""The rule as it is said to the room."""

from __future__ import annotations

import pytest

from facilitator.activities.scale.console.rule_words import heard_sentence, rule_sentence, set_sentence
from facilitator.activities.scale.rules.points import AGREEMENT, FIST, RATING, Scale
from facilitator.activities.scale.rules.support import Asked, SupportRule
from facilitator.convening.ids import BlockId, RoundId

HERE = BlockId("here")
GRADIENTS, HANDS = Scale(HERE), Scale(HERE, FIST)


def test_the_rule_says_who_is_enough_and_who_may_say_no() -> None:
    """DE2: how much support is enough is said before anybody answers."""
    rule = SupportRule(HERE, 15, 3, may_block=True)

    said = rule_sentence(GRADIENTS, rule, 22)

    assert said == "Supported when 15 of 22 or more choose 1, 2 or 3, and no one chooses 8."
    assert heard_sentence(GRADIENTS, rule) == "Everyone from 4 to 8 is heard first."
    assert set_sentence("11:33") == "Set at 11:33."


def test_hands_count_from_their_other_end() -> None:
    """DE3: 0 to 2 are heard."""
    rule = SupportRule(HERE, 9, 3, may_block=True)

    assert rule_sentence(HANDS, rule, 12) == "Supported when 9 of 12 or more choose 3, 4 or 5, and no one chooses 0."
    assert heard_sentence(HANDS, rule) == "Everyone from 0 to 2 is heard first."


def test_where_nobody_may_block_only_the_support_is_said() -> None:
    rule = SupportRule(HERE, 1, 1, may_block=False)

    assert rule_sentence(GRADIENTS, rule, 3) == "Supported when 1 of 3 or more chooses 1."


def test_more_than_are_here_is_said_without_how_many_are_here() -> None:
    rule = SupportRule(HERE, 15, 2, may_block=False)

    assert rule_sentence(GRADIENTS, rule, 6) == "Supported when 15 or more choose 1 or 2."


def test_one_point_that_is_heard_is_said_as_one() -> None:
    five = Scale(HERE, AGREEMENT, ("Yes", "Nearly", "Rather", "Hardly", "No"))

    assert heard_sentence(five, SupportRule(HERE, 3, 4)) == "Everyone at 5 is heard first."


@pytest.mark.parametrize("rule", [SupportRule(HERE), Asked(RoundId("r"), kind=RATING)])
def test_where_nothing_is_decided_there_is_no_rule(rule: SupportRule | Asked) -> None:
    assert rule_sentence(GRADIENTS, rule, 22) == ""
    assert heard_sentence(GRADIENTS, rule) == ""


def test_a_round_says_the_rule_it_opened_with() -> None:
    question = Asked(RoundId("r"), "We publish.", 1, AGREEMENT, (), 15, 3, may_block=True)

    assert rule_sentence(question.scale, question, 22) == rule_sentence(GRADIENTS, SupportRule(HERE, 15, 3), 22)
