"""A scale in preparation, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.activities import discover
from facilitator.activities.scale.console.inspector import Inspector
from facilitator.activities.scale.rules.points import AGREEMENT, RATING, ROTI, SetScale, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.console.faces import INSPECTOR, face_of
from facilitator.convening.agenda import Block
from tests.activities.scale.asking import MAP
from tests.activities.scale.console.asked_room import KEY, AskingRoom, cut_parts, the, words_of

_WIDTH = 304
"""What the window's own inspector leaves for it."""


@pytest.fixture
def room(tmp_path: Path) -> Iterator[AskingRoom]:
    opened = AskingRoom(tmp_path, people=0)
    yield opened
    opened.close()


@pytest.fixture
def inspector(room: AskingRoom, qtbot: QtBot) -> Inspector:
    block = room.blocks[KEY]
    made = Inspector(lambda wish: room.desk.say(wish, activity=block), block)
    qtbot.addWidget(made)
    made.resize(_WIDTH, 500)
    made.show()
    made.activateWindow()
    follow(room, made)
    return made


def follow(room: AskingRoom, inspector: Inspector) -> None:
    records = room.everything()
    QApplication.processEvents()
    inspector.show_records(records)
    QApplication.processEvents()


def press(room: AskingRoom, inspector: Inspector, words: str) -> None:
    QTest.mouseClick(the(QAbstractButton, words, inspector), Qt.MouseButton.LeftButton)
    follow(room, inspector)


def test_the_window_finds_it_beside_a_block_in_preparation(room: AskingRoom) -> None:
    block = room.everything()[Block][room.blocks[KEY]]

    found = face_of(INSPECTOR, block, discover(), lambda _block: room.desk.say)

    assert isinstance(found, Inspector)


def test_the_proposal_is_worded_before_the_day(room: AskingRoom, inspector: Inspector) -> None:
    field = the(QPlainTextEdit, "Exact words the room reads", inspector)
    field.setFocus()
    QTest.keyClicks(field, MAP)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    follow(room, inspector)

    assert the_proposal(room.everything(), room.blocks[KEY]).text == MAP


def test_the_kind_of_scale_is_chosen_before_the_day(room: AskingRoom, inspector: Inspector) -> None:
    assert any(words.startswith("1 Whole-hearted yes · 2 Yes, minor point") for words in words_of(inspector))
    assert "The rule is agreed with the room, before answers open." in words_of(inspector)

    choice = the(QComboBox, "Kind of scale", inspector)
    choice.setFocus()
    QTest.keyClicks(choice, "ra")
    follow(room, inspector)

    assert the_scale(room.everything(), room.blocks[KEY]).kind == RATING
    assert "1 Not at all · 2 A little · 3 Half · 4 Mostly · 5 Fully" in words_of(inspector)
    assert "The rule is agreed with the room, before answers open." not in words_of(inspector)


def test_a_pulse_is_offered_its_usual_question_before_the_day(room: AskingRoom, inspector: Inspector) -> None:
    room.say(SetScale(ROTI), KEY)
    follow(room, inspector)

    press(room, inspector, "Ask “Was this worth your time?”")

    assert the_proposal(room.everything(), room.blocks[KEY]).text == "Was this worth your time?"
    assert not [words for words in words_of(inspector) if words.startswith("Ask “")]


def test_points_are_named_before_the_day(room: AskingRoom, inspector: Inspector) -> None:
    press(room, inspector, "Name the points")
    field = the(QLineEdit, "Name of point 8", inspector)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "I stand aside")
    press(room, inspector, "Done")

    assert the_scale(room.everything(), room.blocks[KEY]).labels[-1] == "I stand aside"
    assert the(QAbstractButton, "Name the points", inspector).hasFocus()


def test_while_answers_are_open_a_change_is_refused_in_a_sentence(room: AskingRoom, inspector: Inspector) -> None:
    room.word_it()
    room.open()
    follow(room, inspector)

    choice = the(QComboBox, "Kind of scale", inspector)
    choice.setFocus()
    QTest.keyClicks(choice, "ra")
    follow(room, inspector)

    assert the_scale(room.everything(), room.blocks[KEY]).kind == AGREEMENT
    assert "The proposal, its scale and its rule are fixed while answers are open." in words_of(inspector)


@pytest.mark.parametrize("words", ["Unzerstörbarkeitsvermutungsbestätigungen", "من سيدفع في السنة الثالثة"])
def test_nothing_is_cut_in_the_narrow_column(room: AskingRoom, inspector: Inspector, words: str) -> None:
    room.word_it("x" * 600)
    room.say(SetScale(AGREEMENT, (words[:40],) * 8), KEY)
    press(room, inspector, "Name the points")
    inspector.resize(_WIDTH, inspector.heightForWidth(_WIDTH))
    QApplication.processEvents()

    assert inspector.width() == _WIDTH
    assert cut_parts(inspector) == []
    assert not inspector.acts()
