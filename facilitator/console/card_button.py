"""A card that is pressed as a whole: a convening on the desk, a template."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.label import Label


class CardButton(QPushButton):
    """What lies on the card is put there by `column` or `row`; `said` is the whole card in words."""

    def __init__(self, said: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty(RING_RADIUS, theme_in_use().tokens.radius["card"])
        self.clicked.connect(lambda _checked=False: act())

    def settle(self) -> None:
        """Let the mouse through what lies on the card, once everything is there."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setForegroundRole(QPalette.ColorRole.WindowText)
            if isinstance(part, Label) and part.wordWrap():
                part.setMinimumWidth(1)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        inks = theme.inks
        is_called = self.underMouse() or self.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(inks.accent_line if is_called else inks.line, 1))
            painter.setBrush(inks.surface if self.isDown() else inks.raised)
            radius = theme.tokens.radius["card"]
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
