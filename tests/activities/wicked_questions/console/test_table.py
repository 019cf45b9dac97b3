"""The table shows for each step what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.builder import Builder
from facilitator.activities.wicked_questions.console.choose import ChooseCard, LivePage
from facilitator.activities.wicked_questions.console.lines import LineList
from facilitator.activities.wicked_questions.console.table import Table
from facilitator.activities.wicked_questions.console.truths import TruthCard
from facilitator.activities.wicked_questions.rules import ChooseCandidate, KeepCandidate, SendTruths, TakeStep
from facilitator.activities.wicked_questions.rules.answers import SendAnswer
from facilitator.convening.ids import CardId
from facilitator.kit.qt.asking import Asking
from tests.activities.wicked_questions.console.test_choose import answered, everything
from tests.stage.sample_room import SampleRoom


@pytest.fixture
def room(tmp_path: Path) -> Iterator[SampleRoom]:
    opened = SampleRoom(tmp_path)
    opened.start("wicked")
    yield opened
    opened.close()


def shown(qtbot: QtBot, room: SampleRoom, step: str) -> Table:
    room.say(TakeStep(step), "wicked")
    host = QObject()
    table = Table(Asking(answered([]), {}, host), room.blocks["wicked"])
    host.setParent(table)
    qtbot.addWidget(table)
    table.resize(740, 640)
    table.show()
    table.show_inquiry(everything(room))
    return table


@pytest.mark.parametrize(
    ("step", "there"),
    [("truths", {TruthCard}), ("build", {TruthCard, Builder}), ("choose", {ChooseCard}), ("live", {LivePage})],
)
def test_each_step_has_its_parts_and_no_others(
    qtbot: QtBot, room: SampleRoom, step: str, there: set[type[QWidget]]
) -> None:
    table = shown(qtbot, room, step)

    parts = {type(part) for part in table.findChildren(QWidget) if part.isVisible()}

    assert parts & {TruthCard, Builder, ChooseCard, LivePage} == there


def test_a_truth_that_stands_in_the_pair_is_marked_in_use(qtbot: QtBot, room: SampleRoom) -> None:
    room.say(SendTruths("A child is thirsty", ""), "wicked")
    table = shown(qtbot, room, "build")

    table.builder.pair.first.setPlainText("a child is thirsty today")

    lines = [view.lines()[0] for view in table.findChildren(LineList) if view.lines()]
    assert [line.is_on for line in lines] == [True]


def test_keys_follow_the_step(qtbot: QtBot, room: SampleRoom) -> None:
    assert shown(qtbot, room, "truths").acts() == ()
    assert [act.key for act in shown(qtbot, room, "build").acts()] == ["Ctrl Enter", "Enter", "E", "X"]


def test_an_answer_that_was_found_is_gone_to(qtbot: QtBot, room: SampleRoom) -> None:
    question = CardId(room.say(KeepCandidate("at_once", "fast", "slow"), "wicked") + ".1")
    room.say(ChooseCandidate(question), "wicked")
    room.say(TakeStep("live"), "wicked")
    answer = room.say(SendAnswer(question, "The year of the drought"), "wicked") + ".1"
    table = shown(qtbot, room, "live")

    assert table.seek(answer)
    assert [act.key for act in table.acts()] == ["S", "X"]
    assert not table.seek("nowhere")
