"""What a block is called by in small."""

from __future__ import annotations

import pytest

from facilitator.activities import discover
from facilitator.console.kicker import kicker_of
from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId


def kicker(title: str, activity: str = "plain", method: str = "", category: str = "gather") -> str:
    return kicker_of(Block(BlockId("b"), title, activity, method=method, category=category), discover())


def test_an_activity_goes_by_its_own_name() -> None:
    assert kicker("Where to?", "dot_vote", method="dot_vote") == "Dot vote"


def test_a_block_without_an_activity_goes_by_its_method() -> None:
    assert kicker("Our first 90 days", method="one_two_four_all", category="think") == "1-2-4-All"


@pytest.mark.parametrize("method", ["", "one_two_four_all", "a method of another laptop"])
def test_without_a_method_to_tell_it_goes_by_its_kind_of_time(method: str) -> None:
    assert kicker("1-2-4-All: our first 90 days", method=method, category="think") == "Think"
    assert kicker("1-2-4-All over lunch", method=method, category="pause") == "Pause"
