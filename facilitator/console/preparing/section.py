"""A part of the inspector that folds: its heading is a button, and says whether it is open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.i18n import _
from facilitator.kit.qt.direction import mirrored, write_in
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import on_press
from facilitator.kit.qt.widgets.frames import Hairline, Placed, column

_HEIGHT, _ICON = 32, 12


class Section(QWidget):
    """Closed at first; `open_section` opens it for whoever jumps to a field in it."""

    def __init__(self, title: str, *placed: Placed, gap: int = 12) -> None:
        super().__init__()
        self._head, self._body = _Head(title), QWidget()
        on_press(self._head, self._turn)
        column(self._body, *placed, gap=gap, padding=(4, 0, 12, 0) if gap else (0, 0, 0, 0))
        column(self, Hairline(), self._head, self._body, gap=0)
        self._body.hide()

    def open_section(self) -> None:
        """Show what is in it."""
        self._body.show()
        self._head.show_state(_("open"))

    def holds(self, widget: QWidget) -> bool:
        """Whether a control lies in it."""
        return self._body.isAncestorOf(widget)

    def show_summary(self, words: str) -> None:
        """Say beside the heading what matters in it, so that it need not be opened."""
        self._head.show_summary(words)

    def _turn(self) -> None:
        if self._body.isHidden():
            self.open_section()
        else:
            self._body.hide()
            self._head.show_state(_("closed"))


class _Head(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._summary, self._state = title, "", ""
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(RING_RADIUS, 4)
        self.show_state(_("closed"))

    def show_state(self, state: str) -> None:
        """Be open or closed."""
        self._state = state
        self._describe()

    def show_summary(self, words: str) -> None:
        """Say something else beside the title."""
        self._summary = words
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                painter.fillRect(self.rect(), theme.inks.sunken)
            is_open = self._state == _("open")
            box = QRectF(self.width() - _ICON - 4, (self.height() - _ICON) / 2, _ICON, _ICON)
            name = "caret-up-bold" if is_open else "caret-down-bold"
            paint_icon(painter, mirrored(self, box), name, theme.inks.ink_2)
            font = theme.sized(13, 600)
            painter.setFont(font)
            painter.setPen(theme.inks.ink)
            write_in(self, painter, QRectF(0, 0, self.width() - 24, self.height()), self._title)
            took = self.fontMetrics().size(0, self._title).width() + 24
            room = self.width() - took - _ICON - 14
            if is_open or room < 40:
                return
            small = theme.sized(12)
            painter.setFont(small)
            painter.setPen(theme.inks.ink_2)
            words = painter.fontMetrics().elidedText(self._summary, Qt.TextElideMode.ElideRight, int(room))
            write_in(self, painter, QRectF(took, 0, room, self.height()), words, Qt.AlignmentFlag.AlignTrailing)

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(part for part in (self._state, self._summary) if part))
        self.update()
