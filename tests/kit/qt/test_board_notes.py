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


LIMIT = 48 * 1024 * 1024
LARGE = QRectF(0, 0, 1000, 1000)


def note(number: int) -> BoardNote:
    return BoardNote(f"n{number}", f"A long idea number {number} " * 3)


def test_a_picture_is_drawn_once(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin(1.0, 1.0)

    first = pictures.picture(note(1), "sky", BOX)
    again = pictures.picture(note(1), "sky", BOX)

    assert first is not None
    assert first is again
    assert pictures.kept_bytes == 141 * 43 * 4


@pytest.mark.parametrize(
    ("changed", "colour", "box"),
    [
        (BoardNote("n", "Rain tanks"), "sky", BOX),
        (BoardNote("n", "Tanks", "Kiptoo"), "sky", BOX),
        (BoardNote("n", "Tanks", is_off_stage=True), "sky", BOX),
        (BoardNote("n", "Tanks"), "rose", BOX),
        (BoardNote("n", "Tanks"), "sky", QRectF(0, 0, 260, 27)),
    ],
)
def test_a_changed_note_is_another_picture_in_the_place_of_the_old(
    theme: Theme, changed: BoardNote, colour: str, box: QRectF
) -> None:
    pictures = NotePictures(theme)
    pictures.begin(1.0, 1.0, budget_s=60)
    before = pictures.picture(BoardNote("n", "Tanks"), "sky", BOX)

    after = pictures.picture(changed, colour, box)

    assert before is not None
    assert after is not None
    assert after.toImage() != before.toImage()
    assert pictures.kept_bytes == after.width() * after.height() * 4


def test_a_paint_without_time_draws_one_picture_all_the_same(theme: Theme) -> None:
    pictures = NotePictures(theme)

    drawn = []
    for _ in range(3):
        pictures.begin(1.0, 1.0, budget_s=0)
        drawn.append(sum(pictures.picture(note(number), "sky", BOX) is not None for number in range(100)))

    assert drawn == [1, 2, 3]


def test_what_is_kept_costs_no_time(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin(1.0, 1.0, budget_s=60)
    for number in range(50):
        pictures.picture(note(number), "sky", BOX)

    pictures.begin(1.0, 1.0, budget_s=0)

    assert all(pictures.picture(note(number), "sky", BOX) is not None for number in range(50))
    assert pictures.has_time


def test_never_more_than_48_megabytes_are_kept(theme: Theme) -> None:
    pictures = NotePictures(theme)
    most = 0
    for number in range(100):
        pictures.begin(0.5 + number % 7 / 10, 1.0)
        pictures.picture(note(number), "sky", LARGE)
        most = max(most, pictures.kept_bytes)
        assert sum(pictures.bytes_by_scale().values()) == pictures.kept_bytes

    assert LIMIT * 3 // 4 < most <= LIMIT


def test_pictures_of_other_scales_are_dropped_first_those_left_longest_ago_before_others(theme: Theme) -> None:
    pictures = NotePictures(theme)
    for scale, count in ((0.5, 8), (0.8, 4), (1.0, 8)):
        pictures.begin(scale, 1.0, budget_s=60)
        for number in range(count):
            pictures.picture(note(number), "sky", LARGE)
    full = pictures.bytes_by_scale()

    pictures.begin(1.0, 1.0, budget_s=60)
    for number in range(8, 10):
        pictures.picture(note(number), "sky", LARGE)
    without_oldest = pictures.bytes_by_scale()
    for number in range(10, 12):
        pictures.picture(note(number), "sky", LARGE)

    assert list(full) == [(0.5, 1.0), (0.8, 1.0), (1.0, 1.0)]
    assert without_oldest == {(0.8, 1.0): 4 * 800 * 800 * 4, (1.0, 1.0): 40_000_000}
    assert pictures.bytes_by_scale() == {(1.0, 1.0): 48_000_000}


def test_of_one_scale_those_asked_for_longest_ago_are_dropped(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin(1.0, 1.0, budget_s=60)
    for number in range(12):
        pictures.picture(note(number), "sky", LARGE)

    pictures.begin(1.0, 1.0, budget_s=60)
    seen = pictures.kept(note(0), "sky", 1000)
    pictures.begin(1.0, 1.0, budget_s=60)
    pictures.picture(note(12), "sky", LARGE)

    assert seen is not None
    assert pictures.kept(note(0), "sky", 1000) is seen
    assert pictures.kept(note(1), "sky", 1000) is None
    assert pictures.kept(note(12), "sky", 1000) is not None
    assert pictures.kept_bytes <= LIMIT


def test_a_screen_of_another_ratio_has_pictures_of_its_own(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin(0.5, 1.0)
    words = pictures.picture(note(1), "sky", BOX)

    pictures.begin(0.25, 2.0)
    bars = pictures.picture(note(1), "sky", BOX)

    assert words is not None
    assert bars is not None
    assert bars.size() == words.size()
    assert bars.toImage() != words.toImage()


def test_a_note_off_stage_is_faded(sheet: Sheet, theme: Theme) -> None:
    image, pictures = sheet(141, 43), NotePictures(theme)
    with QPainter(image) as painter:
        pictures.paint(painter, BoardNote("n", "Tanks", is_off_stage=True), "sky", BOX)

    assert image.pixelColor(100, 38) != theme.note("sky").fill
    assert pictures.lettering.painted() == ("Tanks",)


def test_very_small_notes_are_bars_without_words(theme: Theme) -> None:
    pictures = NotePictures(theme)
    pictures.begin(0.2, 1.0)

    picture = pictures.picture(BoardNote("n", "Tanks and rain"), "sky", BOX)

    assert picture is not None
    assert picture.width() == 29
    assert pictures.lettering.painted() == ()
