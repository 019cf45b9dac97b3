"""The words around the halves."""

from __future__ import annotations

import pytest

from facilitator.activities.wicked_questions.rules import STEMS
from facilitator.activities.wicked_questions.stage.grammar import grammar


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("at_once", "How is it that we are A AND we are B simultaneously?"),
        ("want_why", "If people want A WHY do we B ?"),
        ("say_do", "Why do we say A AND do B ?"),
    ],
)
def test_each_stem_is_said_by_its_own_grammar(stem: str, said: str) -> None:
    words = grammar(stem)

    assert f"{words.opening} A {words.joint} {words.second_opening} B {words.closing}" == said
    assert stem in STEMS
