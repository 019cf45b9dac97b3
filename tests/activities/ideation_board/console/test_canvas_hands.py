"""What the keys of a canvas are called, and when there are any."""

from __future__ import annotations

import pytest

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import LayOut
from tests.activities.ideation_board.console.test_panel import LedHere, led

__all__ = ["led"]


@pytest.mark.parametrize(("layout", "count"), [("impact_effort", 4), ("free", 0)])
def test_axes_are_named_only_where_there_are_some(led: LedHere, layout: str, count: int) -> None:
    led.room.say(LayOut(shipped()[layout][1]), "ideas")
    led.follow()
    titles = [act.title for act in led.acts() if "axis" in act.title]

    assert len(titles) == count
    assert led.can("Shift R") == bool(count)
    assert not led.can("Alt Left")
