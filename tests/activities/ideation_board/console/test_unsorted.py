"""Waiting ideas as notes: chosen by keys, kept chosen, edited by Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.columns import Waiting
from facilitator.activities.ideation_board.console.unsorted import UnsortedList
from facilitator.convening.ids import CardId


def shown(qtbot: QtBot, *names: str) -> UnsortedList:
    notes = UnsortedList()
    qtbot.addWidget(notes)
    notes.resize(760, 200)
    notes.show()
    notes.show_waiting([Waiting(CardId(name), f"Idea {name}", is_held=True, is_starred=False) for name in names])
    return notes


def test_three_notes_stand_beside_one_another(qtbot: QtBot) -> None:
    notes = shown(qtbot, "a", "b", "c", "d")

    tops = [notes.place_of(name).top() for name in ("a", "b", "c", "d")]

    assert tops[0] == tops[1] == tops[2] < tops[3]


def test_arrows_choose_and_enter_asks_to_edit(qtbot: QtBot) -> None:
    notes, asked = shown(qtbot, "a", "b"), list[str]()
    notes.edit_requested.connect(asked.append)
    notes.select("a")

    QTest.keyClick(notes, Qt.Key.Key_Right)
    QTest.keyClick(notes, Qt.Key.Key_Return)

    assert asked == ["b"]


def test_the_chosen_idea_stays_chosen_when_others_come_and_go(qtbot: QtBot) -> None:
    notes = shown(qtbot, "a", "b", "c")
    notes.select("b")

    notes.show_waiting([Waiting(CardId(name), name, is_held=True, is_starred=False) for name in ("b", "c", "d")])

    assert notes.selected() == "b"


def test_the_next_idea_to_go_on_with_is_the_one_after_or_else_before(qtbot: QtBot) -> None:
    notes = shown(qtbot, "a", "b")

    assert (notes.after("a"), notes.after("b"), notes.after("unknown")) == ("b", "a", "")
