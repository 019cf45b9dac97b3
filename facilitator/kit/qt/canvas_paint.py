"""What lies under the notes of a canvas: its zones with their titles, its axes, and the names of their ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.kit.qt.canvas_ground import BOTTOM, ENDS, LEFT, RIGHT, TOP, Ground
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright
from facilitator.kit.qt.theme import Theme


@dataclass(frozen=True, slots=True)
class GroundLook:
    """How it is written: the titles of zones, the ends of axes; how wide lines are."""

    title: TextStyle
    end: TextStyle
    line: float


def paint_ground(painter: QPainter, ground: Ground, look: GroundLook, theme: Theme, text: Lettering) -> None:
    """Paint zones, their titles, and the axes."""
    for zone in reversed(ground.canvas.zones):
        box = ground.zone_box(zone)
        painter.setPen(QPen(theme.inks.line, look.line))
        painter.setBrush(theme.inks.surface)
        painter.drawRect(box)
        inset = ground.measures.gap * 1.2
        title = box.adjusted(inset, 0, -inset, 0)
        title.setHeight(ground.measures.band)
        side = Align.RIGHT if ground.is_mirrored else Align.LEFT
        # A canvas of one zone says nothing by its title that its layout does not say.
        if len(ground.canvas.zones) > 1:
            text.write(painter, title, zone.title, look.title.limited(1).placed(side, Upright.MIDDLE))
    _paint_axes(painter, ground, look, theme)
    for end in ENDS:
        if end in ground.canvas.ends:
            text.write(painter, ground.end_box(end), ground.canvas.ends[end], _end_style(ground, end, look))


def _end_style(ground: Ground, end: str, look: GroundLook) -> TextStyle:
    is_before = (end in (LEFT, BOTTOM, TOP)) != ground.is_mirrored
    if end in (LEFT, RIGHT):
        return look.end.limited(1).placed(Align.LEFT if is_before else Align.RIGHT, Upright.MIDDLE)
    side = Align.LEFT if ground.is_mirrored else Align.RIGHT
    return look.end.limited(3).placed(side, Upright.TOP if end == TOP else Upright.BOTTOM)


def _paint_axes(painter: QPainter, ground: Ground, look: GroundLook, theme: Theme) -> None:
    """An arrow along the lower edge and one up the side where a canvas begins."""
    area, ends = ground.area, ground.canvas.ends
    painter.setPen(QPen(theme.inks.ink_2, look.line * 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    start = QPointF(area.right() if ground.is_mirrored else area.left(), area.bottom())
    if LEFT in ends:
        _arrow(painter, start, QPointF(area.left() if ground.is_mirrored else area.right(), area.bottom()), look)
    if TOP in ends:
        _arrow(painter, start, QPointF(start.x(), area.top()), look)


def _arrow(painter: QPainter, start: QPointF, tip: QPointF, look: GroundLook) -> None:
    painter.drawLine(QLineF(start, tip))
    back = QLineF(tip, start)
    back.setLength(look.line * 8)
    for turn in (-1, 1):
        wing = QLineF(back)
        wing.setAngle(back.angle() + turn * 28)
        painter.drawLine(wing)


def paint_frame(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """The frame round the zone that would take what is dragged."""
    painter.setPen(QPen(theme.inks.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
