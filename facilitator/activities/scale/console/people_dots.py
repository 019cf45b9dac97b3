"""How many have answered, large, and one dot for each person of the room. A dot says how many, never who or how."""

from __future__ import annotations

from enum import Enum

from facilitator.activities.scale.console.promise import Promise
from facilitator.activities.scale.console.strip import ScaleStrip
from facilitator.activities.scale.rules.points import Scale
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.dot_field import DotField
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Card, Label, LineLabel, column, row


class Room(Enum):
    """How much height there is for people: the pixels that all rows of dots may take."""

    WIDE = 60
    LOW = 40


class CountCard(Card):
    """How many have answered, the people as dots, and the scale under them: no column, no total before the reveal."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label("0")
        self._answered = LineLabel("")
        self._answered.setFont(theme_in_use().sized(16, 600))
        hidden = Promise("eye-slash", _("Hidden from everyone until the reveal"))
        self._dots, self._strip = DotField(Room.WIDE.value), ScaleStrip()
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
        self._dots.show_dots(answered, people, answered_words(answered, people))
        self._strip.show_scale(scale)

    def keep_to(self, room: Room) -> None:
        """Take less height where the window has little."""
        is_low = room is Room.LOW
        self._number.setFont(theme_in_use().sized(28 if is_low else 48, 700, -0.5))
        self._parts.setSpacing(6 if is_low else 10)
        self._dots.keep_to(room.value)


def answered_words(answered: int, people: int) -> str:
    """Say how many have answered: "18 of 22 have answered"."""
    words = ngettext("{answered} of {people} has answered", "{answered} of {people} have answered", people)
    return words.format(answered=answered, people=people)
