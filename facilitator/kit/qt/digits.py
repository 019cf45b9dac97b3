"""Digits that tick: equally wide, as large as their place allows."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from facilitator.kit.qt.theme import Theme, digits

_CLOSER = 10 / 560


def fitted_digits(theme: Theme, text: str, most: float, width: float, weight: int = 700) -> QFont:
    """The largest font, at most `most` pixels, in which this time is no wider than `width`."""
    font = _digits_of(theme, most, weight)
    took = QFontMetricsF(font).horizontalAdvance(text)
    return font if took <= width else _digits_of(theme, int(most * width / took), weight)


def _digits_of(theme: Theme, pixels: float, weight: int) -> QFont:
    return digits(theme.sized(pixels, weight, -pixels * _CLOSER if pixels >= 60 else -0.5))
