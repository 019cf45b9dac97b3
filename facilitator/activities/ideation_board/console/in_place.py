"""Editing where a thing stands: a small field laid over a note or the head of a column."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from facilitator.kit.qt.theme import theme_in_use

_LEAST_WIDTH, _LEAST_HEIGHT = 180, 34


class InPlace(QPlainTextEdit):
    """One field over its host. Enter, or going elsewhere, keeps what was written; Esc leaves it as it was."""

    def __init__(self, host: QWidget, said: str) -> None:
        super().__init__(host)
        self._host = host
        self._keep: Callable[[str], object] = str
        self._before = ""
        self._is_open = False
        self.setAccessibleName(said)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def open(self, place: QRect, text: str, keep: Callable[[str], object]) -> None:
        """Write over this place of the host; `keep` hears the new text if it is another one."""
        self._keep, self._before, self._is_open = keep, text, True
        host = self._host.rect()
        place = QRect(place)
        place.setWidth(max(_LEAST_WIDTH, place.width()))
        place.setHeight(max(_LEAST_HEIGHT, place.height()))
        place.moveRight(min(place.right(), host.right()))
        place.moveLeft(max(place.left(), 0))
        place.moveBottom(min(place.bottom(), host.bottom()))
        place.moveTop(max(place.top(), 0))
        self.setFont(theme_in_use().sized(13))
        self.setGeometry(place)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self._close(self._before)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._close(self.toPlainText())

    def _close(self, text: str) -> None:
        if not self._is_open:
            return
        self._is_open = False
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._host.setFocus()
        if text.strip() and text.strip() != self._before.strip():
            self._keep(text.strip())
