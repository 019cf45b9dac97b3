"""A row painted in its own measures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from facilitator.console.row_brush import RowBrush, Side


@pytest.fixture
def option(qapp: QApplication) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.rect = QRect(0, 40, 200, 46)
    made.direction = Qt.LayoutDirection.LeftToRight
    made.state = QStyle.StateFlag.State_Selected
    return made


def test_measures_begin_at_the_left(option: QStyleOptionViewItem) -> None:
    ground = QPixmap(200, 100)
    with QPainter(ground) as painter:
        brush = RowBrush(painter, option)

        assert brush.place(10, 5, 50, 20) == QRectF(10, 45, 50, 20)
        assert (brush.width, brush.height, brush.is_chosen, brush.has_focus) == (200, 46, True, False)


def test_in_a_right_to_left_window_they_begin_at_the_right(option: QStyleOptionViewItem) -> None:
    option.direction = Qt.LayoutDirection.RightToLeft

    ground = QPixmap(200, 100)
    with QPainter(ground) as painter:
        assert RowBrush(painter, option).place(10, 5, 50, 20) == QRectF(140, 45, 50, 20)
        assert RowBrush(painter, option).is_mirrored


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_words_keep_to_their_place_in_both_directions(
    option: QStyleOptionViewItem, direction: Qt.LayoutDirection
) -> None:
    option.direction = direction
    drawn = QPixmap(200, 100)
    drawn.fill(Qt.GlobalColor.white)
    with QPainter(drawn) as painter:
        brush = RowBrush(painter, option)
        took = brush.words(
            "Ideas", brush.place(0, 0, 100, 46), brush.theme.font("console", "body"), brush.theme.inks.ink
        )
        brush.words(
            "15", brush.place(150, 0, 50, 46), brush.theme.font("console", "body"), brush.theme.inks.ink, Side.END
        )

    image = drawn.toImage()
    inked = [x for x in range(200) if any(image.pixelColor(x, y).lightness() < 128 for y in range(40, 86))]

    assert 20 < took < 60
    gap = range(int(took) + 4, 150) if direction is Qt.LayoutDirection.LeftToRight else range(50, 200 - int(took) - 4)
    assert not set(gap[8:-20]) & set(inked)
