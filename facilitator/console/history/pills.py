"""Which facts are shown: one pill for each filter; the one that is on is tinted and set in bold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.console.history.chronicle import Filter
from facilitator.i18n import N_, _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import STRETCH, row

_HEIGHT, _PADDING = 32, 13
_TITLES = {
    Filter.ALL: N_("All"),
    Filter.IDEAS: N_("Ideas"),
    Filter.VOTES: N_("Votes"),
    Filter.CLOCK: N_("Clock"),
    Filter.STAGE: N_("Stage"),
    Filter.MINE: N_("By me"),
}


class FilterPills(QWidget):
    """One is always on; `chosen` tells that it is another one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter.ALL
        self._pills = {each: _Pill(_(title)) for each, title in _TITLES.items()}
        for each, pill in self._pills.items():
            pill.clicked.connect(lambda _checked=False, each=each: self.choose(each))
        self._pills[Filter.ALL].setChecked(True)
        row(self, *self._pills.values(), STRETCH, gap=8)

    def choose(self, chosen: Filter) -> None:
        """Turn to a filter."""
        for each, pill in self._pills.items():
            pill.setChecked(each is chosen)
        if chosen is not self.filter:
            self.filter = chosen
            self.chosen.emit()


class _Pill(QPushButton):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, _HEIGHT / 2)

    def sizeHint(self) -> QSize:
        # As wide as in bold, so that no pill moves when another is chosen.
        words = QFontMetricsF(theme_in_use().sized(13, 600)).horizontalAdvance(self._title)
        return QSize(round(words + 0.5) + 2 * _PADDING + 2, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        inks, is_on = theme_in_use().inks, self.isChecked()
        font: QFont = theme_in_use().sized(13, 600 if is_on else 500)
        metrics = QFontMetricsF(font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(inks.accent_line if is_on else inks.line_strong, 1))
            painter.setBrush(inks.accent_soft if is_on else inks.sunken if self.underMouse() else inks.raised)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setFont(font)
            painter.setPen(inks.accent if is_on else inks.ink)
            left = (self.width() - metrics.horizontalAdvance(self._title)) / 2
            painter.drawText(QPointF(left, _HEIGHT / 2 + (metrics.ascent() - metrics.descent()) / 2), self._title)
