"""Writing over what stands, in whichever view is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.columns import SortedBoard, Waiting
from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.idea_rows import ClusterLine, IdeaLine
from facilitator.activities.ideation_board.console.overwriting import Overwriting
from facilitator.activities.ideation_board.console.tray import Tray
from facilitator.activities.ideation_board.rules import EditIdea, RenameCluster
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.words import Wish
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.groups import Group
from facilitator.kit.qt.widgets import column

COLUMNS = (BoardColumn("c", "A", "Cluster", "sky", (BoardNote("n", "Note"),)),)
WAITING = (Waiting(CardId("w"), "Waits", is_held=True, is_starred=False),)
LINES = (
    Group(ClusterLine("unsorted", "Unsorted", 1), (IdeaLine("w", "Waits"),)),
    Group(ClusterLine("c", "Cluster", 1, "A", "sky"), (IdeaLine("n", "Note", "sky"),)),
)


class Views(QWidget):
    """Tray, columns and list with a field over each."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Wish] = []
        self.tray, self.board, self.ideas = Tray(list), BoardCanvas(), IdeaList()
        self.over = Overwriting(self.tray, self.board, self.ideas, self.asked.append)
        column(self, self.tray, self.board, self.ideas)
        self.tray.show_board(SortedBoard(COLUMNS, WAITING, 2, 0, 1, 0))
        self.board.show_columns(COLUMNS)
        self.ideas.show_listing(LINES)
        self.ideas.hide()


@pytest.fixture
def views(qtbot: QtBot) -> Views:
    made = Views()
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def written(views: Views, text: str) -> QPlainTextEdit:
    field = next(field for field in views.findChildren(QPlainTextEdit) if field.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


def test_a_waiting_idea_is_written_over_in_the_tray(views: Views) -> None:
    views.tray.notes.select("w")
    views.over.idea("w", "Waits")

    field = written(views, "Waits no more")

    assert views.asked == [EditIdea(CardId("w"), "Waits no more")]
    assert views.tray.isAncestorOf(field)


def test_a_placed_idea_is_written_over_on_the_board(views: Views) -> None:
    views.over.idea("n", "Note")

    field = written(views, "Another note")

    assert views.asked == [EditIdea(CardId("n"), "Another note")]
    assert views.board.isAncestorOf(field)


@pytest.mark.parametrize("card", ["w", "n"])
def test_while_the_list_is_seen_it_is_written_over_there(views: Views, card: str) -> None:
    views.ideas.show()
    views.over.idea(card, "Old")

    field = written(views, "New")

    assert views.asked == [EditIdea(CardId(card), "New")]
    assert views.ideas.isAncestorOf(field)
    assert field.geometry().intersects(views.ideas.place_of(card))


def test_a_cluster_is_named_at_its_head_on_the_board_and_in_the_list(views: Views) -> None:
    views.over.cluster("c", 0, "Cluster")
    on_board = views.board.isAncestorOf(written(views, "One"))

    views.ideas.show()
    views.over.cluster("c", 0, "One")
    in_list = views.ideas.isAncestorOf(written(views, "Two"))

    assert (on_board, in_list) == (True, True)
    assert views.asked == [RenameCluster(ClusterId("c"), "One"), RenameCluster(ClusterId("c"), "Two")]
