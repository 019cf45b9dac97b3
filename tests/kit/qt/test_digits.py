"""Digits that tick: as large as their place allows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from facilitator.kit.qt.digits import fitted_digits
from facilitator.kit.qt.theme import Theme


def test_digits_that_fit_keep_their_full_size(theme: Theme) -> None:
    assert fitted_digits(theme, "8:40", 560, 1760).pixelSize() == 560


@pytest.mark.parametrize("text", ["+12:34", "1:05:00", "+10:05:00"])
def test_longer_times_shrink_until_they_fit(theme: Theme, text: str) -> None:
    font = fitted_digits(theme, text, 560, 1760)

    assert font.pixelSize() < 560
    assert 1600 < QFontMetricsF(font).horizontalAdvance(text) <= 1765


def test_a_ticking_time_does_not_change_its_width(theme: Theme) -> None:
    metrics = QFontMetricsF(fitted_digits(theme, "1:11", 560, 1760))

    assert metrics.horizontalAdvance("1:11") == metrics.horizontalAdvance("8:40")
