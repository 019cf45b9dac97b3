"""The table: one chosen idea between tray and columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.columns import SortedBoard, Waiting
from facilitator.activities.ideation_board.console.reveals import Reveals
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.rules import Board, PlaceIdea, RenameCluster, SpotlightCluster
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.words import Wish
from facilitator.kit.qt.board_heads import HEAD_HEIGHT
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote

COLUMNS = tuple(
    BoardColumn(f"c{n}", "ABC"[n], f"Cluster {n}", "sky", (BoardNote(f"n{n}", f"Note {n}"),)) for n in range(3)
)
WAITING = tuple(Waiting(CardId(name), f"Idea {name}", is_held=True, is_starred=False) for name in ("w1", "w2"))


def shown(qtbot: QtBot, asked: list[Wish]) -> Table:
    table = Table(asked.append, _unheard, Reveals(list, list, _unheard, lambda _steps, _along: ""))
    qtbot.addWidget(table)
    table.resize(768, 640)
    table.show()
    table.activateWindow()
    table.show_board(Board(BlockId("b"), step="cluster"), SortedBoard(COLUMNS, WAITING, 5, 2, 2, 0))
    return table


def test_choosing_in_the_columns_lets_go_of_the_tray(qtbot: QtBot) -> None:
    table = shown(qtbot, [])
    table.tray.notes.select("w1")

    table.columns.select("n1")

    assert table.chosen() == "n1"
    assert table.tray.notes.selected() == ""


def test_placing_chooses_the_next_idea_of_the_tray_at_once(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    table = shown(qtbot, asked)
    table.tray.notes.select("w1")

    table.place(2)

    assert asked == [PlaceIdea(CardId("w1"), ClusterId("c2"))]
    assert table.chosen() == "w2"


def test_a_note_dragged_to_another_column_is_placed_there(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    table = shown(qtbot, asked)

    table.columns.note_dropped.emit("n0", 2)

    assert asked == [PlaceIdea(CardId("n0"), ClusterId("c2"))]


def test_a_double_click_on_a_head_renames_it(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    table = shown(qtbot, asked)
    place = table.columns.column_place(1).center()
    place.setY(HEAD_HEIGHT // 2)

    QTest.mouseDClick(table.columns, Qt.MouseButton.LeftButton, pos=place)
    field = table.focusWidget()
    assert field is not None
    QTest.keyClicks(field, " and more")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert asked == [RenameCluster(ClusterId("c1"), "Cluster 1 and more")]


def test_the_spotlight_of_the_same_cluster_turns_it_off(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    table = shown(qtbot, asked)
    table.columns.select("n1")
    table.spotlight()

    lit = Board(BlockId("b"), step="cluster", spotlight=ClusterId("c1"))
    table.show_board(lit, SortedBoard(COLUMNS, WAITING, 5, 2, 2, 0))
    table.spotlight()

    assert asked == [SpotlightCluster(ClusterId("c1")), SpotlightCluster(ClusterId(""))]


def test_escape_leaves_the_field_for_a_new_cluster(qtbot: QtBot) -> None:
    asked: list[Wish] = []
    table = shown(qtbot, asked)
    table.name_cluster()
    QTest.keyClicks(table.new_name, "A sentence")

    QTest.keyClick(table.new_name, Qt.Key.Key_Escape)

    assert (asked, table.new_name.isVisible(), table.new_name.text()) == ([], False, "")


def _unheard(_said: object) -> None:
    pass
