"""How sure the room is, in a word and a shape."""

from __future__ import annotations

from facilitator.convening.confidence import LEVELS
from facilitator.kit.sure_words import fullness, sure_word


def test_each_level_has_a_word_and_a_fuller_shape() -> None:
    """BD5: as word and shape."""
    assert [sure_word(level) for level in LEVELS] == ["hunch", "noticed", "tested", "agreed"]
    assert [fullness(level) for level in LEVELS] == [1, 2, 3, 4]
    assert sure_word("") == ""
