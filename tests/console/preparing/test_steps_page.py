"""The steps of a block, planned by key. Source: practice, TM1, TM11."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.preparing.steps_page import StepsPage
from facilitator.convening.agenda import Block
from facilitator.convening.ids import ROOM, BlockId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step, seconds_of, steps_of
from facilitator.convening.undo import UndoLast
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, button, do, names


@pytest.fixture
def block(room: Room) -> BlockId:
    return room.block("Ideas", minutes=20)


@pytest.fixture
def page(room: Room, shown: Callable[[QWidget], None], block: BlockId) -> StepsPage:
    made = StepsPage(Asking(room.say_to(ROOM), refusals_of(room.activities)))
    made.show_block(room.records, room.records[Block][block])
    room.follow(lambda records: made.show_block(records, records[Block][block]))
    shown(made)
    return made


def steps(room: Room, block: BlockId) -> list[tuple[str, int, int]]:
    return [(each.text, each.seconds, each.rounds) for each in steps_of(room.records, block)]


def has_focus(page: StepsPage, name: str) -> bool:
    return name in names(page) and button(page, name).hasFocus()


def written(page: StepsPage, name: str, text: str) -> None:
    line = button(page, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def planned(room: Room, block: BlockId, *minutes: int) -> None:
    made = tuple(Step(StepId(str(at)), block, f"Step {at}", each * 60) for at, each in enumerate(minutes))
    room.say(PlanSteps(block, made))


def test_tm1_steps_rounds_and_phases_are_planned_by_key_alone(page: StepsPage, room: Room, block: BlockId) -> None:
    """TM1: a block has steps, a step rounds, a round phases."""
    do(page, "Ctrl Enter")
    room.until(lambda: has_focus(page, "Instruction of step 1"))
    written(page, "Instruction of step 1", "Consult each other")
    written(page, "Rounds of step 1", "3")
    room.until(lambda: steps(room, block) == [("Consult each other", 60, 3)])
    do(page, "Ctrl Shift Enter")
    room.until(lambda: has_focus(page, "Instruction of step 1.1"))
    written(page, "Instruction of step 1.1", "One speaks")
    written(page, "Minutes of step 1.1", "2:30")

    room.until(lambda: steps(room, block)[1:] == [("One speaks", 150, 1)])
    assert seconds_of(steps_of(room.records, block)) == 450
    room.until(lambda: "7:30 of 20 min" in said(page))


def test_older_records_never_take_away_what_was_just_asked_for(page: StepsPage, room: Room, block: BlockId) -> None:
    older = room.records
    do(page, "Ctrl Enter")

    page.show_block(older, older[Block][block])
    do(page, "Ctrl Enter")

    room.until(lambda: len(steps(room, block)) == 2)


def test_steps_move_turn_into_phases_and_go(page: StepsPage, room: Room, block: BlockId) -> None:
    planned(room, block, 3, 4, 5)
    room.until(lambda: "Instruction of step 3" in names(page))
    button(page, "Instruction of step 3").setFocus()

    do(page, "Alt Up")
    room.until(lambda: [text for text, *_ in steps(room, block)] == ["Step 0", "Step 2", "Step 1"])
    room.until(lambda: has_focus(page, "Instruction of step 2"))
    do(page, "Alt Right")
    room.until(lambda: "Instruction of step 1.1" in names(page))
    do(page, "Ctrl Del")

    room.until(lambda: [text for text, *_ in steps(room, block)] == ["Step 0", "Step 1"])
    room.say(UndoLast())
    room.until(lambda: "Instruction of step 1.1" in names(page))


def test_check_10_steps_that_are_too_long_are_scaled_to_their_block(
    page: StepsPage, room: Room, block: BlockId
) -> None:
    """Check 10. TM11: a 35-minute method in a 20-minute block, none of its steps under a minute."""
    planned(room, block, 4, 6, 10, 8, 7)
    room.until(lambda: "Fit to 20 min" in names(page))

    do(page, "Ctrl F")

    room.until(lambda: seconds_of(steps_of(room.records, block)) == 20 * 60)
    assert all(seconds >= 60 and seconds % 60 == 0 for _text, seconds, _rounds in steps(room, block))


def test_check_10_where_scaling_cannot_help_it_says_to_choose(page: StepsPage, room: Room, block: BlockId) -> None:
    """Check 10. TM11: fewer minutes than steps."""
    planned(room, block, *[2] * 21)
    room.until(lambda: "Instruction of step 21" in names(page))
    before = room.desk.news.seq

    do(page, "Ctrl F")

    room.until(lambda: "These steps need 21 minutes at least. Choose some of them." in said(page))
    assert room.desk.news.seq == before


def test_what_is_no_length_is_refused_in_place_and_changes_nothing(page: StepsPage, room: Room, block: BlockId) -> None:
    planned(room, block, 3)
    room.until(lambda: "Minutes of step 1" in names(page))

    written(page, "Minutes of step 1", "soon")

    room.until(lambda: "A step takes between 1 second and a day." in said(page))
    assert steps(room, block) == [("Step 0", 180, 1)]


def test_esc_asks_for_the_list_and_every_part_has_a_name(
    page: StepsPage, room: Room, block: BlockId, qtbot: QtBot
) -> None:
    planned(room, block, 3, 4)
    room.until(lambda: "Instruction of step 2" in names(page))
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(button(page, "Instruction of step 2"), Qt.Key.Key_Escape)

    parts = [each for kind in (QLineEdit, QComboBox, QPushButton) for each in page.findChildren(kind)]
    named = [each.accessibleName() for each in parts if each.isVisible()]
    assert all(named)
    assert len(named) == len(set(named))


def said(page: StepsPage) -> list[str]:
    return [child.text() for child in page.findChildren(QLabel) if child.isVisible()]
