"""The question of the live block."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.question_line import QuestionLine
from facilitator.convening.agenda import Block, ChangeBlock
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish
from tests.console.conftest import button, names

BLOCK = Block(BlockId("b"), "Ideas", "ideation_board", "What would help?")


@pytest.fixture
def asked() -> list[Wish]:
    return []


@pytest.fixture
def line(asked: list[Wish], shown: Callable[[QWidget], None]) -> QuestionLine:
    made = QuestionLine(asked.append)
    shown(made)
    made.show_block(BLOCK, is_asking=True)
    return made


def test_enter_keeps_what_was_written(line: QuestionLine, asked: list[Wish]) -> None:
    QTest.mouseClick(button(line, "Change the question"), Qt.MouseButton.LeftButton)
    field = button(line, "Question the room answers")
    QTest.keyClicks(field, "What would keep water flowing?")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked == [ChangeBlock(replace(BLOCK, prompt="What would keep water flowing?"))]
    assert "Change the question" in names(line)


def test_escape_leaves_it_as_it_was(line: QuestionLine, asked: list[Wish]) -> None:
    line.write()
    field = button(line, "Question the room answers")
    QTest.keyClicks(field, "never mind")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not asked
    assert "Question the room answers" not in names(line)


def test_records_that_come_while_somebody_writes_take_nothing_away(line: QuestionLine) -> None:
    line.write()
    QTest.keyClicks(button(line, "Question the room answers"), "half a thou")

    line.show_block(replace(BLOCK, minutes=50), is_asking=True)

    assert button(line, "Question the room answers").property("text") == "half a thou"


def test_a_talk_shows_its_title_and_has_no_pencil(line: QuestionLine) -> None:
    line.show_block(replace(BLOCK, activity="plain"), is_asking=False)

    assert "Change the question" not in names(line)
