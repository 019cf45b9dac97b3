"""Lines at the margins of the stage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from facilitator.activities.scale.stage.margins import write_first, write_last
from facilitator.kit.qt.lettering import TextStyle
from facilitator.kit.qt.scene import StageScene
from tests.activities.scale.stage.looking import bare, colour_at, drawn


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Writing needs an application."""


def style(scene: StageScene, colour: str) -> TextStyle:
    return TextStyle(scene.theme.sized(100, 700), QColor(colour), 100)


def columns_of(image: QImage, colour: str) -> list[int]:
    return [x for x in range(1920) if any(colour_at(image, x, y) == colour for y in range(120, 210, 2))]


@pytest.mark.parametrize(("is_mirrored", "edges"), [(False, (80, 1840)), (True, (1840, 80))])
def test_a_line_begins_and_one_ends_at_a_margin(is_mirrored: bool, edges: tuple[int, int]) -> None:
    scene = bare()

    first = drawn(lambda p: write_first(p, scene, [("H", style(scene, "#ff0000"))], 200, is_mirrored=is_mirrored))
    last = drawn(lambda p: write_last(p, scene, [("H", style(scene, "#ff0000"))], 200, is_mirrored=is_mirrored))

    for image, edge in ((first, edges[0]), (last, edges[1])):
        found = columns_of(image, "#ff0000")
        assert min(abs(found[0] - edge), abs(found[-1] - edge)) <= 14


@pytest.mark.parametrize(("words", "is_number_left"), [("of 22", True), ("من 22", False)])
def test_pieces_lie_as_their_words_are_read(words: str, is_number_left: bool) -> None:
    scene = bare()
    spans = [("18", style(scene, "#ff0000")), (" ", style(scene, "#ff0000")), (words, style(scene, "#0000ff"))]

    image = drawn(lambda painter: write_first(painter, scene, spans, 200, is_mirrored=True))

    assert (columns_of(image, "#ff0000")[0] < columns_of(image, "#0000ff")[0]) is is_number_left
