"""How many have answered, large, and one dot for each person of the room. A dot says how many, never who or how."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.activities.scale.console.promise import Promise
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.activities.scale.rules.points import Scale
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.direction import mirrored
from facilitator.kit.qt.marks import paint_dots
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Card, Label, LineLabel, column, row

_LARGEST, _ACROSS, _ROW_GAP = 22.0, 22, 8
_FILLED = 0.74


class Room(Enum):
    """How much height there is for people: the pixels that all rows of dots may take."""

    WIDE = 60
    LOW = 40


class PeopleDots(QWidget):
    """One dot a person, in rows; the more people, the smaller each. Those filled always lie where reading begins."""

    def __init__(self) -> None:
        super().__init__()
        self._answered, self._people, self._most = 0, 0, Room.WIDE
        # Fixed would end at the height of the hint, and cut the last row where a wide field needs more.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_people(self, answered: int, people: int) -> None:
        """Show how many of how many have answered."""
        if (answered, people) == (self._answered, self._people):
            return
        self._answered, self._people = answered, people
        self.setAccessibleName(answered_words(answered, people))
        self.updateGeometry()
        self.update()

    def keep_to(self, room: Room) -> None:
        """Take no more height than this."""
        if room is not self._most:
            self._most = room
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, size, gap = self._measure(width)
        rows = -(-self._people // across)
        return max(0, math.ceil(rows * size + (rows - 1) * gap))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def paintEvent(self, event: QPaintEvent) -> None:
        across, size, gap = self._measure(self.width())
        step = (self.width() - size) / max(1, across - 1)
        places = (QRectF(at % across * step, at // across * (size + gap), size, size) for at in range(self._people))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_dots(painter, [mirrored(self, place) for place in places], self._answered, theme_in_use())

    def _measure(self, width: int) -> tuple[int, float, float]:
        """How many dots stand in a row, their size, and the room between two rows."""
        size, most = min(_LARGEST, max(2.0, width / _ACROSS - 6)), float(self._most.value)
        rows = -(-self._people // _ACROSS)
        if rows * (size + _ROW_GAP) - _ROW_GAP <= most:
            return _ACROSS, size, _ROW_GAP
        pitch = math.sqrt(width * most / self._people)
        across = max(1, int(width / pitch))
        # A last row that is begun must have room too.
        pitch = min(pitch, most / -(-self._people // across))
        return max(across, int(width / pitch)), pitch * _FILLED, pitch * (1 - _FILLED)


class CountCard(Card):
    """How many have answered, the people as dots, and the scale under them: no column, no total before the reveal."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label("0")
        self._answered = LineLabel("")
        self._answered.setFont(theme_in_use().sized(16, 600))
        hidden = Promise("eye-slash", _("Hidden from everyone until the reveal"))
        self._dots, self._strip = PeopleDots(), ScaleStrip()
        # The words end where the number ends, and not below it.
        head = row(None, self._number, self._answered, hidden, gap=10)
        head.setStretch(2, 1)
        self._parts = column(self, head, self._dots, 4, self._strip, gap=10, padding=(8, 18, 16, 18))
        self.keep_to(Room.WIDE)

    def show_count(self, answered: int, people: int, scale: Scale) -> None:
        """Show how many of how many have answered by which scale."""
        self._number.setText(str(answered))
        self._number.setAccessibleName(answered_words(answered, people))
        words = ngettext("of {people} has answered", "of {people} have answered", people)
        self._answered.show_text(words.format(people=people))
        self._dots.show_people(answered, people)
        self._strip.show_scale(scale)

    def keep_to(self, room: Room) -> None:
        """Take less height where the window has little."""
        is_low = room is Room.LOW
        self._number.setFont(theme_in_use().sized(28 if is_low else 48, 700, -0.5))
        self._parts.setSpacing(6 if is_low else 10)
        self._dots.keep_to(room)


def answered_words(answered: int, people: int) -> str:
    """Say how many have answered: "18 of 22 have answered"."""
    words = ngettext("{answered} of {people} has answered", "{answered} of {people} have answered", people)
    return words.format(answered=answered, people=people)
