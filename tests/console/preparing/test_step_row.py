"""One step while it is planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.preparing.step_row import StepRow
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import Step

STEP = Step(StepId("a"), BlockId("ideas"), "Talk", 90, who="pairs", rounds=3)


def test_each_part_is_said_when_it_is_left(shown: Callable[[QWidget], None]) -> None:
    said: list[Step] = []
    made = StepRow(STEP, "1")
    made.said.connect(said.append)
    shown(made)
    assert (made.minutes.text(), made.rounds.text(), made.who.currentText()) == ("1:30", "3", "In pairs")

    for line, text in ((made.minutes, "2"), (made.rounds, "4"), (made.text, "Speak")):
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    made.then.setCurrentText("Waits in silence")
    made.then.activated.emit(made.then.currentIndex())

    last = said[-1]
    assert (last.seconds, last.rounds, last.text, last.who) == (120, 4, "Speak", "pairs")
    assert (last.waits, last.chimes, len(said)) == (True, False, 4)


def test_a_step_that_lasts_as_its_phases_has_no_minutes_of_its_own(shown: Callable[[QWidget], None]) -> None:
    made = StepRow(STEP, "1")
    shown(made)

    made.show_step(STEP, 240)

    assert (made.minutes.text(), made.minutes.isEnabled()) == ("4", False)


def test_an_instruction_that_is_too_long_shows_how_it_begins(shown: Callable[[QWidget], None]) -> None:
    made = StepRow(replace(STEP, text="Join another pair; notice sames and differences. " * 5), "1")
    shown(made)

    assert made.text.cursorPositionAt(QPoint(10, made.text.height() // 2)) < 5


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_instruction_has_the_room_and_the_lengths_are_one_phrase(
    shown: Callable[[QWidget], None], direction: Qt.LayoutDirection
) -> None:
    """What says "4 min × 3" stays together, in the order of its own script, in a window of either direction."""
    made = StepRow(STEP, "1")
    made.setLayoutDirection(direction)
    shown(made)
    made.resize(700, made.sizeHint().height())

    def left(part: QWidget) -> int:
        return part.mapTo(made, QPoint()).x()

    assert 0 < left(made.rounds) - left(made.minutes) - made.minutes.width() < 80
    assert made.text.width() > 400
