"""The line for somebody who sits down without a phone: a name, and Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.convening.seats import AddSeat
from facilitator.i18n import _
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.field import Field
from facilitator.kit.qt.widgets.frames import column


class NewSeat(QWidget):
    """Away until it is wanted. It stays open after Enter, for the next one; Esc closes it."""

    def __init__(self, asking: Asking, closed: Callable[[], object]) -> None:
        super().__init__()
        self._asking, self._closed = asking, closed
        self.name = Field(_("Who takes part on paper"), hint=_("Name, then Enter"))
        column(self, self.name, padding=(10, 16, 10, 16))
        self.hide()

    def open_line(self) -> None:
        """Let somebody write."""
        self.name.show_refusal("")
        self.show()
        self.name.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._closed()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        """Ask for a seat; what was written stays until it is on disk."""
        name = self.name.text()
        self._asking.ask(AddSeat(name), granted=lambda _receipt: self._added(name), refused=self.name.show_refusal)

    def _added(self, name: str) -> None:
        self.name.show_refusal("")
        if self.name.text() == name:
            self.name.input.clear()
