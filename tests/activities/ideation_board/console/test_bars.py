"""The choices above the columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.bars import BoardOptions, WorkBar, going_on
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.rules import Board, CloseCollecting, SpotlightCluster
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.words import Wish
from facilitator.kit.qt.board_layout import BoardColumn
from facilitator.kit.qt.widgets import Switch

SEEN = SortedBoard((BoardColumn("c1", "A", "Money", "sky"), BoardColumn("c2", "B", "Data", "amber")), (), 43, 20, 0, 0)


def test_a_switch_asks_and_what_is_shown_asks_nothing(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    options = BoardOptions(asked.append)
    qtbot.addWidget(options)
    options.show_board(Board(BlockId("b")), SEEN)
    options.show()

    QTest.mouseClick(options.findChildren(Switch)[0], Qt.MouseButton.LeftButton)

    assert asked == [CloseCollecting()]


def test_the_stage_shows_one_cluster_or_all(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    bar = WorkBar(asked.append, _unheard, list)
    qtbot.addWidget(bar)
    bar.show_board(Board(BlockId("b"), step="cluster", spotlight=ClusterId("c2")), SEEN)
    choice = bar.findChildren(QComboBox)[0]

    choice.activated.emit(0)

    assert choice.currentText() == "B · Data"
    assert asked == [SpotlightCluster(ClusterId(""))]


def test_one_idea_that_is_shown_large_is_said_and_all_are_shown_again_by_choosing_so(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    bar = WorkBar(asked.append, _unheard, list)
    qtbot.addWidget(bar)
    bar.show_board(Board(BlockId("b"), step="cluster", focus=CardId("a")), SEEN)
    choice = bar.findChildren(QComboBox)[0]
    assert choice.currentText() == "one idea"

    for at in (3, 0):
        choice.activated.emit(at)
    bar.show_board(Board(BlockId("b"), step="cluster"), SEEN)

    assert asked == [SpotlightCluster(ClusterId(""))]
    assert (choice.currentText(), choice.count()) == ("all clusters", 3)


def test_clusters_that_go_on_are_said_by_their_letters() -> None:
    assert going_on(Board(BlockId("b"), yields=("c2", "c1", "gone")), SEEN) == "goes on: A, B"
    assert going_on(Board(BlockId("b")), SEEN) == ""


def _unheard(_said: object) -> None:
    pass


def test_clusters_that_go_on_as_one_are_said_so() -> None:
    assert going_on(Board(BlockId("b"), yields_whole=True), SEEN) == "clusters go on as one each"
    assert going_on(Board(BlockId("b"), yields=("c2",), yields_whole=True), SEEN) == "goes on as one each: B"
