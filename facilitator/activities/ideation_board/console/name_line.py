"""The field for the sentence of a new cluster, or for one more question: there only while one is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.i18n import _


class NameLine(QLineEdit):
    """Enter tells what was written, Esc leaves it; either way it goes."""

    cluster_named = Signal(str)
    question_asked = Signal(str)
    left = Signal()
    """It went: the focus belongs elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._asks_also = False
        self._say(_("A sentence for the new cluster"))
        self.hide()
        self.returnPressed.connect(self._tell)

    def open_for_cluster(self) -> None:
        """Ask for the sentence of a new cluster."""
        self._asks_also = False
        self._open(_("A sentence for the new cluster"))

    def open_for_question(self) -> None:
        """Ask for one more question that people may answer."""
        self._asks_also = True
        self._open(_("One more question for the room"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _open(self, hint: str) -> None:
        self._say(hint)
        self.show()
        self.setFocus()

    def _say(self, hint: str) -> None:
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def _tell(self) -> None:
        name, tell = self.text().strip(), self.question_asked if self._asks_also else self.cluster_named
        if name:
            tell.emit(name)
        self._leave()

    def _leave(self) -> None:
        self.clear()
        self.hide()
        self.left.emit()
