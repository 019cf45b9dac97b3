"""A chip that can be pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.chip_button import ChipButton
from facilitator.kit.qt.widgets.label import Tone


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
