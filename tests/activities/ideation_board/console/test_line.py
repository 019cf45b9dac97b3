"""The line where ideas are typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.line import IdeaLine


def line(qtbot: QtBot, given: list[list[str]]) -> IdeaLine:
    def add(texts: Sequence[str]) -> None:
        given.append(list(texts))

    made = IdeaLine(add)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_gives_one_text_and_the_line_is_empty(qtbot: QtBot) -> None:
    given: list[list[str]] = []
    typed = line(qtbot, given)

    QTest.keyClicks(typed, "Pool funds")
    QTest.keyClick(typed, Qt.Key.Key_Return)

    assert (given, typed.toPlainText()) == ([["Pool funds"]], "")


def test_nothing_typed_gives_nothing(qtbot: QtBot) -> None:
    given: list[list[str]] = []

    QTest.keyClick(line(qtbot, given), Qt.Key.Key_Return)

    assert given == []


def test_a_pasted_list_loses_its_numbers_only_where_every_line_has_one(qtbot: QtBot) -> None:
    given: list[list[str]] = []
    typed = line(qtbot, given)

    for pasted in ("1. one\n2) two\n10. 3.5 litres", "12. June is late\nmoney"):
        QApplication.clipboard().setText(pasted)
        typed.paste()

    assert given == [["one", "two", "3.5 litres"], ["12. June is late", "money"]]


def test_a_pasted_list_loses_its_bullets(qtbot: QtBot) -> None:
    given: list[list[str]] = []
    typed = line(qtbot, given)
    QApplication.clipboard().setText("• one\n- two\n\n  three")

    typed.paste()

    assert given == [["one", "two", "three"]]


def test_what_could_not_be_added_comes_back_before_what_was_typed_since(qtbot: QtBot) -> None:
    typed = line(qtbot, [])
    typed.setPlainText("new words")

    typed.give_back(["old words"])

    assert typed.toPlainText() == "old words\nnew words"
