"""Key caps: as wide as the key's name, arrows drawn because the letters have none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import KeyCap
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap
from tests.kit.qt.conftest import Sheet


def test_a_single_key_is_a_square_and_a_long_one_as_wide_as_its_name(theme: Theme) -> None:
    assert cap_width("T", theme) == 18
    assert cap_width("Ctrl Enter", theme) > 40
    assert cap_width("", theme) == 0


def test_an_arrow_is_drawn(sheet: Sheet, theme: Theme) -> None:
    image = sheet(30, 24)
    with QPainter(image) as painter:
        paint_cap(painter, 2, 12, "Up", theme.inks.ink, theme.inks.line_strong, theme)

    assert any(image.pixelColor(11, y).lightness() < 100 for y in range(6, 18))


def test_a_cap_says_its_key(qtbot: QtBot, theme: Theme) -> None:
    cap = KeyCap("Ctrl K")
    qtbot.addWidget(cap)

    assert cap.accessibleName() == "Ctrl K"
    assert not cap.grab().isNull()


@pytest.mark.parametrize("key", ["[", "Alt Up"])
def test_a_key_is_the_same_in_a_window_of_either_direction(
    qtbot: QtBot, theme: Theme, qapp: QApplication, key: str
) -> None:
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        cap = KeyCap(key)
        qtbot.addWidget(cap)
        cap.resize(cap.sizeHint())
        drawn.append(cap.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert drawn[0] == drawn[1]
