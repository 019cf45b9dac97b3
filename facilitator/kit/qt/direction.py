"""The direction of reading: where a painted part lies in a window that reads from right to left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.kit.qt.lines import reads_from_right


def is_mirrored(widget: QWidget) -> bool:
    """Whether a widget reads from right to left."""
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(widget: QWidget, box: QRectF) -> QRectF:
    """Give a box, measured from the side where reading begins, as it lies in its widget."""
    if not is_mirrored(widget):
        return box
    return QRectF(widget.width() - box.right(), box.top(), box.width(), box.height())


def mirrored_point(widget: QWidget, left: float, baseline: float, took: float) -> QPointF:
    """Where the drawing of words begins that take up so much room from `left`, measured as reading begins."""
    return QPointF(mirrored(widget, QRectF(left, 0, took, 0)).left(), baseline)


def mirrored_in(width: float, box: QRectF, *, is_mirrored: bool) -> QRectF:
    """Give a box, measured from the side where reading begins, as it lies in a picture of this width."""
    return QRectF(width - box.right(), box.top(), box.width(), box.height()) if is_mirrored else box


def read_from_its_own_side(painter: QPainter, words: str) -> None:
    """Let words that are drawn next read as their script does, in a window of either direction: "+5", "7 min late"."""
    right = reads_from_right(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
