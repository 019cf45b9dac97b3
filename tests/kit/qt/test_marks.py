"""Small painted signs: dots in their rows, letters on their tags, and the ring round what has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.lettering import Lettering, text_style
from facilitator.kit.qt.marks import (
    dot_grid,
    dot_row,
    paint_bracket,
    paint_dots,
    paint_key,
    paint_labelled_icon,
    paint_pill,
    paint_ring,
    paint_tag,
    seat_row,
)
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet


def test_dots_that_are_placed_are_filled_and_the_others_hollow(sheet: Sheet, theme: Theme) -> None:
    image = sheet(200, 40)
    boxes = dot_row(0, 20, 3, 34, 6)
    with QPainter(image) as painter:
        paint_dots(painter, boxes, 2, theme)

    middles = [image.pixelColor(box.center().toPoint()).name() for box in boxes]

    assert middles == [theme.inks.accent.name(), theme.inks.accent.name(), "#ffffff"]


def test_a_grid_of_dots_reaches_from_side_to_side() -> None:
    boxes = dot_grid(QRectF(80, 668, 1760, 300), 66, 22, 56, 20)

    assert boxes[0].left() == 80
    assert boxes[21].right() == pytest.approx(1840)
    assert boxes[22].top() == 668 + 76
    assert len(boxes) == 66


def test_seats_stand_side_by_side() -> None:
    assert [seat.left() for seat in seat_row(80, 0, 3, 22, 46, 12)] == [80, 114, 148]


def test_a_tag_says_its_letter_on_the_clusters_colour(sheet: Sheet, theme: Theme) -> None:
    image, text = sheet(60, 60), Lettering()
    with QPainter(image) as painter:
        paint_tag(painter, QRectF(8, 8, 44, 44), "A", theme.note("sky"), text, theme)

    assert text.painted() == ("A",)
    assert image.pixelColor(12, 30) == theme.note("sky").edge


@pytest.mark.parametrize("letter", ["أ", "ج", "هـ", "ح", "AA"])
def test_a_letter_stays_on_its_tag_in_every_script(sheet: Sheet, theme: Theme, letter: str) -> None:
    image = sheet(60, 60)
    with QPainter(image) as painter:
        paint_tag(painter, QRectF(8, 8, 44, 44), letter, theme.note("sky"), Lettering(), theme)

    outside = [(x, y) for x in range(60) for y in range(60) if not (7 <= x <= 52 and 7 <= y <= 52)]
    assert {image.pixelColor(x, y).name() for x, y in outside} == {"#ffffff"}
    rows = [row for row in range(8, 52) if any(image.pixelColor(x, row).lightness() < 60 for x in range(12, 48))]
    assert min(rows) > 10
    assert max(rows) < 49


def test_a_pill_says_its_word_in_the_middle(sheet: Sheet, theme: Theme) -> None:
    image, text = sheet(320, 140), Lettering()
    style = text_style(theme, "stage", "h2", theme.inks.ink)
    with QPainter(image) as painter:
        paint_pill(painter, QRectF(0, 0, 312, 132), "AND", style, theme.inks.accent, text)

    assert text.painted() == ("AND",)
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert image.pixelColor(20, 66) == theme.inks.accent


def test_the_ring_leaves_a_gap_of_two_pixels(sheet: Sheet, theme: Theme) -> None:
    image = sheet(60, 60)
    with QPainter(image) as painter:
        paint_ring(painter, QRectF(20, 20, 20, 20), 4, theme)

    row = [image.pixelColor(x, 30).name() for x in range(14, 22)]

    assert row[2:4] == [theme.inks.focus.name()] * 2
    assert row[4:] == ["#ffffff"] * 4


def test_a_bracket_opens_to_the_right(sheet: Sheet, theme: Theme) -> None:
    image = sheet(40, 100)
    with QPainter(image) as painter:
        paint_bracket(painter, QRectF(10, 10, 20, 80), theme)

    assert image.pixelColor(12, 50) == theme.inks.ink_3
    assert image.pixelColor(28, 50).name() == "#ffffff"
    assert image.pixelColor(28, 12) == theme.inks.ink_3


def test_a_key_cap_is_a_frame_with_a_name_in_it(sheet: Sheet, theme: Theme) -> None:
    image = sheet(40, 20)
    with QPainter(image) as painter:
        paint_key(painter, QRectF(1, 1, 30, 18), "Ctrl", theme.inks.ink, theme.inks.line_strong, theme)

    assert image.pixelColor(1, 10) == theme.inks.line_strong
    assert any(image.pixelColor(x, 10).lightness() < 100 for x in range(4, 28))


def test_words_begin_after_their_icon(sheet: Sheet, theme: Theme) -> None:
    image = sheet(100, 20)
    with QPainter(image) as painter:
        rest = paint_labelled_icon(painter, QRectF(0, 0, 100, 20), "check", 16, theme.inks.ink)

    assert rest.left() > 16
    assert rest.right() == 100
