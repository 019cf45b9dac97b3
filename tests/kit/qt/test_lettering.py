"""Writing on painted views: what was written is remembered, laid out once, and stands where it should."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, baseline, ink_left, text_style
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet


@pytest.fixture
def style(theme: Theme) -> TextStyle:
    return text_style(theme, "stage", "dense", theme.inks.ink)


def inked(image: QImage) -> QRectF:
    """The box round everything that is not white."""
    dark = [
        (x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def test_everything_written_is_remembered_in_order_and_forgotten_with_the_next_paint(
    sheet: Sheet, style: TextStyle
) -> None:
    text = Lettering()
    image = sheet(400, 100)
    with QPainter(image) as painter:
        text.start()
        text.write(painter, QRectF(0, 0, 400, 50), "Shorter meetings", style)
        text.write_line(painter, QPointF(0, 90), [("Next ", style), ("Lunch", style)])

    assert text.painted() == ("Shorter meetings", "Next ", "Lunch")
    text.start()
    assert text.painted() == ()


def test_a_text_that_was_cut_is_remembered_whole(sheet: Sheet, style: TextStyle) -> None:
    text = Lettering()
    image = sheet(200, 40)
    with QPainter(image) as painter:
        text.write(painter, QRectF(0, 0, 200, 40), "A sentence far too long for its box", style.limited(1))

    assert text.painted() == ("A sentence far too long for its box",)


def test_nothing_is_written_for_an_empty_text(sheet: Sheet, style: TextStyle) -> None:
    text = Lettering()
    image = sheet(100, 40)
    with QPainter(image) as painter:
        took = text.write(painter, QRectF(0, 0, 100, 40), "", style)

    assert took.isEmpty()
    assert text.painted() == ()


def test_a_text_read_from_the_right_begins_at_the_right(sheet: Sheet, style: TextStyle) -> None:
    image = sheet(400, 60)
    with QPainter(image) as painter:
        Lettering().write(painter, QRectF(0, 0, 400, 60), "ماء نظيف", style)

    assert inked(image).left() > 200
    assert inked(image).right() > 380


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0.0), (Align.CENTRE, 0.5), (Align.RIGHT, 1.0)])
def test_a_text_lies_where_it_was_asked_to(sheet: Sheet, style: TextStyle, align: Align, share: float) -> None:
    image = sheet(400, 60)
    with QPainter(image) as painter:
        took = Lettering().write(painter, QRectF(0, 0, 400, 60), "Water", style.placed(align))

    assert took.left() == pytest.approx((400 - took.width()) * share)
    assert inked(image).left() == pytest.approx(took.left(), abs=4)


@pytest.mark.parametrize(("upright", "share"), [(Upright.TOP, 0.0), (Upright.MIDDLE, 0.5), (Upright.BOTTOM, 1.0)])
def test_a_text_stands_where_it_was_asked_to(sheet: Sheet, style: TextStyle, upright: Upright, share: float) -> None:
    image = sheet(200, 136)
    with QPainter(image) as painter:
        took = Lettering().write(painter, QRectF(0, 0, 200, 136), "Water", style.placed(Align.LEFT, upright))

    assert took.top() == (136 - 36) * share


def test_letters_of_one_line_stand_on_one_baseline(sheet: Sheet, theme: Theme) -> None:
    small, large = text_style(theme, "stage", "dense", theme.inks.ink), text_style(theme, "stage", "h2", theme.inks.ink)
    first, second = sheet(400, 120), sheet(400, 120)
    for image, chosen in ((first, small), (second, large)):
        with QPainter(image) as painter:
            Lettering().write_line(painter, QPointF(0, 100), [("HE", chosen)])

    assert inked(first).bottom() == pytest.approx(inked(second).bottom(), abs=1)
    assert inked(first).bottom() == pytest.approx(99, abs=1)


def test_a_line_takes_the_width_it_said_it_would_spaces_included(sheet: Sheet, style: TextStyle) -> None:
    text = Lettering()
    spans = [("Next ", style), ("Lunch", style)]
    image = sheet(400, 60)
    with QPainter(image) as painter:
        took = text.write_line(painter, QPointF(0, 40), spans)

    assert took == pytest.approx(text.line_width(spans))
    assert took > text.line_width([("Next", style), ("Lunch", style)]) + 4


def test_arabic_lines_are_given_more_room(style: TextStyle) -> None:
    text = Lettering()

    assert text.measure("ماء نظيف", 400, style).height() > text.measure("Clean water", 400, style).height()


def test_measuring_agrees_with_writing(sheet: Sheet, style: TextStyle) -> None:
    text = Lettering()
    image = sheet(300, 300)
    with QPainter(image) as painter:
        took = text.write(painter, QRectF(0, 0, 300, 300), "Swap engineers across borders", style.balanced())

    assert took.size() == text.measure("Swap engineers across borders", 300, style.balanced())
    assert text.line_count("Swap engineers across borders", 300, style.balanced()) == round(took.height() / 36)


def test_the_first_digit_can_be_set_on_the_margin(sheet: Sheet, theme: Theme) -> None:
    style = TextStyle(theme.sized(200, 700), theme.inks.ink, 200)
    image = sheet(300, 220)
    with QPainter(image) as painter:
        at = QPointF(80 - ink_left("8", style.font), baseline(style))
        Lettering().write_line(painter, at, [("8", style)])

    assert inked(image).left() == pytest.approx(80, abs=1.5)
