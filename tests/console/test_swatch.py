"""The colour of a kind of block."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.console.swatch import Swatch
from facilitator.kit.qt.theme import theme_in_use


def test_it_is_painted_in_the_colour_of_its_kind(qtbot: QtBot) -> None:
    swatch = Swatch("think")
    qtbot.addWidget(swatch)
    swatch.resize(swatch.sizeHint())

    assert swatch.grab().toImage().pixelColor(5, 5) == theme_in_use().category("think")
