"""A whole canvas on one sheet: as large as it takes for every note to lie on it in all its words, none on another."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from facilitator.kit.qt.board_layout import BoardColumn
from facilitator.kit.qt.canvas_ground import Canvas, CanvasNote, Ground, GroundMeasures, Height

_MEASURES = GroundMeasures(beside=110, below=26, band=28, gap=8, note=150)
_SMALLEST = 960.0 * 540.0
_AIR, _ROWS, _GROWS = 1.5, 1.1, 1.15
"""How much more room than their own size notes need: where they lie freely, and in rows; and how a canvas grows."""

_MOST = 12.0
"""How many times as large as all its notes a canvas may become."""


@dataclass(frozen=True, slots=True)
class WholeCanvas:
    """A canvas as it is laid out: its size, its ground, where each note lies by its id, and what found no room.

    A zone may be so small beside its notes that no sheet could hold them: those are in `left`, under its title.
    """

    size: QSizeF
    ground: Ground
    places: Mapping[str, QRectF]
    left: tuple[BoardColumn, ...] = ()


def lay_whole_canvas(canvas: Canvas, shape: float, height: Height, *, is_mirrored: bool = False) -> WholeCanvas:
    """Lay a canvas out at about a shape (height / width); what lies on it keeps its place."""
    highs = {each.note.id: height(each.note, _MEASURES.note) for each in canvas.notes}
    notes = sum((high + _MEASURES.gap) * (_MEASURES.note + _MEASURES.gap) for high in highs.values())
    most = max(_SMALLEST, _MOST * notes)
    area = min(most, max(_SMALLEST, _needed(canvas, highs)))
    while True:
        size = QSizeF(math.sqrt(area / shape), math.sqrt(area * shape))
        ground = Ground(canvas, QRectF(0, 0, size.width(), size.height()), _MEASURES, is_mirrored=is_mirrored)
        places = ground.place(canvas.notes, height)
        if len(places) == len(canvas.notes) or area >= most:
            return WholeCanvas(size, ground, places, _left(canvas, places))
        area = min(most, area * _GROWS)


def _needed(canvas: Canvas, highs: Mapping[str, float]) -> float:
    """The area at which the fullest zone holds its notes."""
    found = 0.0
    for zone in canvas.zones:
        there = [highs[each.note.id] + _MEASURES.gap for each in canvas.notes if each.zone == zone.key]
        share = (zone.right - zone.left) * (zone.bottom - zone.top)
        air = _ROWS if zone.snaps else _AIR
        found = max(found, air * sum(there) * (_MEASURES.note + _MEASURES.gap) / share)
    return found


def _left(canvas: Canvas, places: Mapping[str, QRectF]) -> tuple[BoardColumn, ...]:
    over = [each for each in canvas.notes if each.note.id not in places]
    titles = {zone.key: zone.title for zone in canvas.zones}
    by_zone: dict[str, list[CanvasNote]] = {}
    for each in over:
        by_zone.setdefault(each.zone, []).append(each)
    return tuple(
        BoardColumn(key, "", titles.get(key, ""), "grey", tuple(each.note for each in there))
        for key, there in by_zone.items()
    )
