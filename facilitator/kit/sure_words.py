"""How sure the room is, in a word; the shape beside it is as full as the word is sure."""

from __future__ import annotations

from facilitator.convening.confidence import AGREED, HUNCH, LEVELS, NOTICED, TESTED
from facilitator.i18n import N_

_WORDS = {HUNCH: N_("hunch"), NOTICED: N_("noticed"), TESTED: N_("tested"), AGREED: N_("agreed")}


def sure_word(level: str) -> str:
    """The word of a level, to be translated where it is shown; "" for none."""
    return _WORDS.get(level, "")


def fullness(level: str) -> int:
    """How many quarters of the round shape are full: one for a hunch, all four for what is agreed."""
    return LEVELS.index(level) + 1
