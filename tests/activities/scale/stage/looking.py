"""The scene of a scale as a room sees it, and pictures of its parts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from facilitator.activities.scale.stage import Scene
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.theme import Motion, Theme
from facilitator.kit.theme import Mode
from tests.activities.scale.asking import AGREE
from tests.convening.given import Room

ARABIC = "ننشر كل قراءة على خريطة مفتوحة واحدة بحلول يناير 2028."
LONG = "We publish every reading of each water point on a map, and say within a week when one is missing. " * 6
"""As long as a proposal may be: about 600 letters."""


def shown(room: Room, mode: Mode = Mode.LIGHT) -> Scene:
    """The scene, shown what the room may see, with nothing that moves."""
    scene = Scene(AGREE.id)
    scene.wear(Theme(mode, Motion.REDUCED))
    scene.show_address("10.42.0.1:8080")
    scene.show_records(room.seen)
    return scene


def began(room: Room) -> int:
    """When the block began."""
    return room.records[Timebox][AGREE.id].began


def bare() -> Scene:
    """A scene that nobody showed anything, to paint its parts with."""
    scene = Scene(AGREE.id)
    scene.wear(Theme(motion=Motion.REDUCED))
    return scene


def drawn(draw: Callable[[QPainter], object], width: int = 1920, height: int = 1080) -> QImage:
    """What is drawn in units of the stage, on white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(width / 1920, height / 1080)
        draw(painter)
    return image


def colour_at(image: QImage, x: float, y: float) -> str:
    """The colour at a place, as "#rrggbb"."""
    return image.pixelColor(QPointF(x, y).toPoint()).name()
