"""The day as a ribbon: its blocks side by side, as long as they last. The signature of a convening everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.kit.qt.direction import is_mirrored
from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.theme import Theme, theme_in_use

_NOW_OVER = 4


class Inking(Enum):
    """What the colours of a ribbon tell: the kind of each block, or how far the day has come."""

    CATEGORY = "category"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class RibbonBlock:
    """One block of the day: how long it lasts, its category, and the share of it that is over, 0 to 1."""

    minutes: float
    category: str
    passed: float = 0.0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A day as it is painted. `now` is the share of it that is over, `chosen` a block; -1 for none."""

    blocks: tuple[RibbonBlock, ...]
    inking: Inking = Inking.CATEGORY
    now: float = -1.0
    chosen: int = -1


def ribbon_boxes(box: QRectF, blocks: Sequence[RibbonBlock], gap: float) -> list[QRectF]:
    """Where each block lies: widths in proportion to minutes, with the same gap between all."""
    minutes = sum(block.minutes for block in blocks)
    room = box.width() - gap * max(0, len(blocks) - 1)
    boxes: list[QRectF] = []
    left = box.left()
    for block in blocks:
        width = room * block.minutes / minutes if minutes else 0.0
        boxes.append(QRectF(left, box.top(), max(1.0, width), box.height()))
        left += width + gap
    return boxes


def paint_ribbon(painter: QPainter, box: QRectF, ribbon: Ribbon, theme: Theme) -> None:
    """Paint a day into a box; its height decides gaps and corners (26 large, 14 on a card, 10 in the agenda)."""
    gap = 3.0 if box.height() > 16 else 2.0
    radius = 3.0 if box.height() > 16 else 2.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    boxes = ribbon_boxes(box, ribbon.blocks, gap)
    for block, place in zip(ribbon.blocks, boxes, strict=True):
        if ribbon.inking is Inking.CATEGORY:
            _paint_category(painter, place, block, radius, theme)
        else:
            _paint_progress(painter, place, block, radius, theme)
    if 0 <= ribbon.chosen < len(boxes):
        painter.setPen(QPen(theme.inks.ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(boxes[ribbon.chosen].adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
    if ribbon.now >= 0:
        x = box.left() + box.width() * min(1.0, ribbon.now)
        painter.fillRect(QRectF(x - 1, box.top() - _NOW_OVER, 2, box.height() + 2 * _NOW_OVER), theme.inks.ink)


def _paint_category(painter: QPainter, place: QRectF, block: RibbonBlock, radius: float, theme: Theme) -> None:
    is_pause = block.category not in ("gather", "think", "decide", "act")
    painter.setBrush(theme.category(block.category))
    painter.setPen(QPen(theme.inks.line_strong, 1) if is_pause else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5) if is_pause else place, radius, radius)


def _paint_progress(painter: QPainter, place: QRectF, block: RibbonBlock, radius: float, theme: Theme) -> None:
    inks = theme.inks
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.sunken if block.passed <= 0 else inks.accent)
    if 0 < block.passed < 1:
        shade = QLinearGradient(place.topLeft(), place.topRight())
        shade.setColorAt(0, inks.accent)
        shade.setColorAt(block.passed, inks.accent)
        shade.setColorAt(min(1.0, block.passed + 0.001), inks.accent_line)
        shade.setColorAt(1, inks.accent_line)
        painter.setBrush(shade)
    painter.drawRoundedRect(place, radius, radius)


class RibbonBar(QWidget):
    """A ribbon as a widget, as wide as it is given. Its accessible name says the day in words."""

    def __init__(self, height: int = 10) -> None:
        super().__init__()
        self._height = height
        self._ribbon = Ribbon(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height + 2 * _NOW_OVER)

    def show_day(self, ribbon: Ribbon, said: str) -> None:
        """Show a day; `said` is what a screen reader says of it: "14 blocks, 09:00 to 16:00"."""
        self.setAccessibleName(said)
        if ribbon != self._ribbon:
            self._ribbon = ribbon
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height + 2 * _NOW_OVER)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if is_mirrored(self):
                # The day runs the way of reading, as the times under it do.
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            side = 3 if self._ribbon.chosen >= 0 else 0
            box = QRectF(self.rect()).adjusted(side, _NOW_OVER, -side, -_NOW_OVER)
            paint_ribbon(painter, box, self._ribbon, theme_in_use())
            if self.hasFocus():
                paint_ring(painter, box.adjusted(4, 4, -4, -4), 3, theme_in_use())
