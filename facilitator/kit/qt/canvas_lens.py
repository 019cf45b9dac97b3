"""How a canvas is looked at: how large, and from where; places of it as they are seen, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

SMALLEST, LARGEST = 0.25, 3.0
"""The scales between which a canvas can be looked at."""

STEP = 1.15
"""How much larger one step is: a notch of the wheel, or a key."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Pixels for one unit of the canvas, and how many pixels of it lie left of what is seen and above it."""

    scale: float
    left: int
    top: int

    def seen(self, box: QRectF) -> QRectF:
        """Where a box of the canvas is seen."""
        scale = self.scale
        return QRectF(
            box.left() * scale - self.left, box.top() * scale - self.top, box.width() * scale, box.height() * scale
        )

    def under(self, point: QPointF) -> QPointF:
        """What lies under a point that is seen."""
        return QPointF((point.x() + self.left) / self.scale, (point.y() + self.top) / self.scale)


def within(scale: float) -> float:
    """The nearest scale that a canvas can be looked at."""
    return min(LARGEST, max(SMALLEST, scale))
