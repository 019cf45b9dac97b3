"""Layouts are data: what ships is sound, and what comes from elsewhere is read whole or refused."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from facilitator.activities.ideation_board.rules import CANVAS, WHOLE, read_layout
from facilitator.convening.words import Refusal
from facilitator.paths import resources

ZONE: dict[str, Any] = {"key": "stop", "title": "Stop", "where": [0, 0, 0.5, 1], "snaps": True}
SOUND: dict[str, Any] = {"key": "mine", "title": "Mine", "shape": "canvas", "zones": [ZONE]}


def refusal_of(written: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_layout(written if isinstance(written, str) else json.dumps(written))
    return caught.value


def shipped() -> list[Any]:
    found: list[Any] = json.loads((resources() / "templates/board_layouts.json").read_text(encoding="utf-8"))
    return found


def test_every_layout_that_ships_is_read_and_has_a_key_of_its_own() -> None:
    layouts = [read_layout(json.dumps(written)) for written in shipped()]

    assert len({layout.key for layout in layouts}) == len(layouts) >= 8
    assert {layout.shape for layout in layouts} == {"columns", "wall", "canvas"}
    assert any(layout.across and layout.upward for layout in layouts)
    assert {zone.snaps for layout in layouts for zone in layout.zones} == {True, False}


@pytest.mark.parametrize("written", [each for each in shipped() if each["shape"] == CANVAS], ids=lambda one: one["key"])
def test_a_canvas_that_ships_has_a_zone_for_every_place(written: Any) -> None:
    layout = read_layout(json.dumps(written))

    places = [(x, y) for x in range(0, WHOLE + 1, 250) for y in range(0, WHOLE + 1, 250)]

    assert all(layout.zone_at(x, y) for x, y in places)
    assert {layout.zone_at(x, y) for x, y in places} == {zone.key for zone in layout.zones}


@pytest.mark.parametrize(
    "where",
    [
        [-0.1, 0, 0.5, 1],
        [0.6, 0, 0.5, 1],
        [0, 0.5, 0.5, 0.6],
        [0, 0, 0.001, 1],
        [0, 0, 1e300, 1],
        [float("nan"), 0, 0.5, 1],
        [0, float("inf"), 0.5, 1],
    ],
)
def test_a_zone_that_is_not_on_the_canvas_is_named(where: list[float]) -> None:
    said = refusal_of({**SOUND, "zones": [{**ZONE, "where": where}]})

    assert said.code == "layout.zone_astray"
    assert said.values == {"zone": "Stop"}


def test_a_zone_that_lies_on_another_one_is_named() -> None:
    said = refusal_of({**SOUND, "zones": [ZONE, {**ZONE, "key": "go", "title": "Go", "where": [0.4, 0, 0.5, 1]}]})

    assert said.code == "layout.zones_overlap"
    assert said.values == {"zone": "Go"}
    assert (
        read_layout(json.dumps({**SOUND, "zones": [ZONE, {**ZONE, "key": "go", "where": [0.5, 0, 0.5, 1]}]})).zone_at(
            WHOLE // 2, 0
        )
        == "go"
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "no JSON",
        "[]",
        "[1, 2]",
        '"text"',
        "{" * 5000,
        "[" * 19_000,
        {},
        {**SOUND, "shape": "spiral"},
        {**SOUND, "shape": "wall"},
        {**SOUND, "zones": []},
        {**SOUND, "zones": [ZONE] * 2},
        {**SOUND, "zones": [ZONE] * 40},
        {**SOUND, "key": "../../etc"},
        {**SOUND, "title": ""},
        {**SOUND, "title": "two\nlines"},
        {**SOUND, "title": "x" * 100},
        {**SOUND, "across": {"low": "Little"}},
        {**SOUND, "across": "Little"},
        {**SOUND, "zones": [{**ZONE, "snaps": "yes"}]},
        {**SOUND, "zones": [{**ZONE, "where": [0, 0, 1]}]},
        {**SOUND, "zones": [{**ZONE, "where": ["0", 0, 1, 1]}]},
        {**SOUND, "zones": [{**ZONE, "where": [True, 0, 1, 1]}]},
        {**SOUND, "more": "x" * 30_000},
    ],
)
def test_what_is_no_layout_is_refused(written: object) -> None:
    assert refusal_of(written).code == "layout.unreadable"


@drawn(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda each: st.lists(each) | st.dictionaries(st.sampled_from([*SOUND, *ZONE]), each)))  # fmt: skip
def test_whatever_is_said_is_read_or_refused_in_a_sentence(written: Any) -> None:
    for whole in (written, {**SOUND, "zones": written}, {**SOUND, "zones": [{**ZONE, "where": written}]}):
        with suppress(Refusal):
            layout = read_layout(json.dumps(whole))
            assert all(0 <= zone.left < zone.right <= WHOLE for zone in layout.zones)
            assert all(0 <= zone.top < zone.bottom <= WHOLE for zone in layout.zones)
