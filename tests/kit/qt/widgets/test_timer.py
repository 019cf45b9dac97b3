"""The timer on the console: digits, the word beside them, and the bar below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.bands import Band
from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import ProgressBar, TimerDigits


@pytest.mark.parametrize(
    ("remaining_ms", "band", "text", "said"),
    [
        (444_000, Band.RUNNING, "7:24", "7:24 left"),
        (444_000, Band.PAUSED, "7:24", "7:24, paused"),
        (-72_000, Band.OVER, "+1:12", "+1:12, time is up"),
    ],
)
def test_the_timer_says_its_time_and_its_state(
    qtbot: QtBot, theme: Theme, remaining_ms: int, band: Band, text: str, said: str
) -> None:
    timer = TimerDigits()
    qtbot.addWidget(timer)

    timer.show_time(remaining_ms, band)

    assert timer.text() == text
    assert timer.accessibleName() == said


@pytest.mark.parametrize(
    ("band", "ink"), [(Band.RUNNING, "ink"), (Band.OVER, "over"), (Band.PAUSED, "ink_3"), (Band.LAST_MINUTE, "warn")]
)
def test_each_state_has_its_ink(qtbot: QtBot, theme: Theme, band: Band, ink: str) -> None:
    timer = TimerDigits()
    qtbot.addWidget(timer)
    timer.resize(timer.sizeHint())

    timer.show_time(-72_000 if band is Band.OVER else 444_000, band)
    image = timer.grab().toImage()

    wanted: QColor = getattr(theme.inks, ink)
    assert wanted.name() in {image.pixelColor(x, y).name() for x in range(0, 160, 2) for y in range(5, 55, 2)}


def test_long_times_shrink_into_their_room(qtbot: QtBot, theme: Theme) -> None:
    timer = TimerDigits()
    qtbot.addWidget(timer)
    timer.resize(120, 60)

    timer.show_time(-12 * 3_600_000, Band.OVER)
    image = timer.grab().toImage()

    assert timer.text() == "+12:00:00"
    assert {image.pixelColor(119, y).name() for y in range(60)} == {theme.inks.paper.name()}


def test_the_bar_is_filled_by_what_is_over_and_says_how_much(qtbot: QtBot, theme: Theme) -> None:
    bar = ProgressBar("Time of this step")
    qtbot.addWidget(bar)
    bar.resize(100, 8)

    bar.show_share(0.62)
    image = bar.grab().toImage()

    assert (image.pixelColor(60, 4), image.pixelColor(65, 4)) == (theme.inks.accent, theme.inks.sunken)
    assert QAccessible.queryAccessibleInterface(bar).text(QAccessible.Text.Name) == "Time of this step"
    assert QAccessible.queryAccessibleInterface(bar).role() is QAccessible.Role.ProgressBar


def test_a_bar_of_time_over_is_striped(qtbot: QtBot, theme: Theme) -> None:
    bar = ProgressBar("Time of this step")
    qtbot.addWidget(bar)
    bar.resize(100, 8)

    bar.show_share(1.4, Band.OVER)
    image = bar.grab().toImage()

    assert {theme.inks.over.name(), theme.inks.over_soft.name()} <= {image.pixelColor(x, 4).name() for x in range(100)}


@pytest.mark.parametrize("band", [Band.RUNNING, Band.PAUSED])
def test_the_digits_stand_where_reading_begins(qtbot: QtBot, theme: Theme, band: Band) -> None:
    """With the word beside them on the side where reading goes on."""
    timer = TimerDigits()
    qtbot.addWidget(timer)
    timer.resize(600, 80)
    timer.show_time(444_000, band)
    sides = []

    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        timer.setLayoutDirection(direction)
        image = timer.grab().toImage()
        ground = image.pixelColor(300, 2)
        inked = [x for x in range(600) if any(image.pixelColor(x, y) != ground for y in range(80))]
        sides.append((inked[0] < 20, inked[-1] > 580))

    assert sides == [(True, False), (False, True)]
