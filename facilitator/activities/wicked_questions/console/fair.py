"""A fair pair: five points that a facilitator ticks, and one nudge at a time. Never a lock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from facilitator.activities.wicked_questions.console.check import POINTS, Nudge
from facilitator.i18n import _
from facilitator.kit.qt.focus_ring import RING_RADIUS
from facilitator.kit.qt.icons import paint_icon
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Chip, Ground, Label, Tone, column, row

_SIGN, _GAP = 16, 8


class FairPair(QWidget):
    """The five points, and how many of them are met."""

    def __init__(self) -> None:
        super().__init__()
        self._points = [Tick(_(point)) for point in POINTS]
        self._met = Chip()
        title = Label(_("A fair pair"))
        title.setFont(theme_in_use().sized(14, 600))
        for point in self._points:
            point.toggled.connect(self._count)
        column(self, row(None, title, STRETCH, self._met), *self._points, gap=4)
        self._count()

    def clear(self) -> None:
        """Untick all: another pair."""
        for point in self._points:
            point.setChecked(False)

    def _count(self) -> None:
        met = sum(point.isChecked() for point in self._points)
        words = _("{met} of {all}").format(met=met, all=len(self._points))
        self._met.show_state(words, Tone.OK if met == len(self._points) else Tone.WARN)


class NudgeBox(Card):
    """One thing to look at again: a question, and what it is about."""

    def __init__(self) -> None:
        super().__init__(Ground.WARN)
        self._asks, self._says = Label("", "small", Tone.WARN).wrapping(), Label("", "small").wrapping()
        self._asks.setFont(theme_in_use().sized(13, 600))
        column(self, self._asks, self._says, gap=2, padding=(8, 12, 8, 12))

    def show_nudges(self, nudges: list[Nudge]) -> None:
        """Show the first of these, nothing when there is none."""
        self.setVisible(bool(nudges))
        if nudges:
            self._asks.setText(nudges[0].asks)
            self._says.setText(nudges[0].says)


class Tick(QCheckBox):
    """A point: a tick in the colour of what is well when it is met, an empty box until then."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(RING_RADIUS, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(226))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(theme_in_use().font("console", "small"))
        room = QRectF(0, 0, width - _SIGN - _GAP, 1000)
        return round(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.accessibleName()).height()) + 8

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sign = QRectF(0, 5, _SIGN, _SIGN)
            ink = theme.inks.ok if self.isChecked() else theme.inks.line_strong
            paint_icon(painter, sign, "check" if self.isChecked() else "square", ink)
            painter.setFont(theme.font("console", "small"))
            painter.setPen(theme.inks.ink if self.isChecked() or self.underMouse() else theme.inks.ink_2)
            words = QRectF(self.rect()).adjusted(_SIGN + _GAP, 4, 0, -4)
            painter.drawText(words, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
