"""A chip that can be pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.preparing.chip_button import ChipButton
from facilitator.kit.qt.widgets.label import Tone
from tests.kit.qt.test_direction import LEFT, RIGHT, written


def test_it_says_its_state_and_its_key_and_does_its_act(shown: Callable[[QWidget], None]) -> None:
    done: list[str] = []
    chip = ChipButton(lambda: done.append("turned"), "!")
    chip.show_state("2 things to settle", Tone.WARN, "warning-fill")
    shown(chip)

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert done == ["turned"]
    assert chip.toolTip() == "2 things to settle (!)"


def test_it_gives_way_where_room_ends() -> None:
    chip = ChipButton(bool, "!")
    chip.show_state("2 things to settle before you go live", Tone.WARN, "warning-fill")

    assert chip.minimumSizeHint().width() < chip.sizeHint().width() / 2


def test_its_number_stands_before_its_words_in_a_window_of_either_direction(qtbot: QtBot, qapp: QApplication) -> None:
    drawn = []
    for direction in (LEFT, RIGHT):
        qapp.setLayoutDirection(direction)
        chip = ChipButton(bool, "!")
        qtbot.addWidget(chip)
        chip.show_state("6 things to settle", Tone.SOFT)
        chip.resize(chip.sizeHint())
        inside = chip.grab().toImage().copy(3, 3, chip.width() - 6, chip.height() - 6)
        drawn.append(written(inside))
    qapp.setLayoutDirection(LEFT)

    assert drawn[0] == drawn[1]
