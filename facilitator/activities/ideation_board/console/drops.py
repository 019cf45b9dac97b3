"""Dropping an idea from the tray onto a column of the board: the column under the pointer is framed, and taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board.console.waiting import IDEA_MIME
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.theme import theme_in_use


class Drops(QObject):
    """Lets the board take ideas that are dragged from elsewhere in the window."""

    dropped = Signal(str, int)
    """A card, and the index of the column it was let go over."""

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        self._frame = _Target(board.viewport())
        board.viewport().setAcceptDrops(True)
        board.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what is dragged over the board, and what is dropped."""
        if event.type() is QEvent.Type.DragLeave:
            self._frame.hide()
            return True
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(IDEA_MIME):
            return False
        index = self._board.column_at(QPointF(event.position()))
        if index < 0:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._frame.hide()
            self.dropped.emit(event.mimeData().data(IDEA_MIME).toStdString(), index)
            return True
        self._frame.setGeometry(self._board.column_place(index))
        self._frame.show()
        return True


class _Target(QWidget):
    """The frame round the column that would take what is dragged."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.inks.accent, 2))
            radius = theme.tokens.radius["control"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
