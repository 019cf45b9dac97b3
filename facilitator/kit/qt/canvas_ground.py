"""A canvas on the screen: where its zones, its axes and its notes lie in a box of pixels, mirrored where need be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from facilitator.kit.fanning import Wanted, fanned
from facilitator.kit.qt.board_layout import BoardNote

LEFT, RIGHT, BOTTOM, TOP = ENDS = ("left", "right", "bottom", "top")
"""The ends of the two axes."""


@dataclass(frozen=True, slots=True)
class CanvasZone:
    """A part of a canvas, its edges in fractions of it. `snaps` says that notes stand in rows in it."""

    key: str
    title: str
    left: float
    top: float
    right: float
    bottom: float
    snaps: bool

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class CanvasNote:
    """A note, the name of its colour, and where its middle is wanted, in fractions of the canvas; its zone's key."""

    note: BoardNote
    colour: str
    x: float
    y: float
    zone: str


@dataclass(frozen=True, slots=True)
class Canvas:
    """What lies on a canvas. `ends` names the ends of the axes there are, by LEFT, RIGHT, BOTTOM, TOP."""

    zones: tuple[CanvasZone, ...] = ()
    ends: dict[str, str] = field(default_factory=dict)
    notes: tuple[CanvasNote, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundMeasures:
    """Room beside the canvas for the upright axis and below it for the other; for a zone's title; and between notes."""

    beside: float
    below: float
    band: float
    gap: float
    note: float


Height = Callable[[BoardNote, float], float]
"""How high a note is at a width."""


class Ground:
    """A canvas in a box. Mirrored, the beginning is on the right, as people there read."""

    def __init__(self, canvas: Canvas, box: QRectF, measures: GroundMeasures, *, is_mirrored: bool = False) -> None:
        self.canvas, self.box, self.measures, self.is_mirrored = canvas, box, measures, is_mirrored
        beside = measures.beside if TOP in canvas.ends else 0.0
        below = measures.below if LEFT in canvas.ends else 0.0
        self.area = box.adjusted(0 if is_mirrored else beside, 0, -beside if is_mirrored else 0, -below)

    def zone_box(self, zone: CanvasZone) -> QRectF:
        """Where a zone lies."""
        left, right = (1 - zone.right, 1 - zone.left) if self.is_mirrored else (zone.left, zone.right)
        wide, high = self.area.width(), self.area.height()
        return QRectF(
            self.area.left() + left * wide,
            self.area.top() + zone.top * high,
            (right - left) * wide,
            (zone.bottom - zone.top) * high,
        )

    def inner(self, zone: CanvasZone) -> QRectF:
        """Where the notes of a zone lie: below its title."""
        gap = self.measures.gap
        return self.zone_box(zone).adjusted(gap, self.measures.band, -gap, -gap)

    def point(self, x: float, y: float, zone: CanvasZone | None) -> QPointF:
        """Where a place of the canvas is in pixels; one in a zone keeps clear of the zone's title."""
        across = 1 - x if self.is_mirrored else x
        left = self.area.left() + across * self.area.width()
        if zone is None:
            return QPointF(left, self.area.top() + y * self.area.height())
        inner = self.inner(zone)
        share = (y - zone.top) / (zone.bottom - zone.top)
        return QPointF(left, inner.top() + share * inner.height())

    def fraction(self, at: QPointF) -> tuple[float, float]:
        """The place of the canvas under a point, from 0 to 1 each way."""
        across = (at.x() - self.area.left()) / max(1.0, self.area.width())
        x = min(1.0, max(0.0, 1 - across if self.is_mirrored else across))
        y = min(1.0, max(0.0, (at.y() - self.area.top()) / max(1.0, self.area.height())))
        zone = next((zone for zone in self.canvas.zones if zone.holds(x, y)), None)
        if zone is None:
            return x, y
        inner = self.inner(zone)
        share = min(1.0, max(0.0, (at.y() - inner.top()) / max(1.0, inner.height())))
        # The very edge belongs to the next zone: a note that is let go in this one stays in it.
        return x, min(
            zone.top + share * (zone.bottom - zone.top), zone.bottom if zone.bottom == 1 else zone.bottom - 1e-4
        )

    def end_box(self, end: str) -> QRectF:
        """Where the name of an end of an axis stands."""
        area, measures = self.area, self.measures
        if end in (LEFT, RIGHT):
            is_first = (end == LEFT) != self.is_mirrored
            half = area.width() / 2 - measures.gap
            return QRectF(area.left() if is_first else area.right() - half, area.bottom() + 2, half, measures.below - 2)
        left = area.right() + measures.gap if self.is_mirrored else self.box.left()
        high = min(area.height() / 2, measures.beside * 1.2)
        top = area.top() if end == TOP else area.bottom() - high
        return QRectF(left, top, measures.beside - measures.gap, high)

    def place(self, notes: Sequence[CanvasNote], height: Height) -> dict[str, QRectF]:
        """Where each note lies that finds room, by its id: in rows, or near to where it is wanted, none on another."""
        by_key = {zone.key: zone for zone in self.canvas.zones}
        found: dict[str, QRectF] = {}
        free: list[CanvasNote] = []
        for zone in self.canvas.zones:
            there = [note for note in notes if note.zone == zone.key]
            if zone.snaps:
                found |= self._in_rows(zone, there, height)
            else:
                free += there
        free += [note for note in notes if note.zone not in by_key]
        free.sort(key=lambda each: (each.y, each.x, each.note.id))
        wanted = [self._wanted(note, by_key.get(note.zone), height) for note in free]
        for note, box, at in zip(free, wanted, fanned(wanted, self.measures.gap), strict=True):
            if at is not None:
                found[note.note.id] = QRectF(at[0], at[1], box.width, box.height)
        return found

    def _wanted(self, note: CanvasNote, zone: CanvasZone | None, height: Height) -> Wanted:
        room = self.inner(zone) if zone is not None else self.area
        wide = min(self.measures.note, room.width())
        at = self.point(note.x, note.y, zone)
        bounds = (room.left(), room.top(), room.right(), room.bottom())
        return Wanted(at.x(), at.y(), wide, height(note.note, wide), bounds)

    def _in_rows(self, zone: CanvasZone, notes: list[CanvasNote], height: Height) -> dict[str, QRectF]:
        room, gap = self.inner(zone), self.measures.gap
        lanes = lanes_in(room.width(), self.measures)
        wide = (room.width() - (lanes - 1) * gap) / lanes
        feet = [room.top()] * lanes
        found: dict[str, QRectF] = {}
        for each in sorted(notes, key=lambda note: (note.y, note.x, note.note.id)):
            lane, high = feet.index(min(feet)), height(each.note, wide)
            # What follows must not slip into a gap that is left: the order in rows is what people made.
            if feet[lane] + high > room.bottom() + 0.5:
                break
            at = lanes - 1 - lane if self.is_mirrored else lane
            found[each.note.id] = QRectF(room.left() + at * (wide + gap), feet[lane], wide, high)
            feet[lane] += high + gap
        return found


def lanes_in(width: float, measures: GroundMeasures) -> int:
    """How many notes stand side by side in a zone of this width."""
    return max(1, int((width + measures.gap) // (measures.note + measures.gap)))
