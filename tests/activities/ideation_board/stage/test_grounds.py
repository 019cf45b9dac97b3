"""A layout as it is painted, in fractions."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import read_layout
from facilitator.activities.ideation_board.stage.grounds import canvas_of

DRAWN = """{"key": "two", "title": "Two", "shape": "canvas", "across": {"low": "Cheap", "high": "Dear"},
    "zones": [{"key": "a", "title": "A", "where": [0, 0, 0.25, 1], "snaps": true},
    {"key": "b", "title": "B", "where": [0.25, 0, 0.75, 1], "snaps": false}]}"""


def test_zones_and_the_axes_there_are_become_a_canvas() -> None:
    canvas = canvas_of(read_layout(DRAWN))

    assert [(zone.key, zone.left, zone.right, zone.snaps) for zone in canvas.zones] == [
        ("a", 0.0, 0.25, True), ("b", 0.25, 1.0, False),
    ]  # fmt: skip
    assert canvas.ends == {"left": "Cheap", "right": "Dear"}
