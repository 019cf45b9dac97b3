"""The rules of a vote before it opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from facilitator.activities.dot_vote.console.rules import VoteRules
from facilitator.activities.dot_vote.rules import SetVote, Vote
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish


def shown(qtbot: QtBot, asked: list[Wish], vote: Vote, count: int = 8) -> VoteRules:
    rules = VoteRules(asked.append)
    qtbot.addWidget(rules)
    rules.resize(300, 300)
    rules.show()
    rules.show_vote(vote, count)
    return rules


def click(qtbot: QtBot, rules: VoteRules, words: str) -> None:
    button = next(b for b in rules.findChildren(QAbstractButton) if b.accessibleName() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_fewer_dots_take_the_most_on_one_idea_along(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    rules = shown(qtbot, asked, Vote(BlockId("b"), dots=2, cap=2))

    click(qtbot, rules, "Dots for each: one less")

    assert asked == [SetVote(1, 1)]


def test_what_usually_works_can_be_taken_with_one_press(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    rules = shown(qtbot, asked, Vote(BlockId("b"), dots=3, cap=2), count=20)

    click(qtbot, rules, "Use 5")

    assert asked == [SetVote(5, 2)]


def test_the_numbers_are_there_to_be_read(qtbot: QtBot) -> None:
    rules = shown(qtbot, [], Vote(BlockId("b"), dots=4, cap=2))

    fields = rules.findChildren(QSpinBox)

    assert [field.text() for field in fields] == ["4", "2"]
    assert all(field.lineEdit().width() > 30 for field in fields)


def test_the_criterion_is_kept_when_its_field_is_left(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    rules = shown(qtbot, asked, Vote(BlockId("b")))
    field = next(f for f in rules.findChildren(QLineEdit) if f.accessibleName() == "We choose by")
    field.setText("what helps most people")

    field.editingFinished.emit()

    assert asked == [SetVote(3, 2, "what helps most people")]
