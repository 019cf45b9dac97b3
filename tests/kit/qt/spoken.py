"""Notes as a screen reader meets them: a board that is shown, and what its parts are called."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.board import BoardCanvas
from tests.kit.qt.boards import columns


def board_of(qtbot: QtBot, notes: int, high: int) -> BoardCanvas:
    """A board of five columns with so many notes, 800 px wide and so many high."""
    made = BoardCanvas()
    qtbot.addWidget(made)
    made.resize(800, high)
    made.show_columns(columns(notes))
    made.show()
    return made


def name(part: QAccessibleInterface) -> str:
    """What a part is called."""
    return part.text(QAccessible.Text.Name)
