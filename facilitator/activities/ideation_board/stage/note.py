"""A note on the stage: painted from its picture, drawn once for a scale, so that forty more cost little."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from facilitator.activities.ideation_board.stage.spoken import said, write_note
from facilitator.kit.qt.notes_painter import NoteMeasures, paint_note_ground
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.theme import NoteInks

_KEPT_KB = 48 * 1024
"""What pictures may take: a page of notes on a screen of 3840 x 2160 needs 20 MB, and Qt keeps 10 by itself."""


@dataclass(frozen=True, slots=True)
class StageNote:
    """A note where it lies on the stage, in its colour; mirrored where the room reads from the right."""

    box: QRectF
    text: str
    inks: NoteInks
    is_mirrored: bool


def paint_note(painter: QPainter, note: StageNote, measures: NoteMeasures, scene: StageScene) -> None:
    """Paint a note; its picture is kept by Qt."""
    ratio, transform = painter.device().devicePixelRatioF(), painter.worldTransform()
    colours = (note.inks.fill.name(), note.inks.edge.name(), note.inks.text.name())
    look = (scene.theme.mode, *colours, measures.pixels, note.is_mirrored, transform.m11() * ratio, ratio)
    key = f"note/{look}/{note.box.width():.2f}x{note.box.height():.2f}/{note.text}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        scene.text.say(said(note.text))
    else:
        if QPixmapCache.cacheLimit() < _KEPT_KB:
            QPixmapCache.setCacheLimit(_KEPT_KB)
        drawn = _drawn(note, measures, scene, transform.m11(), ratio)
        QPixmapCache.insert(key, drawn)
    at = transform.map(note.box.topLeft()) * ratio
    painter.save()
    painter.resetTransform()
    painter.drawPixmap(QPointF(round(at.x()), round(at.y())) / ratio, drawn)
    painter.restore()


def _drawn(note: StageNote, measures: NoteMeasures, scene: StageScene, scale: float, ratio: float) -> QPixmap:
    box = QRectF(QPointF(0, 0), note.box.size())
    drawn = QPixmap((box.size() * scale * ratio).toSize() + QSize(1, 1))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    measures = measures.facing(is_mirrored=note.is_mirrored)
    with QPainter(drawn) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        paint_note_ground(painter, box, note.inks, measures, measures.edge)
        write_note(painter, measures.inner(box), note.text, measures, scene.theme, note.inks, scene.text)
    return drawn
