"""What the keys of a canvas are called, and when there are any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.activities.ideation_board.console.layout_choice import shipped
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.rules import LayOut, Placement, PutInZone
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.canvas_view import CanvasView
from tests.activities.ideation_board.console.test_panel import LedHere, led, sorted_

__all__ = ["led", "sorted_"]


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


def test_a_part_of_the_canvas_is_named_by_key_and_by_double_click(led: LedHere) -> None:
    led.room.say(LayOut(shipped()["stop_start_continue"][1]), "ideas")
    led.follow()
    seen = led.panel.findChildren(CanvasView)[0]
    fields = {each.accessibleName(): each for each in seen.viewport().findChildren(QPlainTextEdit)}
    field = fields["Name this part of the canvas"]

    led.press("R")
    field.setPlainText("Let go")
    QTest.keyClick(field, Qt.Key.Key_Return)
    led.follow()
    QTest.mouseDClick(seen.viewport(), Qt.MouseButton.LeftButton, pos=seen.title_place("start").center())
    assert field.toPlainText() == "Start"
    field.setPlainText("Dare")
    QTest.keyClick(field, Qt.Key.Key_Return)
    led.follow()

    assert [zone.title for zone in seen.canvas().zones] == ["Let go", "Dare", "Continue"]


def test_a_note_in_rows_goes_later_by_key_and_no_other_does(sorted_: LedHere) -> None:
    cards = tuple(sorted_.records()[Placement])[:3]
    sorted_.room.say(LayOut(shipped()["stop_start_continue"][1]), "ideas")
    sorted_.room.say(PutInZone(cards, "stop"), "ideas")
    sorted_.follow()
    seen = sorted_.panel.findChildren(CanvasView)[0]
    sorted_.panel.findChildren(Table)[0].choose(cards[0])

    sorted_.press("Alt PgDn")

    assert seen.ids() == [cards[1], cards[0], cards[2]]
    sorted_.press("Alt PgUp")
    assert seen.ids() == list(cards)
    sorted_.room.say(LayOut(shipped()["free"][1]), "ideas")
    sorted_.follow()
    assert not sorted_.can("Alt PgDn")
