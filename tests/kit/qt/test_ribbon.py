"""The day as a ribbon: blocks as wide as they are long, what is over, and where the day is now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.ribbon import Inking, Ribbon, RibbonBar, RibbonBlock, paint_ribbon, ribbon_boxes
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet

DAY = (RibbonBlock(30, "think", 1.0), RibbonBlock(10, "pause", 0.5), RibbonBlock(20, "act", 0.0))
WIDE = QRectF(0, 0, 604, 26)


def test_blocks_are_as_wide_as_they_are_long() -> None:
    widths = [box.width() for box in ribbon_boxes(WIDE, DAY, 2)]

    assert widths == pytest.approx([300, 100, 200])


def test_the_last_block_ends_where_the_day_ends() -> None:
    assert ribbon_boxes(WIDE, DAY, 2)[-1].right() == pytest.approx(604)


def test_an_empty_day_has_no_boxes() -> None:
    assert ribbon_boxes(WIDE, (), 2) == []


def test_each_block_has_the_colour_of_its_category(sheet: Sheet, theme: Theme) -> None:
    image = sheet(604, 30)
    with QPainter(image) as painter:
        paint_ribbon(painter, WIDE, Ribbon(DAY), theme)

    assert image.pixelColor(100, 13) == theme.category("think")
    assert image.pixelColor(350, 13) == theme.inks.sunken
    assert image.pixelColor(550, 13) == theme.category("act")


def test_a_day_under_way_shows_what_is_over_and_where_it_is_now(sheet: Sheet, theme: Theme) -> None:
    image = sheet(604, 30)
    with QPainter(image) as painter:
        paint_ribbon(painter, WIDE, Ribbon(DAY, Inking.PROGRESS, now=0.5), theme)

    assert image.pixelColor(100, 13) == theme.inks.accent
    assert image.pixelColor(330, 13) == theme.inks.accent
    assert image.pixelColor(390, 13) == theme.inks.accent_line
    assert image.pixelColor(550, 13) == theme.inks.sunken
    assert image.pixelColor(302, 13) == theme.inks.ink


def test_a_ribbon_says_its_day_to_those_who_do_not_see_it(qtbot: QtBot, theme: Theme) -> None:
    bar = RibbonBar(26)
    qtbot.addWidget(bar)

    bar.show_day(Ribbon(DAY, chosen=0), "3 blocks, 09:00 to 10:00")

    assert bar.accessibleName() == "3 blocks, 09:00 to 10:00"
    assert not bar.grab().isNull()


def test_the_day_runs_the_way_of_reading(qtbot: QtBot, theme: Theme) -> None:
    bar = RibbonBar(26)
    qtbot.addWidget(bar)
    bar.resize(604, bar.height())
    bar.show_day(Ribbon(DAY), "")
    think, act = theme.category("think"), theme.category("act")
    assert [bar.grab().toImage().pixelColor(x, 17) for x in (100, 550)] == [think, act]

    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert [bar.grab().toImage().pixelColor(x, 17) for x in (504, 54)] == [think, act]
