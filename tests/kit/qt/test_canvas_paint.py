"""Zones, titles and the names of the axes are painted, each end at its end."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.canvas_ground import ENDS, Canvas, CanvasZone, Ground, GroundMeasures
from facilitator.kit.qt.canvas_paint import GroundLook, paint_frame, paint_ground
from facilitator.kit.qt.lettering import Lettering, TextStyle
from facilitator.kit.qt.theme import Theme


def test_what_is_written_is_the_zones_and_the_ends_there_are(qapp: QApplication) -> None:
    theme, text = Theme(), Lettering()
    style = TextStyle(theme.sized(13), theme.inks.ink, 16)
    zones = (CanvasZone("a", "Stop", 0, 0, 0.5, 1, snaps=True), CanvasZone("b", "Start", 0.5, 0, 1, 1, snaps=True))
    ends = dict(zip(ENDS, ("Cheap", "Dear", "Small", "Large"), strict=True))
    measures = GroundMeasures(beside=90, below=24, band=24, gap=6, note=140)
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    image.fill(theme.inks.paper)
    before = image.copy()

    with QPainter(image) as painter:
        ground = Ground(Canvas(zones, ends), QRectF(0, 0, 800, 500), measures)
        paint_ground(painter, ground, GroundLook(style, style, 1), theme, text)
        ground_only = image.copy()
        paint_frame(painter, ground.zone_box(zones[0]), theme)

    assert sorted(text.painted()) == sorted(["Stop", "Start", *ends.values()])
    assert before != ground_only != image
