"""Small painted signs: dots, seats, the letter of a cluster, pills, and the ring round what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright
from facilitator.kit.qt.theme import NoteInks, Theme

_HOLLOW = 0.09
_TAG_RADIUS = 0.18
_TAG_LETTER = 0.74


def paint_dot(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """One filled dot, or pill where the box is higher than wide."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    radius = min(box.width(), box.height()) / 2
    painter.drawRoundedRect(box, radius, radius)


def paint_quarters(painter: QPainter, box: QRectF, quarters: int, colour: QColor) -> None:
    """A round shape with so many of its four quarters full, from the top on: how sure something is."""
    paint_hollow(painter, box, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(box, 90 * 16, -90 * 16 * quarters)


def paint_hollow(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """One dot or pill that is not there yet: its outline, drawn inside the box."""
    width = max(1.5, min(box.width(), box.height()) * _HOLLOW)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = min(inner.width(), inner.height()) / 2
    painter.drawRoundedRect(inner, radius, radius)


def paint_dots(painter: QPainter, boxes: list[QRectF], placed: int, theme: Theme) -> None:
    """Dots at these places: the first `placed` filled with accent, the others hollow."""
    for index, box in enumerate(boxes):
        if index < placed:
            paint_dot(painter, box, theme.inks.accent)
        else:
            paint_hollow(painter, box, theme.inks.line_strong)


def dot_row(left: float, middle: float, count: int, size: float, gap: float) -> list[QRectF]:
    """Places of dots side by side, from the left, round a middle line."""
    return [QRectF(left + index * (size + gap), middle - size / 2, size, size) for index in range(count)]


def dot_grid(box: QRectF, count: int, columns: int, size: float, row_gap: float) -> list[QRectF]:
    """Places of dots in rows across the whole width of a box, the first row at its top."""
    step = (box.width() - size) / max(1, columns - 1)
    return [
        QRectF(box.left() + index % columns * step, box.top() + index // columns * (size + row_gap), size, size)
        for index in range(count)
    ]


def seat_row(left: float, top: float, count: int, width: float, height: float, gap: float) -> list[QRectF]:
    """Places of people side by side, as upright pills."""
    return [QRectF(left + index * (width + gap), top, width, height) for index in range(count)]


def paint_tag(painter: QPainter, box: QRectF, letter: str, inks: NoteInks, text: Lettering, theme: Theme) -> None:
    """The letter of a cluster on its colour: colour never works alone."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.edge)
    radius = max(4.0, box.height() * _TAG_RADIUS)
    painter.drawRoundedRect(box, radius, radius)
    # Arabic letters reach below their line: as large as Latin ones they would stand out of the tag.
    is_one = len(letter) == 1 and letter.isascii()
    size = round(box.height() * (_TAG_LETTER if is_one else _TAG_LETTER * 0.7))
    style = TextStyle(theme.sized(size, 700), inks.letter, box.height(), Align.CENTRE, Upright.MIDDLE, lines=1)
    text.write(painter, box, letter, style)


def paint_pill(painter: QPainter, box: QRectF, label: str, style: TextStyle, ground: QColor, text: Lettering) -> None:
    """A word in a box whose ends are round, such as the AND of a wicked question."""
    paint_dot(painter, box, ground)
    text.write(painter, box, label, style.placed(Align.CENTRE, Upright.MIDDLE))


def paint_ring(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """The focus ring: 2 px of accent, 2 px away from the box."""
    width = theme.tokens.border["focus"]
    away = theme.tokens.border["focus_gap"] + width / 2
    painter.setPen(QPen(theme.inks.focus, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(box.adjusted(-away, -away, away, away), radius + away, radius + away)


def paint_bracket(painter: QPainter, box: QRectF, theme: Theme, width: float = 4) -> None:
    """A bracket that opens to the right: these share one rank."""
    painter.setPen(QPen(theme.inks.ink_3, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = min(box.width() * 0.4, 8.0)
    inner = box.adjusted(width / 2, width / 2, 0, -width / 2)
    points = (inner.topLeft(), inner.bottomLeft())
    painter.drawLine(points[0] + QPointF(corner, 0), inner.topRight())
    painter.drawLine(points[0] + QPointF(0, corner), points[1] - QPointF(0, corner))
    painter.drawLine(points[1] + QPointF(corner, 0), inner.bottomRight())
    painter.drawArc(QRectF(points[0], points[0] + QPointF(2 * corner, 2 * corner)), 90 * 16, 90 * 16)
    painter.drawArc(QRectF(points[1] - QPointF(0, 2 * corner), points[1] + QPointF(2 * corner, 0)), 180 * 16, 90 * 16)


def paint_key(painter: QPainter, box: QRectF, label: str, colour: QColor, border: QColor, theme: Theme) -> None:
    """A key cap: the name of a key in a thin rounded frame."""
    painter.setPen(QPen(border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour)
    painter.setFont(theme.font("console", "key"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)


def paint_labelled_icon(painter: QPainter, box: QRectF, name: str, size: float, colour: QColor) -> QRectF:
    """An icon at the left of a box, middle high; gives what of the box is left for words."""
    paint_icon(painter, QRectF(box.left(), box.center().y() - size / 2, size, size), name, colour)
    return box.adjusted(size + size * 0.4, 0, 0, 0)
