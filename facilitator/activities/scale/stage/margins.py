"""Lines at the margins: one begins where the room begins to read, another ends where it ends."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.direction import mirrored_in
from facilitator.kit.qt.lettering import Spans, ink_left
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.scene import SIDE, WIDTH, StageScene


def write_first(painter: QPainter, scene: StageScene, spans: Spans, at: float, *, is_mirrored: bool) -> None:
    """Write pieces on the baseline `at`, from the margin where reading begins."""
    wide = scene.text.line_width(spans)
    place = mirrored_in(WIDTH, QRectF(SIDE, 0, wide, 0), is_mirrored=is_mirrored)
    # The ink of a large digit stands on the margin, not the air before it.
    nudge = 0.0 if is_mirrored else ink_left(spans[0][0], spans[0][1].font)
    scene.text.write_line(painter, QPointF(place.left() - nudge, at), _as_read(spans))


def write_last(painter: QPainter, scene: StageScene, spans: Spans, at: float, *, is_mirrored: bool) -> QRectF:
    """Write pieces on the baseline `at`, up to the margin where reading ends; gives their place, without a height."""
    wide = scene.text.line_width(spans)
    place = mirrored_in(WIDTH, QRectF(WIDTH - SIDE - wide, at, wide, 0), is_mirrored=is_mirrored)
    scene.text.write_line(painter, place.topLeft(), _as_read(spans))
    return place


def _as_read(spans: Spans) -> Spans:
    """Pieces as they lie from left to right: what they say has a direction, whatever side of the stage it stands on."""
    is_from_right = reads_from_right("".join(text for text, _style in spans))
    return spans[::-1] if is_from_right else spans
