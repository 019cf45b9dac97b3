"""Dots in rows: as many as there are, filled from where reading begins, and none is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.dot_field import DotField
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use

WIDE = 732


def dots(qtbot: QtBot, filled: int, of: int) -> DotField:
    made = DotField(60)
    qtbot.addWidget(made)
    made.show_dots(filled, of, f"{filled} of {of}")
    made.resize(WIDE, max(1, made.heightForWidth(WIDE)))
    return made


def filled(picture: QImage, of: int) -> list[bool]:
    """Which dots of one row are filled, by the colour in their middle."""
    accent, step = theme_in_use().inks.accent.name(), (WIDE - 22) / 21
    return [picture.pixelColor(round(step * at + 11), 11).name() == accent for at in range(of)]


@pytest.mark.parametrize("count", [0, 1, 18, 22])
def test_as_many_dots_are_filled_as_it_says_from_where_reading_begins(
    qtbot: QtBot, qapp: QApplication, count: int
) -> None:
    dress(qapp)

    made = dots(qtbot, count, 22)

    assert filled(made.grab().toImage(), 22) == [True] * count + [False] * (22 - count)


def test_dots_begin_at_the_right_where_reading_does(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)
    made = dots(qtbot, 5, 22)

    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert filled(made.grab().toImage(), 22) == [False] * 17 + [True] * 5


@pytest.mark.parametrize("of", [0, 1, 22, 23, 45, 120, 500, 2000])
def test_the_dots_of_any_room_fit_and_none_is_lost(qtbot: QtBot, qapp: QApplication, of: int) -> None:
    dress(qapp)

    for width in (520, WIDE, 1200):
        made = dots(qtbot, of, of)
        assert made.heightForWidth(width) <= 61
        made.keep_to(40)
        assert made.heightForWidth(width) <= 41


def test_each_of_five_hundred_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp)

    one, two = (dots(qtbot, count, 500).grab().toImage() for count in (417, 418))

    assert one != two


def test_the_words_follow_what_is_shown(qtbot: QtBot) -> None:
    made = dots(qtbot, 5, 22)
    assert made.accessibleName() == "5 of 22"
    made.show_dots(5, 22, "five")
    assert made.accessibleName() == "five"
