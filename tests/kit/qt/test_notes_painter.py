"""Notes as they are painted: as high as their words, with their cluster's edge and letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.notes_painter import (
    CONSOLE_NOTE,
    SPOTLIGHT_NOTE,
    STAGE_NOTE,
    paint_note_ground,
    paint_note_place,
)
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_a_note_has_its_clusters_edge_where_reading_begins_and_its_text_beside_it(
    sheet: Sheet, theme: Theme, *, is_mirrored: bool
) -> None:
    image, inks = sheet(347, 92), theme.note("amber")
    measures, box = STAGE_NOTE.facing(is_mirrored=is_mirrored), QRectF(0, 0, 347, 92)
    with QPainter(image) as painter:
        paint_note_ground(painter, box, inks, measures, measures.edge)

    seen = [image.pixelColor(x, 46) for x in (4, 9, 337, 342)]
    inner = measures.inner(box)

    expected = [inks.edge, inks.fill, inks.fill, inks.fill]
    assert seen == (expected[::-1] if is_mirrored else expected)
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert inner.width() == measures.text_width(347)
    assert (inner.right() < 330, inner.left() > 20) == (is_mirrored, not is_mirrored)


def test_the_grounds_corner_shows_no_fringe_of_the_edge(sheet: Sheet, theme: Theme) -> None:
    image, inks = sheet(200, 60), theme.note("sky")
    with QPainter(image) as painter:
        paint_note_ground(painter, QRectF(0, 0, 190, 50), inks, STAGE_NOTE, STAGE_NOTE.edge)

    top = {image.pixelColor(x, 0).name() for x in range(9, 180)}

    assert top == {inks.fill.name()}


def test_the_place_of_a_lifted_note_is_dashed(sheet: Sheet, theme: Theme) -> None:
    image = sheet(200, 60)
    with QPainter(image) as painter:
        paint_note_place(painter, QRectF(0, 0, 190, 50), CONSOLE_NOTE, theme)

    top = [image.pixelColor(x, 1).lightness() < 200 for x in range(10, 180)]

    assert sum(top[at] != top[at - 1] for at in range(1, len(top))) > 10


def test_a_note_in_the_spotlight_can_be_read_from_the_back_row() -> None:
    assert SPOTLIGHT_NOTE.pixels >= 48
    assert SPOTLIGHT_NOTE.height(3) <= 246
