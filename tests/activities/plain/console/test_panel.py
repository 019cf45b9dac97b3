"""The facilitator's view of a talk or a break, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.activities.plain.console import Panel
from facilitator.convening.agenda import Block, current
from facilitator.convening.clock import PauseTimer
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.records import Records
from facilitator.convening.steps import Step, steps_of
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import TimerDigits
from tests.stage.sample_room import SampleRoom


class Led:
    """A panel that speaks to a real desk and is shown what came of it."""

    def __init__(self, room: SampleRoom, qtbot: QtBot) -> None:
        self.room = room
        self.block: BlockId = room.start("tea")
        self.panel = Panel(lambda wish: room.desk.say(wish, activity=self.block), self.block)
        qtbot.addWidget(self.panel)
        self.panel.show()
        self.panel.activateWindow()
        self.follow()

    def records(self) -> Records:
        self.room.desk.errand(lambda _workspace: None).result()
        return self.room.desk.news.records

    def follow(self) -> None:
        records = self.records()
        QApplication.processEvents()
        self.panel.show_records(records)

    def field(self) -> QPlainTextEdit:
        return self.panel.findChildren(QPlainTextEdit)[0]

    def digits(self) -> TimerDigits:
        return self.panel.findChildren(TimerDigits)[0]


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Led]:
    dress(qapp)
    opened = SampleRoom(tmp_path)
    yield Led(opened, qtbot)
    opened.close()


def test_the_line_that_the_room_reads_is_mended_by_leaving_the_field(led: Led) -> None:
    next(act for act in led.panel.acts() if act.key == "E").do()
    led.field().setPlainText("Tea under the tree until half past")

    led.panel.findChildren(QPushButton)[0].setFocus()
    led.follow()

    assert led.records()[Block][led.block].prompt == "Tea under the tree until half past"


def test_what_is_being_typed_is_not_overwritten(led: Led) -> None:
    led.field().setFocus()
    led.field().setPlainText("Tea and")

    led.follow()

    assert led.field().toPlainText() == "Tea and"


def test_before_the_first_look_at_the_clock_the_whole_length_stands(led: Led) -> None:
    assert led.digits().text() == "15:00"


def test_the_time_left_is_counted_by_the_clock_of_the_room_only(led: Led) -> None:
    began = led.records()[Timebox][led.block].began

    led.panel.show_time(Reading(began + 5 * MINUTE))
    led.follow()

    assert led.digits().text() == "10:00"


def test_a_clock_that_is_held_says_so(led: Led) -> None:
    led.room.say(PauseTimer())

    led.follow()

    assert "paused" in led.digits().accessibleName()


def test_n_goes_on_to_the_next_block(led: Led) -> None:
    next(act for act in led.panel.acts() if act.key == "N").do()

    assert current(led.records()) == led.room.blocks["ideas"]


def test_the_last_block_has_no_next(led: Led) -> None:
    block = led.room.start("check_out")
    panel = Panel(lambda wish: led.room.desk.say(wish, activity=block), block)

    panel.show_records(led.records())

    assert not next(act for act in panel.acts() if act.key == "N").is_enabled()
    panel.deleteLater()


def test_check_5_n_goes_through_the_steps_before_the_next_block(led: Led) -> None:
    """Check 5. TM2: skip and back by key; the instruction and the clock are the running step's."""
    steps = [Step(StepId(title), led.block, f"Now: {title}", 120, title) for title in ("Alone", "Pairs")]
    led.room.say(PlanSteps(led.block, tuple(steps)))
    led.follow()
    began = led.records()[Timebox][led.block].began
    led.panel.show_time(Reading(began + MINUTE))
    assert led.digits().text() == "1:00"
    assert next(act for act in led.panel.acts() if act.key == "N").title == "Next step: Pairs"

    next(act for act in led.panel.acts() if act.key == "N").do()
    led.follow()

    assert led.records()[Timebox][led.block].leg == f"{steps_of(led.records(), led.block)[1].id}/1"
    assert "Now: Pairs" in [label.text() for label in led.panel.findChildren(QLabel) if label.isVisible()]
    assert next(act for act in led.panel.acts() if act.key == "N").title.startswith("Next: ")


def test_a_long_next_step_leaves_the_row_its_room_and_is_whole_in_the_tip(led: Led) -> None:
    long = "Each group offers one thing that was not yet said; repeat the cycle if it is needed"
    steps = [Step(StepId(text), led.block, text, 120) for text in ("Alone", long)]
    led.room.say(PlanSteps(led.block, tuple(steps)))
    led.follow()
    led.panel.show_time(Reading(led.records()[Timebox][led.block].began + MINUTE))

    button = next(each for each in led.panel.findChildren(QPushButton) if each.accessibleName().startswith("Next"))

    assert button.width() <= 380
    assert button.toolTip() == button.accessibleName() == f"Next step: {long}"
