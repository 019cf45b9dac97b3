"""Notes as they are painted: as high as their words, with their cluster's edge and letter."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.notes_painter import (
    CONSOLE_NOTE,
    SPOTLIGHT_NOTE,
    STAGE_NOTE,
    note_size,
    paint_column_head,
    paint_note,
    paint_note_ground,
    paint_note_place,
)
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet

LONG = "Rain tanks on every school " * 20


def test_a_stage_note_is_as_high_as_its_words_and_never_more_than_three_lines(theme: Theme) -> None:
    text = Lettering()

    heights = [
        note_size(words, 347, STAGE_NOTE, theme, text).height()
        for words in ("Tanks", "Pool repair funds by district", LONG)
    ]

    assert heights == [STAGE_NOTE.height(lines) for lines in (1, 2, 3)]


def test_a_note_has_its_clusters_edge_and_ground_and_says_its_text(sheet: Sheet, theme: Theme) -> None:
    image, text = sheet(360, 100), Lettering()
    inks = theme.note("amber")
    with QPainter(image) as painter:
        paint_note(painter, QRectF(0, 0, 347, 92), "Learn before we scale", inks, STAGE_NOTE, theme, text)

    assert text.painted() == ("Learn before we scale",)
    assert image.pixelColor(4, 46) == inks.edge
    assert image.pixelColor(9, 46) == inks.fill
    assert image.pixelColor(0, 0).name() == "#ffffff"


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


def test_a_column_head_says_letter_and_name(sheet: Sheet, theme: Theme) -> None:
    image, text = sheet(360, 70), Lettering()
    with QPainter(image) as painter:
        paint_column_head(painter, QRectF(0, 0, 347, 62), "C", "Power and voice", theme.note("green"), theme, text)

    assert text.painted() == ("C", "Power and voice")
    assert image.pixelColor(300, 59) == theme.note("green").edge


def test_a_note_in_the_spotlight_can_be_read_from_the_back_row() -> None:
    assert SPOTLIGHT_NOTE.pixels >= 48
    assert SPOTLIGHT_NOTE.height(3) <= 246
