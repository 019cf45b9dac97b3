"""A scene of the stage that counts time: over its time, all of it lies on the calm ground of overtime."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.convening.countdown import Countdown
from facilitator.kit.qt.countdown_look import is_over
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import StageScene


class CountingScene(StageScene):
    """Give it the `clock` it counts by, None for none; `is_over` holds for the moment that is painted.

    The ground is pale, so that the stage says it without an alarm. Source: practice, rule TM5.
    """

    def __init__(self) -> None:
        super().__init__()
        self.clock: Countdown | None = None
        self.is_over = False

    def ground(self) -> QColor:
        return self.theme.inks.over_soft if self.is_over else super().ground()

    def draw(self, painter: QPainter, target: QRectF, clock: Reading) -> None:
        self.is_over = self.clock is not None and is_over(self.clock, clock.wall_ms)
        super().draw(painter, target, clock)
