"""One page of a scale: what scrolls where the window is low, and a foot with the next act that never does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Choice, Label, column
from facilitator.kit.qt.widgets.frames import Placed

_MARGIN = 24


class Page(QWidget):
    """A body that scrolls, and under it a foot. Nothing is ever cut, and the next act is always seen."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QWidget()
        self._body.setAutoFillBackground(False)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def lay_out(self, *body: Placed, foot: Placed) -> QVBoxLayout:
        """Place the parts; gives the column of the body."""
        placed = column(self._body, *body, gap=12)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        column(self, self._scroll, foot, gap=12).setStretch(0, 1)
        return placed

    def show_from_the_top(self) -> None:
        """Begin to read at the head."""
        self._scroll.verticalScrollBar().setValue(0)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever is taken somewhere by a key sees where: Qt scrolls for Tab alone."""
        if now is not None and self.isVisible() and self._body.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, _MARGIN)


class PageChoice(Choice):
    """One of a list that leaves the wheel to the page it lies on: scrolling by chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def heading(words: str) -> Label:
    """The title of a card."""
    made = Label(words)
    made.setFont(theme_in_use().sized(16, 600))
    return made
