"""Pages side by side in a sunken capsule: the agenda, the convening, the people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from facilitator.kit.qt.direction import write_in
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import row

_HEIGHT, _TAB, _PADDING = 36, 30, 16


class Tabs(QWidget):
    """`turned` tells the page that was pressed, from 0. Left and Right go from one to the next."""

    turned = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._tabs: list[_Tab] = []
        self._row = row(self, gap=4, padding=(3, 3, 3, 3))
        self.show_titles(titles)
        self.show_page(0)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Offer these pages; those whose name stays keep their mark and the focus."""
        if [tab.accessibleName() for tab in self._tabs] == list(titles):
            return
        kept = {tab.accessibleName(): tab for tab in self._tabs}
        for gone in [tab for title, tab in kept.items() if title not in titles]:
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._tabs = [kept[title] if title in kept else _Tab(title) for title in titles]
        for at, tab in enumerate(self._tabs):
            if tab.accessibleName() not in kept:
                tab.clicked.connect(self._turn)
            self._row.insertWidget(at, tab)
        self.updateGeometry()

    def show_page(self, page: int) -> None:
        """Mark the page that is open."""
        for at, tab in enumerate(self._tabs):
            tab.setChecked(at == page)

    def _turn(self) -> None:
        self.turned.emit(next(at for at, tab in enumerate(self._tabs) if tab is self.sender()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Right if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        if event.key() not in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            super().keyPressEvent(event)
            return
        at = next((place for place, tab in enumerate(self._tabs) if tab.hasFocus()), 0)
        at = (at + (1 if event.key() == forward else -1)) % len(self._tabs)
        self._tabs[at].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_in_use().inks.sunken)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


class _Tab(QPushButton):
    """One page's name."""

    def __init__(self, title: str) -> None:
        super().__init__(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 6)

    def nextCheckState(self) -> None:
        """The page that is open is marked by whoever opens it."""

    def sizeHint(self) -> QSize:
        took = QFontMetricsF(theme_in_use().sized(14, 500)).horizontalAdvance(self.accessibleName())
        return QSize(round(took + 1) + 2 * _PADDING, _TAB)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.inks.raised if self.isChecked() else theme.inks.line)
                painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            painter.setFont(theme.sized(14, 500))
            painter.setPen(theme.inks.ink if self.isChecked() else theme.inks.ink_2)
            write_in(self, painter, QRectF(self.rect()), self.accessibleName(), Qt.AlignmentFlag.AlignHCenter)
