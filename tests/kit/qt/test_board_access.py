"""The board for those who do not see it: a list of clusters, in each of them its notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_access import install_board_access
from facilitator.kit.qt.theme import Theme
from tests.kit.qt.spoken import board_of, name


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> BoardCanvas:
    return board_of(qtbot, 20, 500)


@pytest.fixture
def spoken(board: BoardCanvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(board)


def test_the_board_is_a_list_of_its_clusters(spoken: QAccessibleInterface) -> None:
    assert spoken.role() is QAccessible.Role.List
    assert name(spoken) == "Idea board"
    assert spoken.text(QAccessible.Text.Description) == "20 ideas"
    assert [name(spoken.child(at)) for at in range(spoken.childCount())][:2] == [
        "A Money that lasts, 4 ideas",
        "B Data we share, 4 ideas",
    ]


def test_each_cluster_is_a_list_of_its_notes(spoken: QAccessibleInterface) -> None:
    cluster = spoken.child(1)

    assert (cluster.role(), cluster.childCount()) == (QAccessible.Role.List, 4)
    assert name(cluster.child(0)) == "Note 5 of 20: Idea number 1 for every water point, in B Data we share"
    assert cluster.child(0).role() is QAccessible.Role.ListItem


def test_from_a_note_the_way_leads_back_to_the_board(spoken: QAccessibleInterface) -> None:
    note = spoken.child(1).child(2)

    assert note.parent() is spoken.child(1)
    assert note.parent().indexOfChild(note) == 2
    assert note.parent().parent() is spoken
    assert spoken.indexOfChild(note.parent()) == 1


def test_what_is_asked_for_and_not_there_is_nothing(spoken: QAccessibleInterface) -> None:
    assert spoken.child(5) is None
    assert spoken.child(0).child(4) is None
    assert spoken.child(0).child(0).child(0) is None
    assert spoken.child(0).indexOfChild(spoken.child(1).child(0)) == -1


def test_a_selected_note_says_so_and_is_where_the_focus_is(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    board.select("n1")

    assert spoken.child(1).child(0).state().selected
    assert not spoken.child(0).child(0).state().selected
    assert spoken.focusChild() is spoken.child(1).child(0)


def test_a_note_has_the_focus_only_while_the_board_has_it(
    board: BoardCanvas, spoken: QAccessibleInterface, qtbot: QtBot
) -> None:
    board.clearFocus()
    board.select("n1")
    before = bool(spoken.child(1).child(0).state().focused)

    board.activateWindow()
    board.setFocus()
    qtbot.waitUntil(board.hasFocus)

    assert (before, bool(spoken.child(1).child(0).state().focused)) == (False, True)


def test_the_note_at_a_point_of_the_screen_is_found(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    at = board.viewport().mapToGlobal(board.note_place("n6").center())

    cluster = spoken.childAt(at.x(), at.y())

    assert cluster is spoken.child(1)
    assert name(cluster.childAt(at.x(), at.y())).startswith("Note 6 of 20: Idea number 6 ")
    assert spoken.child(0).childAt(at.x(), at.y()) is None


def test_teaching_qt_twice_teaches_it_once(board: BoardCanvas) -> None:
    install_board_access()

    assert QAccessible.queryAccessibleInterface(board).childCount() == 5


def test_a_cluster_lies_where_its_column_does(board: BoardCanvas, spoken: QAccessibleInterface) -> None:
    place = board.column_place(2).translated(board.viewport().mapToGlobal(QPoint()))

    assert spoken.child(2).rect() == place
