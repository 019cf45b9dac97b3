"""The marks of picked notes."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.activities.ideation_board.console.picked_rings import PickedRings
from facilitator.activities.ideation_board.console.picking import Picking
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.theme import theme_in_use


def accents(board: BoardCanvas) -> int:
    image = board.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = theme_in_use().inks.accent
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == wanted for x, y in pixels)


def test_a_picked_note_is_seen_to_be_picked_wherever_the_focus_is(qtbot: QtBot) -> None:
    board = BoardCanvas()
    qtbot.addWidget(board)
    board.resize(300, 160)
    board.show()
    board.show_columns([BoardColumn("c", "A", "Money", "sky", (BoardNote("one", "One"), BoardNote("two", "Two")))])
    picking = Picking(board)
    rings = PickedRings(board, picking)
    before = accents(board)

    picking.add(["two", "elsewhere"])

    assert rings.ringed() == ("two",)
    assert accents(board) > before + 100
    board.resize(400, 200)
    assert rings.size() == board.viewport().size()
    picking.clear()
    assert accents(board) == before
