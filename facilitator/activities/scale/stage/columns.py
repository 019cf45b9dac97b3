"""The answers of a revealed round: a column of dots over each point, one dot for one person, never an average."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.activities.scale import label
from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.stage.stamps import stamp
from facilitator.activities.scale.stage.strip import NARROW_GAP, even_width, label_style, places, point_colour
from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Align, TextStyle
from facilitator.kit.qt.marks import paint_dot
from facilitator.kit.qt.scene import WIDTH, StageScene

_FOOT, _HIGH, _NUMBER, _OVER = 822.0, 490.0, 64.0, 6.0
_RULE_TOP, _RULE, _LABEL_TOP, _LABEL_HIGH = 836.0, 14.0, 862.0, 126.0
_PITCH, _DOT_SHARE = 68.0, 62 / 68
_ALONE_PITCH, _LEAST_PITCH = 44.0, 15.0
_BAR_SHARE = 0.6
_SIZES = ((38, 42), (34, 38), (32, 36))


@dataclass(frozen=True, slots=True)
class Stack:
    """How dots are stacked in every column: so many abreast, so far from one to the next; 0 abreast for bars."""

    abreast: int
    pitch: float

    @property
    def dot(self) -> float:
        """How wide a dot is."""
        return self.pitch * _DOT_SHARE


def stack_for(most: int, wide: float) -> Stack:
    """How to stack so many people in a column of this width.

    One above the other while dots stay large, then abreast with the largest dots that fit; bars when they are too
    small to be seen one by one.
    """
    alone = min(_PITCH, _HIGH / max(1, most))
    if alone >= _ALONE_PITCH:
        return Stack(1, alone)
    found = max(
        (Stack(abreast, min(_PITCH, _HIGH / -(-most // abreast), wide / abreast)) for abreast in range(1, most + 1)),
        key=lambda stack: (stack.pitch, -stack.abreast),
    )
    return found if found.pitch >= _LEAST_PITCH else Stack(0, _HIGH / most)


def paint_columns(
    painter: QPainter, scene: StageScene, scale: Scale, counts: Mapping[str, int], *, is_mirrored: bool
) -> Stack:
    """Paint all columns with their numbers and names; gives how their dots are stacked."""
    boxes = [mirrored_in(WIDTH, box, is_mirrored=is_mirrored) for box in places(scale.count, NARROW_GAP)]
    wide = boxes[0].width()
    texts = [label(scale, point, _) for point in scale.points]
    style = label_style(scene, texts, wide, _LABEL_HIGH, _SIZES).placed(Align.CENTRE)
    stack = stack_for(max(counts.values(), default=0), wide)
    for box, point, text in zip(boxes, scale.points, texts, strict=True):
        colour = point_colour(scene, scale, point)
        top = _paint_people(painter, scene, box, counts.get(point, 0), stack, colour)
        _paint_number(painter, scene, box, counts.get(point, 0), top)
        painter.fillRect(QRectF(box.left(), _RULE_TOP, wide, _RULE), colour)
        even = even_width(scene, text, wide, style)
        scene.text.write(painter, QRectF(box.center().x() - even / 2, _LABEL_TOP, even, 0), text, style)
    return stack


def _paint_number(painter: QPainter, scene: StageScene, box: QRectF, count: int, top: float) -> None:
    inks = scene.theme.inks
    style = TextStyle(scene.theme.sized(56, 700), inks.ink if count else inks.ink_3, _NUMBER, Align.CENTRE)
    place = QRectF(box.left(), top - _OVER - _NUMBER, box.width(), _NUMBER)
    scene.text.write(painter, place, str(count), style)


def _paint_people(painter: QPainter, scene: StageScene, box: QRectF, count: int, stack: Stack, colour: QColor) -> float:
    """Paint the people of one point from the foot up; gives the top of the place they took."""
    if not stack.abreast:
        high = max(4.0, count * stack.pitch) if count else 0.0
        inset = box.width() * (1 - _BAR_SHARE) / 2
        painter.fillRect(QRectF(box.left(), _FOOT - high, box.width(), high).adjusted(inset, 0, -inset, 0), colour)
        return _FOOT - high
    if not count:
        _paint_nobody(painter, QRectF(box.center().x() - stack.dot / 2, _FOOT - stack.dot, stack.dot, stack.dot), scene)
        return _FOOT - stack.pitch
    stamp(painter, _dots(box.center().x(), count, stack), stack.dot, paint_dot, colour)
    return _FOOT - -(-count // stack.abreast) * stack.pitch


def _dots(middle: float, count: int, stack: Stack) -> list[QPointF]:
    """The places of so many people, in rows from the foot up, each row round the middle of its column."""
    found = []
    for row in range(-(-count // stack.abreast)):
        there = min(stack.abreast, count - row * stack.abreast)
        left = middle - (there * stack.pitch - (stack.pitch - stack.dot)) / 2
        top = _FOOT - row * stack.pitch - stack.dot
        found += [QPointF(left + across * stack.pitch, top) for across in range(there)]
    return found


def _paint_nobody(painter: QPainter, box: QRectF, scene: StageScene) -> None:
    """The place of a dot where nobody stands."""
    wide = max(2.0, box.width() * 4 / 62)
    painter.setPen(QPen(scene.theme.inks.line_strong, wide, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([2.0, 1.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
