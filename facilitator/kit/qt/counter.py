"""A small number that is stepped up and down, by its buttons, by arrows or by typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.widgets import IconButton, Label, LineLabel, Tone, row

_PLAIN_NUMBER = """
    QSpinBox { padding: 0 } QLineEdit { border: none; padding: 0; min-height: 0; background: transparent }
"""


class _Number(QSpinBox):
    """A number without buttons of its own. Under a style sheet Qt would keep room for them, and leave it none."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setStyleSheet(_PLAIN_NUMBER)
        self.setProperty(RING_RADIUS, 6)
        self.setAccessibleName(said)
        self.setFixedSize(60, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._widen()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page it lies on counts nothing.
        event.ignore()

    def _widen(self) -> None:
        self.lineEdit().setGeometry(self.rect().adjusted(2, 2, -2, -2))


class Counter(QWidget):
    """A number with its words before it and, behind it, what it means: "of 22 here", "1, 2 and 3"."""

    def __init__(self, said: str, changed: Callable[[int], object]) -> None:
        super().__init__()
        self._number = _Number(said)
        self._number.valueChanged.connect(changed)
        less = IconButton("minus-bold", _("{what}: one less").format(what=said), self._number.stepDown)
        more = IconButton("plus-bold", _("{what}: one more").format(what=said), self._number.stepUp)
        label = Label(said, "small").wrapping()
        label.setBuddy(self._number)
        self._meaning = LineLabel("", "small", Tone.SOFT)
        self.setFocusProxy(self._number)
        row(self, label, self._meaning, less, self._number, more, gap=2).setStretch(0, 1)

    def show_number(self, number: int, most: int, meaning: str = "") -> None:
        """Show what is true, from 1 to `most`, without telling."""
        blocker = QSignalBlocker(self._number)
        self._number.setRange(1, most)
        self._number.setValue(number)
        blocker.unblock()
        self._meaning.show_text(meaning)
        self._number.setAccessibleDescription(meaning)
