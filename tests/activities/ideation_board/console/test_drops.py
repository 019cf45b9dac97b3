"""Dropping an idea onto a column."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.drops import Drops
from facilitator.activities.ideation_board.console.waiting import IDEA_MIME
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote


def test_an_idea_goes_to_the_column_it_is_dropped_on(qtbot: QtBot) -> None:
    board, dropped = BoardCanvas(), list[tuple[str, int]]()
    qtbot.addWidget(board)
    board.resize(600, 300)
    board.show_columns([BoardColumn(i, i.upper(), i, "sky", (BoardNote(f"n{i}", "Note"),)) for i in ("a", "b")])
    board.show()
    Drops(board).dropped.connect(lambda card, index: dropped.append((card, index)))
    carried = QMimeData()
    carried.setData(IDEA_MIME, QByteArray(b"card-1"))
    place = board.column_place(1).center()

    QApplication.sendEvent(board.viewport(), entering(place, carried))
    QApplication.sendEvent(
        board.viewport(),
        QDropEvent(
            QPointF(place), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        ),
    )

    assert dropped == [("card-1", 1)]


def entering(place: QPoint, carried: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(
        place, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
