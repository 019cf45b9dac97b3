"""A choice that stays pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.console.result_button import ResultButton
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.theme import Mode


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_is_chosen_has_the_tint_and_a_tick(
    qtbot: QtBot, qapp: QApplication, mode: Mode, side: Qt.LayoutDirection
) -> None:
    dress(qapp, mode)
    button = ResultButton("Adopted", lambda: None, "1")
    qtbot.addWidget(button)
    button.setLayoutDirection(side)
    button.resize(220, 44)
    plain = button.grab().toImage()

    button.show_chosen("adopted", "adopted")
    chosen = button.grab().toImage()
    button.show_chosen("adopted", "not_yet")

    inks = theme_in_use().inks
    assert chosen.pixelColor(20, 22) == inks.accent_soft
    assert plain.pixelColor(20, 22) == inks.raised
    assert button.grab().toImage() == plain
    # The tick stands where reading begins, beside the words.
    half = range(110) if side is Qt.LayoutDirection.LeftToRight else range(110, 220)
    inked = [x for x in half for y in range(10, 34) if chosen.pixelColor(x, y) == inks.accent]
    assert len(inked) > 20


def test_a_press_and_the_space_key_choose(qtbot: QtBot) -> None:
    pressed = list[str]()
    button = ResultButton("Adopted", lambda: pressed.append("adopted"), "1")
    qtbot.addWidget(button)
    button.show()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert pressed == ["adopted", "adopted"]


def test_it_has_room_for_its_words_and_its_tick(qtbot: QtBot) -> None:
    short, long = (ResultButton(words, lambda: None, "1") for words in ("Adopted", "Angenommen von allen hier"))
    for button in (short, long):
        qtbot.addWidget(button)

    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 80
    assert short.sizeHint().height() == 44
