"""The board for those who do not see it: a list of notes, with what a screen reader needs of each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_access import install_board_access, say_selected
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.boards import columns


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> BoardCanvas:
    made = BoardCanvas()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_columns(columns(20))
    made.show()
    return made


@pytest.fixture
def spoken(board: BoardCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(board)


def test_the_board_is_a_list_of_its_notes(spoken: QAccessibleInterface) -> None:
    assert spoken.role() is QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Idea board"
    assert spoken.text(QAccessible.Text.Description) == "20 ideas"
    assert spoken.childCount() == 20


def test_each_note_is_read_with_its_text_and_its_column(spoken: QAccessibleInterface) -> None:
    note = spoken.child(4)

    assert note.role() is QAccessible.Role.ListItem
    assert note.text(QAccessible.Text.Name) == "Idea number 1 for every water point"
    assert note.text(QAccessible.Text.Description) == "In B Data we share."
    assert spoken.indexOfChild(note) == 4


def test_a_selected_note_says_so(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    board.select("n1")
    say_selected(board, 4)

    assert spoken.child(4).state().selected
    assert not spoken.child(3).state().selected
    assert spoken.focusChild() is spoken.child(4)


def test_a_note_lies_where_it_is_seen(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    seen = board.note_place("n1").translated(board.viewport().mapToGlobal(QPoint()))

    assert spoken.child(4).rect() == seen


def test_a_note_that_went_is_silent(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    last = spoken.child(19)

    board.show_columns(columns(3))

    assert spoken.childCount() == 3
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_teaching_qt_twice_teaches_it_once(board: BoardCanvas) -> None:
    install_board_access()

    assert QAccessible.queryAccessibleInterface(board).childCount() == 20
