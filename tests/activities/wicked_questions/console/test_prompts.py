"""A question for a group that is stuck."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.deck import prompts
from facilitator.activities.wicked_questions.console.prompts import Prompts


def test_another_press_gives_another_question(qtbot: QtBot) -> None:
    made = Prompts()
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show()

    QTest.mouseClick(made.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)

    assert made.findChildren(QLabel)[0].accessibleName() == f"Stuck? {prompts()[1]}"
