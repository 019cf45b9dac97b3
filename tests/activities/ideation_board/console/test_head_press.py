"""A double click on a head asks to name that column, and one on a note does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.head_press import HeadPress
from facilitator.kit.qt.board import BoardCanvas
from tests.kit.qt.boards import columns


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
@pytest.mark.parametrize(("at", "told"), [(QPoint(300, 10), [1]), (QPoint(20, 10), [0]), (QPoint(300, 250), [])])
def test_the_column_whose_head_is_double_clicked_is_told(qtbot: QtBot, at: QPoint, told: list[int]) -> None:
    board = BoardCanvas()
    qtbot.addWidget(board)
    board.resize(800, 300)
    board.show_columns(columns(20))
    board.show()
    heard: list[int] = []
    HeadPress(board).pressed.connect(heard.append)

    QTest.mouseDClick(board, Qt.MouseButton.LeftButton, pos=at)

    assert heard == told
