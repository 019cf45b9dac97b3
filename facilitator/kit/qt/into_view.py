"""How far to look on, so that something comes into view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF


def way_into_view(place: QRectF, view: QRect, margin: int) -> tuple[int, int]:
    """How many pixels to go across and down until a place is in a view, a margin from its edges; 0 where it is."""
    return (
        _too_far(place.left(), place.right(), view.width(), margin),
        _too_far(place.top(), place.bottom(), view.height(), margin),
    )


def _too_far(near: float, far: float, room: int, margin: int) -> int:
    if near < margin:
        return round(near) - margin
    return round(far - room) + margin if far > room - margin else 0
