"""The time band: what has passed is filled, the last minute warns, and time over has stripes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.kit.qt.bands import Band, band_for, paint_band, paint_stripes
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.conftest import Sheet


@pytest.mark.parametrize(
    ("remaining_ms", "band"),
    [(61_000, Band.RUNNING), (60_000, Band.LAST_MINUTE), (1, Band.LAST_MINUTE), (0, Band.OVER)],
)
def test_the_last_minute_and_time_over_have_bands_of_their_own(remaining_ms: int, band: Band) -> None:
    assert band_for(remaining_ms) is band


def test_the_band_fills_from_the_left_by_what_has_passed(sheet: Sheet, theme: Theme) -> None:
    image = sheet(100, 10)
    with QPainter(image) as painter:
        paint_band(painter, QRectF(0, 0, 100, 10), 0.6, Band.RUNNING, theme)

    assert image.pixelColor(59, 5) == theme.inks.accent
    assert image.pixelColor(61, 5) == theme.inks.sunken


def test_the_last_minute_is_told_by_another_colour(sheet: Sheet, theme: Theme) -> None:
    image = sheet(100, 10)
    with QPainter(image) as painter:
        paint_band(painter, QRectF(0, 0, 100, 10), 0.9, Band.LAST_MINUTE, theme)

    assert image.pixelColor(10, 5) == theme.inks.warn


def test_time_over_is_striped_so_that_colour_does_not_tell_it_alone(sheet: Sheet, theme: Theme) -> None:
    image = sheet(400, 48)
    with QPainter(image) as painter:
        paint_stripes(painter, QRectF(0, 0, 400, 48), theme)

    row = [image.pixelColor(x, 24).name() for x in range(400)]
    changes = sum(row[at] != row[at - 1] for at in range(1, 400))

    assert {theme.inks.over.name(), theme.inks.over_soft.name()} <= set(row)
    assert changes >= 5
