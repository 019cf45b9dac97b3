"""One chosen idea, seen in three views."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.chosen import Chosen
from facilitator.activities.ideation_board.console.columns import Waiting
from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.idea_rows import ClusterLine, IdeaLine
from facilitator.activities.ideation_board.console.picking import Picking
from facilitator.activities.ideation_board.console.unsorted import UnsortedList
from facilitator.convening.ids import CardId
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.groups import Group
from facilitator.kit.qt.widgets import column


class Views(QWidget):
    """A tray with one idea, a column with another, and the list of both."""

    def __init__(self) -> None:
        super().__init__()
        self.tray, self.board, self.ideas = UnsortedList(), BoardCanvas(), IdeaList()
        self.picking = Picking(self)
        self.chosen = Chosen(self.tray, self.board, self.ideas, self.picking)
        column(self, self.tray, self.board, self.ideas)
        self.tray.show_waiting((Waiting(CardId("w"), "Waits", is_held=True, is_starred=False),))
        self.board.show_columns((BoardColumn("c", "A", "Cluster", "sky", (BoardNote("n", "Note"),)),))
        self.ideas.show_listing(
            (
                Group(ClusterLine("unsorted", "Unsorted", 1), (IdeaLine("w", "Waits"),)),
                Group(ClusterLine("c", "Cluster", 1, "A", "sky"), (IdeaLine("n", "Note", "sky"),)),
            )
        )


@pytest.fixture
def views(qtbot: QtBot) -> Views:
    made = Views()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_choosing_takes_every_view_along(views: Views) -> None:
    views.chosen.choose("w")
    first = (views.tray.selected(), views.board.selected(), views.ideas.selected())

    views.chosen.choose("n")

    assert first == ("w", "", "w")
    assert (views.tray.selected(), views.board.selected(), views.ideas.selected()) == ("", "n", "n")


def test_going_to_a_row_chooses_its_idea_and_its_cluster(views: Views) -> None:
    views.ideas.go_to("n")

    assert (views.chosen.idea(), views.chosen.cluster) == ("n", "c")


def test_at_a_head_no_idea_is_chosen_but_its_cluster_is(views: Views) -> None:
    views.ideas.go_to("w")

    views.ideas.go_to("c")

    assert (views.chosen.idea(), views.chosen.cluster) == ("", "c")


def test_the_last_picked_idea_is_meant_where_none_is_chosen(views: Views) -> None:
    views.picking.add(["n", "w"])

    assert views.chosen.idea() == "w"


def test_the_focus_goes_to_the_view_that_shows_the_idea(views: Views, qtbot: QtBot) -> None:
    views.ideas.hide()
    views.chosen.choose("n")
    views.chosen.take_focus()
    qtbot.waitUntil(views.board.hasFocus)

    views.ideas.show()
    views.chosen.take_focus()

    qtbot.waitUntil(views.ideas.hasFocus)
