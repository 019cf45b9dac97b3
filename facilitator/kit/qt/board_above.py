"""What is painted above the board's sheet: the ring, the note under the pointer, and the note that is being dragged."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE, NoteMeasures, paint_note_ground, paint_note_place
from facilitator.kit.qt.theme import NoteInks, Theme

_HOVER_EDGE = 5.0
_HOVER_FROM = 0.5
_SHADOW_DEEP, _SHADOW_SOFT = 6, 16
_SHADOW_STEPS = 5


def paint_hovered(painter: QPainter, place: QRectF, inks: NoteInks, scale: float, measures: NoteMeasures) -> None:
    """The edge of the note under the pointer, 5 px instead of 3; left out where notes are too small to point at."""
    if scale < _HOVER_FROM:
        return
    edge = _HOVER_EDGE * scale
    painter.save()
    painter.setClipRect(measures.strip(place, edge))
    paint_note_ground(painter, place, inks, measures, edge)
    painter.restore()


def paint_selected(painter: QPainter, place: QRectF, scale: float, theme: Theme) -> None:
    """The ring round the selected note while the board has the focus."""
    paint_ring(painter, place, CONSOLE_NOTE.radius * min(1.0, scale), theme)


def paint_remembered(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """A thin frame round the selected note while the focus is elsewhere: digits still place it."""
    painter.setPen(QPen(theme.inks.line_strong, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(-1.5, -1.5, 1.5, 1.5), CONSOLE_NOTE.radius, CONSOLE_NOTE.radius)


def paint_target(painter: QPainter, column: QRectF, theme: Theme) -> None:
    """The column that a dragged note would fall into."""
    painter.setPen(QPen(theme.inks.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(column.adjusted(-3, 1, 3, -1), CONSOLE_NOTE.radius, CONSOLE_NOTE.radius)


def paint_lifted(
    painter: QPainter, home: QRectF, place: QRectF, inks: NoteInks, theme: Theme, measures: NoteMeasures
) -> None:
    """The dashed place a note came from, and under the note in hand its shadow and ground."""
    paint_note_place(painter, home, measures, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(theme.inks.shadow)
    shade.setAlpha(max(6, shade.alpha() // _SHADOW_STEPS))
    painter.setBrush(shade)
    for step in range(_SHADOW_STEPS):
        grow = _SHADOW_SOFT / 2 - step * 2
        painter.drawRoundedRect(place.translated(0, _SHADOW_DEEP / 2).adjusted(-grow, -grow, grow, grow), 8, 8)
    paint_note_ground(painter, place, inks, measures, measures.edge)


def shadow_room(place: QRectF) -> QRectF:
    """Everything that a lifted note at this place paints over."""
    return place.adjusted(-_SHADOW_SOFT, -_SHADOW_SOFT, _SHADOW_SOFT, _SHADOW_SOFT + _SHADOW_DEEP)
