"""Notes as pictures: as high as their words, drawn once, kept within bounds, a few in every paint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.board_layout import BoardNote
from facilitator.kit.qt.board_notes import NoteHeights, NotePictures
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.notes_painter import CONSOLE_NOTE
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet

BOX = QRectF(0, 0, 141, 43)
TEXTS = [
    "Five shared measures",
    "Pool repair funds by district",
    "Pay for litres flowing, not wells dug",
    "Upstream–downstream pacts for everybody in the valley",
    "Tomás and Zeynep: école, mañana, Łódź, and other places",
    "incomprehensibilities-and-antidisestablishmentarianism everywhere",
    "نريد ماءً نظيفًا لكل قرية في البلاد",
    "one\ntwo\nthree",
    "Words " * 60,
]


@pytest.mark.parametrize("width", [100.0, 141.0, 260.0])
@pytest.mark.parametrize("text", TEXTS)
def test_a_note_is_exactly_as_high_as_its_words_when_laid_out(theme: Theme, text: str, width: float) -> None:
    style = CONSOLE_NOTE.style(theme, theme.note("grey"))
    laid = Lettering().measure(text, CONSOLE_NOTE.text_width(width), style).height()

    height = NoteHeights(theme, Lettering())(BoardNote("n", text), width)

    assert height == CONSOLE_NOTE.height(0) + laid


def test_a_caption_makes_room_for_itself(theme: Theme) -> None:
    heights = NoteHeights(theme, Lettering())

    assert heights(BoardNote("n", "Tanks", "Kiptoo"), 141) == heights(BoardNote("n", "Tanks"), 141) + 16


def test_a_picture_is_drawn_once(theme: Theme) -> None:
    pictures, note = NotePictures(theme), BoardNote("n", "Tanks")
    pictures.begin()

    first = pictures.picture(note, "sky", BOX, 1.0, 1.0)
    again = pictures.picture(note, "sky", BOX, 1.0, 1.0)

    assert first is again
    assert pictures.kept_bytes == 141 * 43 * 4


def test_a_changed_text_or_colour_is_another_picture(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin()

    made = [
        pictures.picture(BoardNote("n", "Tanks"), "sky", BOX, 1.0, 1.0),
        pictures.picture(BoardNote("n", "Rain tanks"), "sky", BOX, 1.0, 1.0),
        pictures.picture(BoardNote("n", "Tanks"), "rose", BOX, 1.0, 1.0),
    ]

    assert len({id(picture) for picture in made}) == 3


def test_every_paint_draws_at_least_one_and_not_all(theme: Theme) -> None:
    pictures = NotePictures(theme)
    notes = [BoardNote(f"n{number}", f"A long idea number {number} " * 3) for number in range(3000)]

    drawn = []
    for _ in range(2):
        pictures.begin()
        drawn.append(sum(pictures.picture(note, "sky", BOX, 1.0, 1.0) is not None for note in notes))

    assert 1 <= drawn[0] < 3000
    assert drawn[1] > drawn[0]


def test_no_more_than_48_megabytes_are_kept_and_other_scales_go_first(theme: Theme) -> None:
    pictures = NotePictures(theme)
    large = QRectF(0, 0, 1000, 1000)
    for number in range(20):
        pictures.begin()
        pictures.picture(BoardNote(f"n{number}", "Tanks"), "sky", large, 0.5 if number < 8 else 1.0, 1.0)

    pictures.begin()
    before = pictures.kept_bytes
    pictures.picture(BoardNote("n19", "Tanks"), "sky", large, 1.0, 1.0)

    assert pictures.kept_bytes == before
    assert pictures.kept_bytes <= 48 * 1024 * 1024


def test_a_note_off_stage_is_faded(sheet: Sheet, theme: Theme) -> None:
    image, pictures = sheet(141, 43), NotePictures(theme)
    with QPainter(image) as painter:
        pictures.paint(painter, BoardNote("n", "Tanks", is_off_stage=True), "sky", BOX)

    assert image.pixelColor(100, 38) != theme.note("sky").fill
    assert pictures.lettering.painted() == ("Tanks",)


def test_very_small_notes_are_bars_without_words(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin()

    picture = pictures.picture(BoardNote("n", "Tanks and rain"), "sky", BOX, 0.2, 1.0)

    assert picture is not None
    assert picture.width() == 29
    assert pictures.lettering.painted() == ()
