"""Rows as Qt asks for them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.console.row_list import RowList


def test_each_row_is_said_in_words(qtbot: QtBot) -> None:
    rows: RowList[int] = RowList(lambda number: f"row {number}")
    rows.show_rows((1, 2))

    assert [rows.index(at).data(Qt.ItemDataRole.DisplayRole) for at in range(rows.rowCount())] == ["row 1", "row 2"]
    assert rows.row_at(rows.index(1)) == 2


def test_the_same_rows_again_change_nothing(qtbot: QtBot) -> None:
    rows: RowList[int] = RowList(str)
    rows.show_rows((1, 2))

    with qtbot.assertNotEmitted(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        rows.show_rows([1, 2])


def test_only_the_row_that_changed_is_painted_anew(qtbot: QtBot) -> None:
    rows: RowList[int] = RowList(str)
    rows.show_rows((1, 2))

    with qtbot.assertNotEmitted(rows.modelReset), qtbot.waitSignal(rows.dataChanged) as changed:
        rows.show_rows((1, 3))

    assert changed.args[0].row() == 1


def test_more_rows_are_shown_afresh(qtbot: QtBot) -> None:
    rows: RowList[int] = RowList(str)

    with qtbot.waitSignal(rows.modelReset):
        rows.show_rows((1, 2, 3))

    assert rows.rows == (1, 2, 3)
