"""Cues: what may be written for a block."""

from __future__ import annotations

import pytest

from facilitator.convening.cues import AUTO, sound_cues


@pytest.mark.parametrize(("cues", "is_sound"), [(AUTO, True), ("", True), ("10 5 1", True), ("0", False), ("x", False)])
def test_cues_are_minutes_before_the_end(cues: str, is_sound: bool) -> None:
    assert sound_cues(cues) is is_sound
