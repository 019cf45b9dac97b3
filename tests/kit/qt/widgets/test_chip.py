"""Chips and pills: a state told by words and tint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Chip, Pill, Tone


@pytest.mark.parametrize(
    ("tone", "ground"),
    [
        (Tone.OVER, "over_soft"),
        (Tone.OK, "ok_soft"),
        (Tone.WARN, "warn_soft"),
        (Tone.ACCENT, "accent_soft"),
        (Tone.SOFT, "sunken"),
    ],
)
def test_a_chip_has_the_tint_of_its_tone(qtbot: QtBot, theme: Theme, tone: Tone, ground: str) -> None:
    chip = Chip("6 min late", tone)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())

    assert chip.grab().toImage().pixelColor(3, 11) == getattr(theme.inks, ground)
    assert chip.accessibleName() == "6 min late"


def test_a_chip_tells_another_state_and_makes_room_for_it(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip("3")
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()

    chip.show_state("2 things to settle", Tone.WARN, "warning-fill")

    assert chip.sizeHint().width() > narrow
    assert chip.accessibleName() == "2 things to settle"
    assert not chip.grab().isNull()


def test_a_blank_stage_is_told_on_a_dark_ground(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill("On stage: Idea board", icon="projector-screen-fill")
    qtbot.addWidget(pill)

    pill.show_state("Stage is blank", Tone.INK, "monitor")
    pill.resize(pill.sizeHint())

    assert pill.accessibleName() == "Stage is blank"
    assert pill.grab().toImage().pixelColor(40, 4) == theme.inks.ink


def test_a_pill_can_be_pressed(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    pill = Pill("On stage: Idea board", lambda: done.append("menu"))
    qtbot.addWidget(pill)

    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)

    assert done == ["menu"]
    assert not pill.grab().isNull()
