"""What else can be said of a block."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.console.asking import refusals_of
from facilitator.console.inspector import Inspector
from facilitator.console.preparing.on_stage import OnStage
from facilitator.console.surroundings import Projector, Surroundings
from facilitator.convening.agenda import Block
from facilitator.convening.checks import NO_OUTPUT
from facilitator.convening.ids import ROOM, BlockId
from facilitator.kit.qt.asking import Asking
from tests.console.conftest import Room, button, doubled, names, press, unnamed


@pytest.fixture
def block(room: Room) -> BlockId:
    return room.block("Ideas", minutes=40, category="think")


@pytest.fixture
def inspector(room: Room, shown: Callable[[QWidget], None], block: BlockId, qtbot: QtBot) -> Inspector:
    made = Inspector(
        Asking(room.say_to(ROOM), refusals_of(room.activities)),
        room.activities,
        room.say_to,
        OnStage(room.looking(), room.clock),
    )
    made.show_block(room.records, block)
    room.follow(lambda records: made.show_block(records, block))
    shown(made)
    for title in ("More about this block", "Kind and time", "Chimes and steps", "Purpose and room", "People in it"):
        press(qtbot, made, title)
    return made


def written(inspector: Inspector, name: str, text: str) -> None:
    field = button(inspector, name)
    field.setFocus()
    QTest.keyClicks(field, text)
    if isinstance(field, QLineEdit):
        QTest.keyClick(field, Qt.Key.Key_Return)
    else:
        field.clearFocus()


def chosen(inspector: Inspector, name: str, words: str) -> None:
    choice = button(inspector, name)
    assert isinstance(choice, QComboBox)
    choice.setCurrentText(words)
    choice.activated.emit(choice.currentIndex())


def test_everything_of_a_block_can_be_said_and_is_kept(inspector: Inspector, room: Room, block: BlockId) -> None:
    """CV5 (what it leaves), TM4 (cues), TM7 (protected), TM14 (family, process or task)."""
    written(inspector, "Goal", "See it")
    written(inspector, "What it leaves", "A list")
    written(inspector, "Chimes so many minutes before the end", "10, 2")
    written(inspector, "Chime in overtime every so many minutes", "5")
    chosen(inspector, "Kind of block", "Decide")
    chosen(inspector, "How much it matters", "Could be left out")
    chosen(inspector, "When the day runs late", "Never shortened")
    chosen(inspector, "Family of methods", "Seeing")
    chosen(inspector, "Process or task", "Task: gets work done")
    for switch in ("Buffer: nothing is planned in it", "Chime at the end"):
        QTest.keyClick(button(inspector, switch), Qt.Key.Key_Space)

    room.until(lambda: room.records[Block][block].is_buffer and not room.records[Block][block].chimes)
    said = room.records[Block][block]
    assert (said.goal, said.output, said.cues, said.overtime_chime) == ("See it", "A list", "10 2", 5)
    assert (said.category, said.priority, said.protection) == ("decide", "could", "kept")
    assert (said.family, said.mode, said.title) == ("seeing", "task", "Ideas")


def test_two_fields_left_at_once_are_both_kept(inspector: Inspector, room: Room, block: BlockId) -> None:
    inspector.title.input.setFocus()
    inspector.title.input.selectAll()
    QTest.keyClicks(inspector.title.input, "Ten years")
    written(inspector, "Description", "Long words")

    room.until(lambda: room.records[Block][block].description == "Long words")
    assert room.records[Block][block].title == "Ten years"


def test_what_is_refused_is_said_under_its_field(inspector: Inspector, room: Room, block: BlockId) -> None:
    written(inspector, "Chimes so many minutes before the end", "soon")
    written(inspector, "Chime in overtime every so many minutes", "often")

    room.until(lambda: bool(inspector.more.cues.refusal().text()))
    assert inspector.more.overtime.refusal().text() == "Write a number of minutes, or nothing."
    assert room.records[Block][block].cues == "auto"


def test_a_block_without_cues_says_none_and_can_go_back_to_its_length(
    inspector: Inspector, room: Room, block: BlockId
) -> None:
    """TM4."""
    told: list[str] = []
    room.follow(lambda records: told.append(records[Block][block].cues))
    written(inspector, "Chimes so many minutes before the end", "none")
    room.until(lambda: "" in told)

    inspector.more.cues.input.clear()
    QTest.keyClick(inspector.more.cues.input, Qt.Key.Key_Return)

    room.until(lambda: room.records[Block][block].cues == "auto")


def test_a_jump_opens_the_section(room: Room, shown: Callable[[QWidget], None], block: BlockId) -> None:
    """CV5."""
    made = Inspector(
        Asking(room.say_to(ROOM), refusals_of(room.activities)),
        room.activities,
        room.say_to,
        OnStage(room.looking(), room.clock),
    )
    made.show_block(room.records, block)
    shown(made)
    assert "What it leaves" not in names(made)

    assert made.seek(NO_OUTPUT)

    assert button(made, "What it leaves").hasFocus()


def test_what_a_block_is_for_hides_while_the_room_sees_this_desk(inspector: Inspector) -> None:
    inspector.show_surroundings(Surroundings(Projector.MIRRORED))
    assert not {"Goal", "What it leaves", "Materials"} & set(names(inspector))

    inspector.show_surroundings(Surroundings(Projector.READY))
    assert "Goal" in names(inspector)


def test_every_field_has_a_name_of_its_own(inspector: Inspector) -> None:
    assert not unnamed(inspector)
    assert not doubled(inspector)
