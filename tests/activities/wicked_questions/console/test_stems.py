"""The stems in words."""

from __future__ import annotations

import pytest

from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.activities.wicked_questions.rules import STEMS


@pytest.mark.parametrize(
    ("stem", "whole"),
    [
        ("at_once", "How is it that we are A and we are B, simultaneously?"),
        ("want_why", "If people want A, why do we B?"),
        ("say_do", "Why do we say A and do B?"),
    ],
)
def test_each_stem_has_a_grammar_of_its_own(stem: str, whole: str) -> None:
    assert stem_words(stem).whole("A", "B") == whole


def test_every_stem_has_its_words() -> None:
    assert len({stem_words(stem).line for stem in STEMS}) == len(STEMS)
