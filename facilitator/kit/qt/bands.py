"""The time band and its stripes: time that has passed, the last minute, and time over."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from facilitator.kit.qt.theme import Theme

_STRIPE = 48
_LAST_MINUTE_MS = 60_000


class Band(Enum):
    """What a timer tells by its ground: running, in its last minute, over, or standing still."""

    RUNNING = "running"
    LAST_MINUTE = "last_minute"
    OVER = "over"
    PAUSED = "paused"


def band_for(remaining_ms: int) -> Band:
    """Choose the band of a running timer by the time it has left."""
    if remaining_ms <= 0:
        return Band.OVER
    return Band.LAST_MINUTE if remaining_ms <= _LAST_MINUTE_MS else Band.RUNNING


def paint_band(painter: QPainter, box: QRectF, share: float, band: Band, theme: Theme) -> None:
    """Fill a band from the left by the share of time that has passed; stripes instead once it is over."""
    inks = theme.inks
    if band is Band.OVER:
        paint_stripes(painter, box, theme)
        return
    painter.fillRect(box, inks.sunken)
    colour = {Band.LAST_MINUTE: inks.warn, Band.PAUSED: inks.ink_3}.get(band, inks.accent)
    passed = QRectF(box)
    passed.setWidth(box.width() * min(1.0, max(0.0, share)))
    painter.fillRect(passed, colour)


def paint_stripes(painter: QPainter, box: QRectF, theme: Theme, stripe: float = _STRIPE) -> None:
    """Stripes at 45 degrees, `stripe` pixels each measured across: time is up, told without colour too."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, theme.inks.over_soft)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.inks.over)
    across = stripe * 2**0.5
    x = box.left() - across / 2 - box.height()
    while x < box.right() + box.height():
        lean = box.height()
        corners = (x + lean, box.top()), (x + lean + across, box.top()), (x + across, box.bottom()), (x, box.bottom())
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        x += 2 * across
    painter.restore()
