"""A rule while it is being talked about."""

from __future__ import annotations

from dataclasses import replace

from facilitator.activities.scale.console.rule_draft import counted_words, draft_of, new_draft
from facilitator.activities.scale.rules.points import FIST, Scale
from facilitator.activities.scale.rules.support import DURATION, STAKES, SetRule, SupportRule
from facilitator.convening.ids import BlockId

AGREE = Scale(BlockId("b"))


def test_the_more_weighs_the_more_support_is_suggested() -> None:
    """DE2: from stakes, duration, difficulty and buy-in to how much support is enough."""
    draft = new_draft(AGREE, 22)
    assert (draft.suggested, draft.asked_for) == (11, 11)

    heavy = draft.weighing(STAKES).weighing(DURATION)

    assert (heavy.suggested, heavy.asked_for) == (15, 15)
    assert heavy.weighing(STAKES).weights == (DURATION,)


def test_a_number_that_was_named_stays_whatever_is_suggested() -> None:
    draft = replace(new_draft(AGREE, 22), enough=18).weighing(STAKES)

    assert draft.wish() == SetRule(18, 3, may_block=True, weights=(STAKES,))


def test_with_nobody_here_nothing_is_suggested() -> None:
    draft = new_draft(AGREE, 0)

    assert (draft.suggested, draft.asked_for) == (0, 1)


def test_a_rule_that_is_set_is_changed_from_what_it_says() -> None:
    rule = SupportRule(BlockId("b"), 15, 2, may_block=False, weights=(STAKES,), agreed=5)

    assert draft_of(rule, AGREE, 22).wish() == SetRule(15, 2, may_block=False, weights=(STAKES,))


def test_points_that_count_are_named_from_the_side_of_agreement() -> None:
    fist = Scale(BlockId("b"), FIST)

    assert [counted_words(AGREE, counts) for counts in (1, 3)] == ["1", "1 to 3"]
    assert [counted_words(fist, counts) for counts in (1, 3)] == ["5", "3 to 5"]
