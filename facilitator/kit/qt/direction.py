"""The direction of reading: where a painted part lies in a window that reads from right to left."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QWidget

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


def write_in(
    widget: QWidget, painter: QPainter, box: QRectF, words: str, at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading
) -> None:
    """Write a line in a box that is measured from the side where reading begins, its numbers where its script has them.

    `at` is the side of the box as the window reads; the letters keep the order of their own script: "6 things".
    """
    metrics, place = QFontMetricsF(painter.font()), mirrored(widget, box)
    room = place.width() - metrics.horizontalAdvance(words)
    seen = QStyle.visualAlignment(widget.layoutDirection(), at)
    share = 0.5 if seen & Qt.AlignmentFlag.AlignHCenter else 1 if seen & Qt.AlignmentFlag.AlignRight else 0
    baseline = place.center().y() + (metrics.ascent() - metrics.descent()) / 2
    read_from_its_own_side(painter, words)
    # Whole pixels: the letters are as sharp at one edge as at the other.
    painter.drawText(QPointF(round(place.left() + room * share), round(baseline)), words)


def read_from_its_own_side(painter: QPainter, words: str) -> None:
    """Let words that are drawn next read as their script does, in a window of either direction: "+5", "7 min late"."""
    right = reads_from_right(words)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
