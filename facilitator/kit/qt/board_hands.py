"""Hands on the board: pointing, dragging a note to a column, panning, and zooming with the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from facilitator.kit.qt.board_above import shadow_room

if TYPE_CHECKING:
    from facilitator.kit.qt.board import BoardCanvas

_ZOOM_STEP = 1.15
_EDGE = 28
_EDGE_STEP = 14
_EDGE_MS = 30


class BoardHands(QObject):
    """Listens at the board's viewport. While a note is dragged only its old and its new place are painted."""

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        self.lifted = ""
        self.hovered = ""
        self.target = -1
        self._pressed = ""
        self._pressed_at = QPointF()
        self._grip = QPointF()
        self._at = QPointF()
        self._panned_from: QPoint | None = None
        self._creep = QTimer(self)
        self._creep.setInterval(_EDGE_MS)
        self._creep.timeout.connect(self._scroll_at_edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the mouse and the wheel before the scroll area does."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            if kind is QEvent.Type.MouseButtonPress:
                self._press(event)
            elif kind is QEvent.Type.MouseMove:
                self._move(event)
            elif kind is QEvent.Type.MouseButtonRelease:
                self._release()
            elif kind is QEvent.Type.MouseButtonDblClick and self._board.note_at(event.position()):
                self._board.edit_requested.emit(self._board.note_at(event.position()))
            return True
        if kind is QEvent.Type.Leave:
            self._hover("")
        return False

    def place_in_hand(self) -> QRectF:
        """Where the dragged note is painted, in the viewport."""
        home = QRectF(self._board.note_place(self.lifted))
        return QRectF(self._at - self._grip, home.size())

    def put_back(self) -> None:
        """Let go of a dragged note without dropping it: Escape."""
        if self.lifted:
            self._lower()

    def _press(self, event: QMouseEvent) -> None:
        note = self._board.note_at(event.position())
        if event.button() is Qt.MouseButton.MiddleButton or (event.button() is Qt.MouseButton.LeftButton and not note):
            self._panned_from = event.position().toPoint()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_at = note, event.position()
            self._grip = event.position() - QPointF(self._board.note_place(note).topLeft())
        if event.button() is not Qt.MouseButton.MiddleButton:
            self._board.select(note)

    def _move(self, event: QMouseEvent) -> None:
        if self._panned_from is not None:
            step = event.position().toPoint() - self._panned_from
            self._panned_from = event.position().toPoint()
            self._board.pan(-step.x(), -step.y())
        elif self.lifted:
            self._drag(event.position())
        elif self._pressed:
            far = (event.position() - self._pressed_at).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._lift(event.position())
        else:
            self._hover(self._board.note_at(event.position()))

    def _release(self) -> None:
        self._panned_from = None
        self._pressed = ""
        if not self.lifted:
            return
        note, target, home = self.lifted, self.target, self._board.column_of(self.lifted)
        self._lower()
        if target not in (-1, home):
            self._board.note_dropped.emit(note, target)

    def _lift(self, at: QPointF) -> None:
        self.lifted, self._at = self._pressed, at
        self._hover("")
        self._board.spoil_note(self.lifted)
        self._creep.start()
        self._drag(at)

    def _lower(self) -> None:
        self._creep.stop()
        self._update(self.place_in_hand())
        self._aim(-1)
        self._board.spoil_note(self.lifted)
        self.lifted = self._pressed = ""

    def _drag(self, at: QPointF) -> None:
        self._update(self.place_in_hand())
        self._at = at
        self._update(self.place_in_hand())
        target = self._board.column_at(at)
        self._aim(-1 if target == self._board.column_of(self.lifted) else target)

    def _aim(self, target: int) -> None:
        if target == self.target:
            return
        for index in (self.target, target):
            if index >= 0:
                self._board.viewport().update(self._board.column_place(index).adjusted(-6, 0, 6, 0))
        self.target = target

    def _hover(self, note: str) -> None:
        if note != self.hovered:
            old, self.hovered = self.hovered, note
            for each in (old, note):
                self._board.update_note(each)

    def _update(self, place: QRectF) -> None:
        self._board.viewport().update(shadow_room(place).toAlignedRect())

    def _wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        steps = event.angleDelta().y() / 120
        self._board.zoom(self._board.scale() * _ZOOM_STEP**steps, event.position())
        return True

    def _scroll_at_edge(self) -> None:
        view: QRect = self._board.viewport().rect()
        if self._at.y() < view.top() + _EDGE:
            self._board.pan(0, -_EDGE_STEP)
        elif self._at.y() > view.bottom() - _EDGE:
            self._board.pan(0, _EDGE_STEP)
