"""Where an arrow key leads on the board: along a lane, or to the nearest note of the column beside."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.kit.qt.board_layout import BoardLayout, PlacedNote


def neighbour(layout: BoardLayout, note: str, key: Qt.Key) -> str:
    """The id of the note that a key leads to; the same note at an edge, the first one when none was selected."""
    placed = layout.by_id.get(note)
    if placed is None:
        return next((found.note.id for column in layout.columns for found in column.reading_order()), "")
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        order = layout.columns[placed.column].reading_order()
        return order[0 if key is Qt.Key.Key_Home else -1].note.id
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _along(layout, placed, 1 if key is Qt.Key.Key_Down else -1)
    return _across(layout, placed, 1 if key is Qt.Key.Key_Right else -1)


def _along(layout: BoardLayout, placed: PlacedNote, step: int) -> str:
    for lane in layout.columns[placed.column].lanes:
        if placed in lane:
            at = min(len(lane) - 1, max(0, lane.index(placed) + step))
            return lane[at].note.id
    return placed.note.id


def _across(layout: BoardLayout, placed: PlacedNote, step: int) -> str:
    lanes = [lane for column in layout.columns for lane in column.lanes]
    at = next(index for index, lane in enumerate(lanes) if placed in lane) + step
    while 0 <= at < len(lanes):
        if lanes[at]:
            middle = placed.box.center().y()
            return min(lanes[at], key=lambda other: abs(other.box.center().y() - middle)).note.id
        at += step
    return placed.note.id
