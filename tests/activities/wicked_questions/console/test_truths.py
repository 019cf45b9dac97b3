"""The truths of one half."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from facilitator.activities.wicked_questions.console.truths import TruthCard
from facilitator.activities.wicked_questions.rules import SECOND, SendTruths
from facilitator.convening.words import Wish
from facilitator.kit.qt.asking import Asking
from tests.activities.wicked_questions.console.test_choose import answered


def card(qtbot: QtBot, asked: list[Wish]) -> TruthCard:
    host = QObject()
    made = TruthCard(SECOND, Asking(answered(asked), {}, host))
    host.setParent(made)
    qtbot.addWidget(made)
    made.resize(360, 300)
    made.show()
    return made


def test_a_typed_truth_goes_to_its_half(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    made = card(qtbot, asked)
    field = made.findChildren(QLineEdit)[0]

    QTest.keyClicks(field, "Trust grows slowly")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked == [SendTruths("", "Trust grows slowly")]
    assert field.text() == ""


def test_a_pressed_truth_is_given_to_the_pair(qtbot: QtBot) -> None:
    truths, used = card(qtbot, []), list[str]()
    truths.used.connect(used.append)
    truths.show_truths([("Trust grows slowly", 3), ("Elders speak last", 1)], ())
    lines = truths.findChildren(QListView)[0]
    lines.setCurrentIndex(lines.model().index(1, 0))

    QTest.keyClick(lines, Qt.Key.Key_Return)

    assert used == ["Elders speak last"]


def test_beside_the_builder_three_rows_are_enough(qtbot: QtBot) -> None:
    truths = card(qtbot, [])
    truths.show_truths([(f"Truth {number}", 1) for number in range(60)], ())

    truths.show_beside_builder()

    assert truths.findChildren(QListView)[0].height() == 96
