"""The edge around a small picture of the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.console.picture_frame import PictureFrame
from facilitator.kit.qt.theme import theme_in_use


def test_the_edge_stands_around_the_picture_at_every_size(shown: Callable[[QWidget], None]) -> None:
    picture = QWidget()
    frame = PictureFrame(picture, (304, 171))
    shown(frame)

    frame.show_size((160, 90))

    assert (frame.width(), frame.height()) == (160, 90)
    assert (picture.width(), picture.height()) == (158, 88)
    assert frame.grab().toImage().pixelColor(80, 0) == theme_in_use().inks.line_strong
