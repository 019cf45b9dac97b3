"""The steps of a block side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.activities.plain.console.steps_line import StepsLine
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.steps import Leg, Standing, Step
from facilitator.kit.qt.widgets.stepper import Stepper


def legs(*titles: str, rounds: int = 1) -> tuple[Leg, ...]:
    return tuple(
        Leg(Step(StepId(title), BlockId("b"), f"Do: {title}", 60, title, rounds=rounds), None, number, False, True)
        for title in titles
        for number in range(1, rounds + 1)
    )


@pytest.fixture
def line(qtbot: QtBot) -> StepsLine:
    made = StepsLine()
    qtbot.addWidget(made)
    return made


def said(line: StepsLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel) if label.isVisible()]


def test_it_is_away_without_steps(line: StepsLine) -> None:
    line.show_standing(Standing(legs("Alone"), 0, 0, 60_000, 60_000))
    assert line.isVisible()

    line.show_standing(None)

    assert not line.isVisible()


def test_the_step_that_is_on_says_what_the_room_reads(line: StepsLine) -> None:
    line.show_standing(Standing(legs("Alone", "Pairs", rounds=2), 3, 0, 60_000, 30_000))

    names = [button.accessibleName() for button in line.findChildren(QPushButton) if button.isVisible()]
    assert names == ["Alone, done", "Pairs, now"]
    assert said(line) == ["Step 2 of 2 · Round 2 of 2", "Do: Pairs"]


def test_a_press_on_a_step_goes_there_over_all_rounds_between(line: StepsLine) -> None:
    gone: list[int] = []
    line.gone_to.connect(gone.append)
    line.show_standing(Standing(legs("Alone", "Pairs", "Fours", rounds=2), 2, 0, 60_000, 30_000))

    for button in [each for each in line.findChildren(QPushButton) if each.isVisible()]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert gone == [-2, 0, 2]


def test_many_steps_are_counted_where_they_do_not_fit(line: StepsLine) -> None:
    line.show_standing(Standing(legs(*"abcdefg"), 3, 0, 60_000, 30_000))

    assert not line.findChildren(Stepper)[0].isVisible()
    assert said(line)[0] == "Step 4 of 7"
