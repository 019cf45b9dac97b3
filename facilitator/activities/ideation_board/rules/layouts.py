"""Layouts as data: which zones lie where on a board, whether notes stand in rows there, and what its axes are called.

A layout is one JSON value, in `resources/templates/board_layouts.json` or from elsewhere: key, title, shape, zones,
across, upward. It is read into the types below; whatever cannot be is refused.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Any

from facilitator.convening.cards import proper
from facilitator.convening.words import Refusal

WHOLE = 10_000
"""The width, and the height, of every canvas: places are whole numbers from 0 to this, from the left and the top."""

STEP = WHOLE // 40
"""How far a note is nudged."""

COLUMNS, WALL, CANVAS = "columns", "wall", "canvas"
"""The shapes: clusters side by side; clusters as fields of a wall; notes that lie where somebody put them."""

MOST_ZONES = 16
_LONGEST_LAYOUT, _LONGEST_NAME, _LONGEST_KEY = 20_000, 80, 40
_KEY = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a canvas. `snaps` says that notes stand in rows in it; else each lies where it was put."""

    key: str
    title: str
    left: int
    top: int
    right: int
    bottom: int
    snaps: bool

    def holds(self, x: int, y: int) -> bool:
        """Whether a place lies in it; its right and its lower edge belong to it only where the canvas ends."""
        is_across = self.left <= x and (x < self.right or x == self.right == WHOLE)
        return is_across and self.top <= y and (y < self.bottom or y == self.bottom == WHOLE)


@dataclass(frozen=True, slots=True)
class Axis:
    """The names of the two ends of an axis: left and right, or bottom and top."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out one set of cards. Source: practice, rule BD1. Titles are marked for translation."""

    key: str
    title: str
    shape: str
    zones: tuple[Zone, ...] = ()
    across: Axis | None = None
    upward: Axis | None = None

    def zone_at(self, x: int, y: int) -> str:
        """The key of the zone that holds a place; "" for none."""
        return next((zone.key for zone in self.zones if zone.holds(x, y)), "")

    def zone(self, key: str) -> Zone | None:
        """One zone by its key."""
        return next((zone for zone in self.zones if zone.key == key), None)


def renamed(zones: tuple[Zone, ...], names: tuple[str, ...]) -> tuple[Zone, ...]:
    """Zones as a room calls them. `names` are "key=name", as they are kept; of a zone that is none nothing is taken."""
    called = dict(each.split("=", 1) for each in names if "=" in each)
    return tuple(replace(zone, title=called.get(zone.key, zone.title)) for zone in zones)


@lru_cache(64)
def read_layout(drawn: str) -> Layout:
    """Read a layout from its JSON text.

    Raises Refusal: layout.unreadable; layout.zone_astray (zone), it does not lie on the canvas; layout.zones_overlap
    (zone), it lies on another one.
    """
    if len(drawn) > _LONGEST_LAYOUT:
        raise Refusal("layout.unreadable")
    try:
        written = json.loads(drawn)
        layout = _layout(written)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refusal("layout.unreadable") from error
    if len({zone.key for zone in layout.zones}) != len(layout.zones):
        raise Refusal("layout.unreadable")
    for one, other in combinations(layout.zones, 2):
        # Notes of one zone would hide the title of the other, and nobody could say in which of the two they lie.
        if one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom:
            raise Refusal("layout.zones_overlap", zone=other.title)
    return layout


def _layout(written: Any) -> Layout:
    shape = _one_of(written["shape"], (COLUMNS, WALL, CANVAS))
    zones = tuple(_zone(each) for each in _list(written.get("zones", [])))
    axes = {name: _axis(written[name]) for name in ("across", "upward") if name in written}
    if bool(zones) != (shape == CANVAS) or (axes and shape != CANVAS):
        raise ValueError("zones and axes are what a canvas has")
    return Layout(_key(written["key"]), _name(written["title"]), shape, zones, axes.get("across"), axes.get("upward"))


def _zone(written: Any) -> Zone:
    key, title = _key(written["key"]), _name(written["title"])
    where = [_fraction(each, title) for each in _list(written["where"])]
    if len(where) != 4 or not isinstance(written["snaps"], bool):
        raise ValueError("where a zone lies is left, top, width, height")
    left, top, wide, high = where
    zone = Zone(key, title, left, top, left + wide, top + high, written["snaps"])
    # A zone must be wide enough for a note to be seen in it.
    if min(wide, high) < STEP or max(zone.right, zone.bottom) > WHOLE:
        raise Refusal("layout.zone_astray", zone=title)
    return zone


def _axis(written: Any) -> Axis:
    return Axis(_name(written["low"]), _name(written["high"]))


def _fraction(value: Any, zone: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a fraction is a number")
    # What is no number at all, as JSON of Python's may hold, is on no canvas either.
    if not 0 <= value <= 1:
        raise Refusal("layout.zone_astray", zone=zone)
    return round(value * WHOLE)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_ZONES:
        raise TypeError("a list, not too long")
    return value


def _key(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_KEY or not _KEY.fullmatch(value):
        raise ValueError("a key is small letters")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or "\n" in value:
        raise ValueError("a name is one line")
    try:
        return proper(value)
    except Refusal as error:
        raise ValueError("a name says something") from error


def _one_of(value: Any, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError("a shape of another kind")
    return str(value)
