"""Large counts of a vote: how many are done, and every dot of the room as a dot, given or not yet."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import ngettext
from facilitator.kit.qt.marks import paint_dots
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Label, LineLabel, Tone, column, row

_LARGEST, _ACROSS = 22, 22
_ROW_GAP = 8
_MOST_HIGH, _LOW = 112, 60


class DotField(QWidget):
    """All dots of the room in rows; the more there are, the smaller each."""

    def __init__(self) -> None:
        super().__init__()
        self._placed, self._of, self._most = 0, 0, _MOST_HIGH
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_dots(self, placed: int, of: int) -> None:
        """Show how many of all dots are given."""
        if (placed, of) == (self._placed, self._of):
            return
        self._placed, self._of = placed, of
        self.setAccessibleName(dots_placed(placed, of))
        self.updateGeometry()
        self.update()

    def keep_low(self, is_low: bool) -> None:  # noqa: FBT001 - the window is low or not
        """Take less height where the window has little."""
        self._most = _LOW if is_low else _MOST_HIGH
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, size, gap = self._measure(width)
        return math.ceil(-(-self._of // across) * (size + gap))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        across, size, gap = self._measure(self.width())
        step = (self.width() - size) / max(1, across - 1)
        boxes = [QRectF(at % across * step, at // across * (size + gap), size, size) for at in range(self._of)]
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_dots(painter, boxes, self._placed, theme_in_use())

    def _measure(self, width: int) -> tuple[int, float, float]:
        """How many dots stand in a row, their size, and the room under each row."""
        rows = -(-self._of // _ACROSS)
        size = min(float(_LARGEST), width / _ACROSS - 6)
        if rows * (size + _ROW_GAP) <= self._most:
            return _ACROSS, size, _ROW_GAP
        pitch = math.sqrt(width * self._most / self._of)
        return max(1, int(width / pitch)), pitch * 0.74, pitch * 0.26


class CountCard(Card):
    """How many are done, large, and the dots of the whole room. Never for what."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label("0")
        self._number.setFont(theme_in_use().sized(48, 700, -0.5))
        self._done = LineLabel("")
        self._done.setFont(theme_in_use().sized(16, 600))
        self._placed = LineLabel("", "small", Tone.SOFT)
        self.field = DotField()
        line = row(None, self._number, self._done, STRETCH, self._placed, gap=10)
        column(self, line, self.field, gap=12, padding=(12, 20, 14, 20))

    def show_counts(self, done: int, people: int, placed: int, of: int) -> None:
        """Show people who have nothing left to give, and dots given of all there are."""
        self._number.setText(str(done))
        self._number.setAccessibleName("")
        words = ngettext("of {people} is done", "of {people} are done", people).format(people=people)
        self._done.show_text(words)
        self._placed.show_text(dots_placed(placed, of) if placed else no_dots(people, of))
        self.field.show_dots(placed, of)


def dots_placed(placed: int, of: int) -> str:
    """Say how many dots are given."""
    return ngettext("{placed} of {of} dot placed", "{placed} of {of} dots placed", of).format(placed=placed, of=of)


def no_dots(people: int, of: int) -> str:
    """Say that nobody has given any yet."""
    said = ngettext("No dots yet. {people} person has {of}.", "No dots yet. {people} people have {of}.", people)
    return said.format(people=people, of=of)
