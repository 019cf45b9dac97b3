"""Where painted parts lie in a window that reads from right to left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.bands import Band
from facilitator.kit.qt.direction import is_mirrored, mirrored, mirrored_in, mirrored_point
from facilitator.kit.qt.widgets import Button, Chip, Pill, TimerDigits

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 40)
    return made


def test_what_reads_from_the_left_lies_as_it_was_measured(page: QWidget) -> None:
    page.setLayoutDirection(LEFT)

    assert not is_mirrored(page)
    assert mirrored(page, QRectF(10, 5, 30, 20)) == QRectF(10, 5, 30, 20)
    assert mirrored_point(page, 10, 25, 30) == QPointF(10, 25)


def test_what_reads_from_the_right_is_as_far_from_the_right(page: QWidget) -> None:
    page.setLayoutDirection(RIGHT)

    assert is_mirrored(page)
    assert mirrored(page, QRectF(10, 5, 30, 20)) == QRectF(360, 5, 30, 20)
    assert mirrored_point(page, 10, 25, 30) == QPointF(360, 25)


def test_in_a_picture_that_is_read_from_the_right_a_box_lies_as_far_from_the_other_edge() -> None:
    box = QRectF(80, 10, 300, 40)

    assert mirrored_in(1920, box, is_mirrored=True) == QRectF(1540, 10, 300, 40)
    assert mirrored_in(1920, box, is_mirrored=False) == box


def overtime() -> QWidget:
    made = TimerDigits()
    made.show_time(-72_000, Band.OVER)
    return made


@pytest.mark.parametrize(
    "make",
    [
        overtime,
        lambda: Button("−5"),
        lambda: Button("+1 min", icon="plus"),
        lambda: Chip("79 min early"),
        lambda: Pill("5 min: 3 × 2"),
    ],
    ids=["overtime", "less", "more", "chip", "pill"],
)
def test_signs_and_numbers_read_alike_in_a_window_of_either_direction(
    qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    """Clocks and digits are not mirrored: "+1:12" is no "1:12+". Source: design, right to left."""
    drawn = []
    for direction in (LEFT, RIGHT):
        made = make()
        qtbot.addWidget(made)
        made.setLayoutDirection(direction)
        made.resize(made.sizeHint())
        drawn.append(written(made.grab().toImage()))

    assert drawn[0] == drawn[1]


def written(image: QImage) -> QImage:
    """What is drawn, cut out of the ground around it: where it begins may be another side."""
    ground = image.pixel(0, 0)
    inked = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    across, down = zip(*inked, strict=True)
    return image.copy(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)
