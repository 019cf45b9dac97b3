"""Telling a screen reader which note is selected now: the first step at once, then as many as a person can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent

if TYPE_CHECKING:
    from facilitator.kit.qt.board_access import NotesView

EVERY_MS = 120
"""Milliseconds between two notes that are told while an arrow is held down: those in between nobody would hear out."""


class Saying(QObject):
    """Says that the focus, and what is selected, moved to the selected note of a board or a canvas."""

    def __init__(self, view: NotesView) -> None:
        super().__init__(view)
        self._view = view
        self._is_due = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._catch_up)

    def moved(self) -> None:
        """Another note is selected: say it, or the last of those that follow soon."""
        if self._pause.isActive():
            self._is_due = True
            return
        if self._say():
            self._pause.start(EVERY_MS)

    def arrived(self) -> None:
        """The view has the focus now: say the note once Qt has said the view itself, else that would be the last."""
        self._is_due = True
        self._pause.start(0)

    def _catch_up(self) -> None:
        was_due, self._is_due = self._is_due, False
        if was_due and self._say():
            self._pause.start(EVERY_MS)

    def _say(self) -> bool:
        view = self._view
        # A hidden board gives its focus on to the canvas that is seen instead: that one speaks.
        if not (QAccessible.isActive() and view.isVisible() and view.hasFocus() and view.selected()):
            return False
        note = QAccessible.queryAccessibleInterface(view).focusChild()
        for happened in (QAccessible.Event.Focus, QAccessible.Event.Selection):
            QAccessible.updateAccessibility(QAccessibleEvent(note, happened))
        return True
