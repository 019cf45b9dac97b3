"""What the keys of a canvas are called, and when there are any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.rules import LayOut
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.canvas_view import CanvasView
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


@pytest.mark.parametrize("layout", ["free", "columns"])
def test_keys_look_closer_from_further_away_and_at_full_size(led: LedHere, layout: str) -> None:
    led.room.say(LayOut(shipped()[layout][1]), "ideas")
    led.follow()
    views = (led.panel.findChildren(CanvasView)[0], led.panel.findChildren(BoardCanvas)[0])
    seen = views[layout == "columns"]
    scales = [seen.scale()]

    for key in ("Ctrl +", "Ctrl +", "Ctrl −", "Ctrl 0"):
        led.press(key)
        scales.append(seen.scale())

    assert scales == pytest.approx([1, 1.25, 1.25**2, 1.25, 1])
    led.press("Ctrl −")
    led.press("Z")
    led.press("Z")
    assert seen.scale() == 1


def test_keys_look_further_on_where_there_is_more(led: LedHere) -> None:
    led.room.say(LayOut(shipped()["free"][1]), "ideas")
    led.follow()
    led.press("Ctrl +")
    seen = led.panel.findChildren(CanvasView)[0]
    before = seen.place_at(QPointF(10, 10))

    for key in ("Ctrl Shift Right", "Ctrl Shift Down"):
        led.press(key)
    across, down = seen.place_at(QPointF(10, 10))

    assert across > before[0]
    assert down > before[1]
    for key in ("Ctrl Shift Left", "Ctrl Shift Up"):
        led.press(key)
    back = seen.place_at(QPointF(10, 10))
    assert back[0] < across
    assert back[1] < down
