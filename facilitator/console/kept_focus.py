"""Where the focus was before something took its place, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeptFocus:
    """Keeps who has the focus, and gives it back; where that one has gone by then, `otherwise` says who takes it."""

    def __init__(self, otherwise: Callable[[], object]) -> None:
        self._otherwise = otherwise
        self._had: list[QWidget] = []

    def keep(self) -> None:
        """Remember who has the focus now."""
        focus = QApplication.focusWidget()
        self._had = [focus] if focus is not None else []

    def give_back(self) -> None:
        """Give the focus back."""
        had, self._had = self._had, []
        for each in had:
            if isValid(each) and each.isVisible() and each.isEnabled():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._otherwise()
