"""Where an arrow key leads on a canvas: to the nearest note in its direction, and by arrows to every note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt

from facilitator.kit.qt.nearest import Side, beside

_SIDES = {
    Qt.Key.Key_Left: Side.LEFT,
    Qt.Key.Key_Right: Side.RIGHT,
    Qt.Key.Key_Up: Side.UP,
    Qt.Key.Key_Down: Side.DOWN,
}
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ARROWS = (*_SIDES, Qt.Key.Key_Home, Qt.Key.Key_End)
"""The keys that lead somewhere."""

_ASIDE = 2.0
"""How much more a pixel to the side counts than one ahead."""


def step_from(boxes: Mapping[str, QRectF], note: str, key: Qt.Key) -> str:
    """The id of the note that a key leads to: the same at an edge, the first where none was selected, "" for none."""
    ids = list(boxes)
    if note not in boxes or key is Qt.Key.Key_Home:
        return ids[0] if ids else ""
    if key is Qt.Key.Key_End:
        return ids[-1]
    there = beside(boxes, note, _SIDES[key])
    return there if there != note else _ahead(boxes, note, key)


def _ahead(boxes: Mapping[str, QRectF], note: str, key: Qt.Key) -> str:
    """The nearest note that lies ahead at all, where a lane ends: never one that lies mostly to the side."""
    across, down = _WAYS[key]
    here = boxes[note].center()
    best, nearest = note, float("inf")
    for other, box in boxes.items():
        way = box.center() - here
        ahead = way.x() * across + way.y() * down
        aside = abs(way.x() * down) + abs(way.y() * across)
        if other != note and ahead > 0.5 and ahead * 3 >= aside and ahead + _ASIDE * aside < nearest:
            best, nearest = other, ahead + _ASIDE * aside
    return best
