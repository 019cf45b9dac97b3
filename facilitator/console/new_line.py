"""The line for a new block at the foot of the live day: a title and its minutes, and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.i18n import _


class NewLine(QLineEdit):
    """Away until it is wanted. `written` tells what was written; Enter, Esc or going elsewhere closes it."""

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("New block and its minutes"))
        self.setPlaceholderText(_("New block, such as: Energiser 10"))
        self.setToolTip(_("Enter adds it after the chosen row."))
        self.hide()

    def open_line(self) -> None:
        """Let somebody write."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            words = self.text()
            self._leave()
            self.written.emit(words)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text():
            self.hide()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
