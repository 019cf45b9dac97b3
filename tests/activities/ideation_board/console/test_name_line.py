"""The field for a new cluster: Enter tells, Esc leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.name_line import NameLine
from facilitator.kit.qt.widgets import column


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column(made, NameLine())
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def line(host: QWidget) -> NameLine:
    return host.findChildren(NameLine)[0]


def test_it_is_not_there_until_it_is_asked_for(line: NameLine, qtbot: QtBot) -> None:
    was_there = line.isVisible()

    line.open_for_cluster()

    assert (was_there, line.isVisible()) == (False, True)
    qtbot.waitUntil(line.hasFocus)


def test_enter_tells_the_sentence_of_a_cluster_and_goes(line: NameLine, qtbot: QtBot) -> None:
    line.open_for_cluster()
    QTest.keyClicks(line, "  The sun does the pumping ")

    with qtbot.waitSignal(line.left), qtbot.waitSignal(line.cluster_named) as told:
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert told.args == ["The sun does the pumping"]
    assert (line.isVisible(), line.text()) == (False, "")


def test_the_same_field_asks_one_more_question(line: NameLine, qtbot: QtBot) -> None:
    line.open_for_question()
    QTest.keyClicks(line, "Who is missing?")

    with qtbot.waitSignal(line.question_asked) as told, qtbot.assertNotEmitted(line.cluster_named):
        QTest.keyClick(line, Qt.Key.Key_Return)

    assert told.args == ["Who is missing?"]
    assert line.accessibleName() == "One more question for the room"


def test_without_a_word_nothing_is_told(line: NameLine, qtbot: QtBot) -> None:
    line.open_for_cluster()

    with qtbot.waitSignal(line.left), qtbot.assertNotEmitted(line.cluster_named):
        QTest.keyClick(line, Qt.Key.Key_Return)


def test_escape_leaves_what_was_written(line: NameLine, qtbot: QtBot) -> None:
    line.open_for_cluster()
    QTest.keyClicks(line, "A sentence")

    with qtbot.waitSignal(line.left), qtbot.assertNotEmitted(line.cluster_named):
        QTest.keyClick(line, Qt.Key.Key_Escape)

    assert (line.isVisible(), line.text()) == (False, "")
