"""Every act of the board has a key of its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.bars import Ask
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.hands import acts_of
from facilitator.activities.ideation_board.console.reveals import Reveals
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.rules import Board, MoveCluster
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote

OF_THE_WINDOW = {"?", "/", "B", "F", "W", "T", "+", "−", "C", "U", "N", "G", "L", "J", "H", "Shift T", "Ctrl Z"}


def table(qtbot: QtBot, ask: Ask | None = None) -> Table:
    made = Table(ask or _unheard, _unheard, Reveals(list, list, _unheard, lambda _steps, _along: ""))
    qtbot.addWidget(made)
    columns = tuple(BoardColumn(f"c{n}", "A", f"Cluster {n}", "sky", (BoardNote(f"n{n}", "Note"),)) for n in range(8))
    made.show_board(Board(BlockId("b"), step="cluster"), SortedBoard(columns, (), 8, 1, 0, 0))
    return made


def test_no_key_is_given_twice_nor_taken_from_the_window(qtbot: QtBot) -> None:
    keys = [act.key for act in acts_of(table(qtbot))]

    assert len(keys) == len(set(keys))
    assert not OF_THE_WINDOW & set(keys)


def test_what_needs_an_idea_waits_until_one_is_chosen(qtbot: QtBot) -> None:
    board = table(qtbot)
    edit = next(act for act in acts_of(board) if act.key == "E")
    before = edit.is_enabled()

    board.choose("n3")

    assert not before
    assert edit.is_enabled()


def test_a_ninth_cluster_is_not_offered(qtbot: QtBot) -> None:
    assert not next(act for act in acts_of(table(qtbot)) if act.key == "A").is_enabled()


@pytest.mark.parametrize(("direction", "place"), [("LeftToRight", 4), ("RightToLeft", 2)])
def test_a_cluster_is_moved_to_the_side_that_its_key_points_to(
    qapp: QApplication, qtbot: QtBot, direction: str, place: int
) -> None:
    wishes: list[object] = []
    board = table(qtbot, wishes.append)
    board.choose("n3")
    qapp.setLayoutDirection(Qt.LayoutDirection[direction])

    next(act for act in acts_of(board) if act.key == "Alt Right").do()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert wishes == [MoveCluster(ClusterId("c3"), place)]


def _unheard(_said: object) -> None:
    pass
