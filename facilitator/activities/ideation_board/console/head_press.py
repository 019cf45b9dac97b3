"""A double click on the head of a column: its name is to be written over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent

from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_heads import HEAD_HEIGHT


class HeadPress(QObject):
    """Listens at the board, whose heads lie outside its viewport."""

    pressed = Signal(int)
    """The index of the column."""

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a double click on a head, and nothing else."""
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseButtonDblClick:
            return False
        at = event.position()
        index = self._board.column_at(QPointF(at.x() - self._board.viewport().x(), 0))
        if at.y() > HEAD_HEIGHT or index < 0:
            return False
        self.pressed.emit(index)
        return True
