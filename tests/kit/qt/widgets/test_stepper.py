"""Steps: done, on and ahead are told by sign, place and words; chosen by mouse and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets import Stepper, StepState

STEPS = [("Prompt", StepState.DONE), ("Collect", StepState.ON), ("Cluster", StepState.AHEAD)]


@pytest.fixture
def stepper(qtbot: QtBot, theme: Theme) -> Stepper:
    made = Stepper()
    qtbot.addWidget(made)
    made.show_steps(STEPS)
    made.show()
    made.activateWindow()
    return made


def buttons(stepper: Stepper) -> list[QPushButton]:
    found = [button for button in stepper.findChildren(QPushButton) if not button.isHidden()]
    return sorted(found, key=lambda button: button.x())


def test_each_step_says_its_state(stepper: Stepper) -> None:
    names = [QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) for button in buttons(stepper)]

    assert names == ["Prompt, done", "Collect, now", "Cluster"]


def test_a_press_chooses_a_step(stepper: Stepper, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stepper.step_chosen) as told:
        QTest.mouseClick(buttons(stepper)[2], Qt.MouseButton.LeftButton)

    assert told.args == [2]


def test_arrows_move_the_focus_and_space_chooses(stepper: Stepper, qtbot: QtBot) -> None:
    buttons(stepper)[0].setFocus()
    qtbot.waitUntil(buttons(stepper)[0].hasFocus)

    QTest.keyClick(buttons(stepper)[0], Qt.Key.Key_Right)
    assert buttons(stepper)[1].hasFocus()
    with qtbot.waitSignal(stepper.step_chosen) as told:
        QTest.keyClick(buttons(stepper)[1], Qt.Key.Key_Space)

    assert told.args == [1]


def test_showing_the_same_steps_keeps_them(stepper: Stepper) -> None:
    before = buttons(stepper)

    stepper.show_steps(STEPS)

    assert buttons(stepper) == before


def test_the_focus_stays_at_its_place_when_the_block_moves_on(stepper: Stepper, qtbot: QtBot) -> None:
    buttons(stepper)[1].setFocus()
    qtbot.waitUntil(buttons(stepper)[1].hasFocus)

    stepper.show_steps([("Prompt", StepState.DONE), ("Collect", StepState.DONE), ("Cluster", StepState.ON)])

    assert buttons(stepper)[1].hasFocus()


def test_the_step_that_is_on_is_tinted_with_an_accent_foot(stepper: Stepper, theme: Theme) -> None:
    place = buttons(stepper)[1].geometry()

    image = stepper.grab().toImage()

    assert image.pixelColor(place.left() + 5, place.bottom() - 1) == theme.inks.accent
    assert image.pixelColor(place.left() + 5, place.top() + 5) == theme.inks.accent_soft
