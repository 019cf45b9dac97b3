"""A note on the stage, painted from its picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmapCache
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.stage.note import StageNote, paint_note
from facilitator.kit.qt.notes_painter import STAGE_NOTE
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.theme import Theme
from tests.stage.sample_room import same

IDEA = "Pool repair funds by district"


@pytest.fixture
def scene(qapp: QApplication) -> StageScene:
    made = StageScene()
    made.wear(Theme())
    return made


def painted(scene: StageScene, place: int, *, is_mirrored: bool = False) -> QImage:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(scene.theme.inks.paper)
    scene.text.start()
    with QPainter(image) as painter:
        note = StageNote(QRectF(20, 20, 340, 96), IDEA, scene.theme.cluster(place), is_mirrored)
        paint_note(painter, note, STAGE_NOTE, scene)
    return image


def test_a_note_from_its_picture_looks_and_reads_as_the_first(scene: StageScene) -> None:
    QPixmapCache.clear()

    first, again = painted(scene, 0), painted(scene, 0)

    assert same(first, again)
    assert scene.painted_text() == IDEA


def test_each_colour_has_a_picture_of_its_own(scene: StageScene) -> None:
    assert not same(painted(scene, 0), painted(scene, 1))


def test_the_edge_lies_where_reading_begins(scene: StageScene) -> None:
    edge = scene.theme.cluster(0).edge

    plain, mirrored = painted(scene, 0), painted(scene, 0, is_mirrored=True)

    assert plain.pixelColor(23, 60) == edge
    assert mirrored.pixelColor(357, 60) == edge
