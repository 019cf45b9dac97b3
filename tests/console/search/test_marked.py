"""One line of text with its hits marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from facilitator.console.row_brush import RowBrush
from facilitator.console.search.marked import paint_marked, snippet
from facilitator.convening.findable import Part
from facilitator.kit.qt.theme import theme_in_use
from tests.console.search.answers import part

WIDE, HIGH = 400, 40


def painted(one: Part, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> tuple[QImage, float]:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    option = QStyleOptionViewItem()
    option.rect, option.direction = QRect(0, 0, WIDE, HIGH), direction
    with QPainter(image) as painter:
        brush = RowBrush(painter, option)
        box = brush.place(10, 10, WIDE - 20, 20)
        theme = theme_in_use()
        took = paint_marked(brush, box, one, theme.sized(14, 500), theme.inks.ink)
    return image, took


def ground(image: QImage) -> list[int]:
    """The columns of pixels on which the ground of a hit is seen, above the letters."""
    soft = theme_in_use().inks.warn_soft
    return [x for x in range(WIDE) if image.pixelColor(x, 11) == soft]


def test_the_ground_lies_behind_the_hit_only(qtbot: QtBot) -> None:
    image, took = painted(part("Two pump mechanics per ward"))

    there = ground(image)

    assert there
    assert 10 < there[0] < there[-1] < 10 + took / 2
    assert there == list(range(there[0], there[-1] + 1))
    assert not ground(painted(part("Two mechanics per ward"))[0])


def test_a_hit_after_letters_of_the_second_plane_stands_where_it_is_seen(qtbot: QtBot) -> None:
    plain, moved = ground(painted(part("aa pump"))[0]), ground(painted(part("💧💧 pump"))[0])

    assert abs(len(plain) - len(moved)) <= 1


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_text_that_reads_from_the_right_is_marked_within_its_line(
    direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    image, took = painted(part("مضخة جديدة", "مضخة"), direction)

    there = ground(image)

    left = WIDE - 10 - took if direction is Qt.LayoutDirection.RightToLeft else 10.0
    assert there
    # The first word of a line that reads from the right is its right end.
    assert there[0] > left + took / 3
    assert there[-1] <= left + took + 3


def test_what_does_not_fit_ends_in_an_ellipsis_and_marks_nothing_beyond(qtbot: QtBot) -> None:
    image, took = painted(Part("wide " * 60 + "pump", ((300, 304),)))

    assert took <= WIDE - 20
    assert not ground(image)


def test_a_long_text_begins_shortly_before_its_first_hit_at_a_word() -> None:
    one = snippet(part("so many words " * 20 + "before the pump is named\nand after"))

    assert one.text.startswith("… ")
    assert "\n" not in one.text
    assert [one.text[start:end] for start, end in one.spans] == ["pump"]
    assert one.text.index("pump") < 40


def test_a_short_text_stays_whole_and_a_word_without_end_is_cut() -> None:
    assert snippet(part("Two pump mechanics")) == part("Two pump mechanics")
    one = snippet(part("w" * 300 + "pump"))
    assert [one.text[start:end] for start, end in one.spans] == ["pump"]
    assert len(one.text) < 60
