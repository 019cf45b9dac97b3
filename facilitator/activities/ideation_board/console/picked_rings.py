"""Rings round the notes that are picked on the board, laid over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board.console.picking import Picking
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_access import PICKED
from facilitator.kit.qt.theme import Theme, theme_in_use

_OUT = 2.0
_TICK = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3))


class PickedRings(QWidget):
    """As large as what is seen of the board; the mouse goes through it."""

    def __init__(self, board: BoardCanvas, picking: Picking) -> None:
        super().__init__(board.viewport())
        self._board, self._picking = board, picking
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        board.viewport().installEventFilter(self)
        picking.changed.connect(self._follow)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is seen of the board."""
        if event.type() is QEvent.Type.Resize:
            self.resize(self._board.viewport().size())
        return False

    def ringed(self) -> tuple[str, ...]:
        """The picked notes that lie on the board."""
        return tuple(card for card in self._picking.ids() if not self._board.note_place(card).isEmpty())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for card in self.ringed():
                place = QRectF(self._board.note_place(card))
                if place.intersects(QRectF(event.rect())):
                    paint_picked(painter, place, theme)

    def _follow(self) -> None:
        self._board.setProperty(PICKED, list(self._picking.ids()))
        self.setVisible(bool(self._picking.ids()))
        self.resize(self._board.viewport().size())
        self.update()


def paint_picked(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The mark of a picked note: a frame in accent, and a corner that does not need its colour to be seen."""
    radius = theme.tokens.radius["note"]
    painter.setPen(QPen(theme.inks.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(-_OUT, -_OUT, _OUT, _OUT), radius, radius)
    paint_tick(painter, QRectF(place.right() - 13, place.top() - 5, 18, 18), theme)


def paint_tick(painter: QPainter, disc: QRectF, theme: Theme) -> None:
    """A tick on a disc of accent, 18 across: this is picked."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.inks.accent)
    painter.drawEllipse(disc)
    painter.setPen(QPen(theme.inks.on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = disc.center()
    painter.drawPolyline([middle + at for at in _TICK])
