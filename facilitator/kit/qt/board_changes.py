"""What differs between a board and the same board a moment later: only that has to be painted again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF

from facilitator.kit.qt.board_layout import BoardLayout, PlacedColumn, PlacedNote


def is_same_frame(old: BoardLayout, new: BoardLayout) -> bool:
    """Whether columns and lanes lie where they lay, in their colours: then what differs are notes."""
    return [_frame(column) for column in old.columns] == [_frame(column) for column in new.columns]


def changed_notes(old: BoardLayout, new: BoardLayout) -> tuple[list[PlacedNote], list[PlacedNote]]:
    """The notes that are gone from where they lay, and those that were not there: a note that moved is in both."""
    before, after = old.by_id, new.by_id
    come = [placed for note, placed in after.items() if before.get(note) != placed]
    gone = [before[placed.note.id] for placed in come if placed.note.id in before]
    if len(before) + len(come) - len(gone) != len(after):
        gone += [placed for note, placed in before.items() if note not in after]
    return gone, come


def strips(changed: Iterable[PlacedNote]) -> list[QRectF]:
    """One rectangle for each lane, in board units, that together hold these notes."""
    lanes: dict[float, tuple[float, float, float]] = {}
    for _note, _column, left, top, width, height in changed:
        first, last, wide = lanes.get(left, (top, top, width))
        lanes[left] = (min(first, top), max(last, top + height), max(wide, width))
    return [QRectF(left, first, wide, last - first) for left, (first, last, wide) in lanes.items()]


def _frame(column: PlacedColumn) -> tuple[str, float, float, int]:
    return column.column.colour, column.left, column.width, len(column.lanes)
