"""Where an arrow key leads on the board: to the note that lies next on that side, in whatever layout."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.kit.qt.board_layout import BoardLayout
from facilitator.kit.qt.nearest import Side, beside

_SIDES = {
    Qt.Key.Key_Up: Side.UP,
    Qt.Key.Key_Down: Side.DOWN,
    Qt.Key.Key_Left: Side.LEFT,
    Qt.Key.Key_Right: Side.RIGHT,
}


def neighbour(layout: BoardLayout, note: str, key: Qt.Key) -> str:
    """The id of the note that a key leads to; the same note at an edge, the first one when none was selected.

    Home and End lead to the first and the last note of the same column.
    """
    placed = layout.by_id.get(note)
    if placed is None:
        return next((found.note.id for column in layout.columns for found in column.reading_order()), "")
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        order = layout.columns[placed.column].reading_order()
        return order[0 if key is Qt.Key.Key_Home else -1].note.id
    return beside({each: other.box for each, other in layout.by_id.items()}, note, _SIDES[key])
