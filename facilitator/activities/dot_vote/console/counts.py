"""Large counts of a vote: how many are done, and every dot of the room as a dot, given or not yet."""

from __future__ import annotations

from facilitator.i18n import ngettext
from facilitator.kit.qt.dot_field import DotField
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Label, LineLabel, Tone, column, row

_MOST_HIGH, _LOW = 112, 60


class CountCard(Card):
    """How many are done, large, and the dots of the whole room. Never for what."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label("0")
        self._number.setFont(theme_in_use().sized(48, 700, -0.5))
        self._done = LineLabel("")
        self._done.setFont(theme_in_use().sized(16, 600))
        self._placed = LineLabel("", "small", Tone.SOFT)
        self._field = DotField(_MOST_HIGH)
        line = row(None, self._number, self._done, STRETCH, self._placed, gap=10)
        column(self, line, self._field, gap=12, padding=(12, 20, 14, 20))

    def show_counts(self, done: int, people: int, placed: int, of: int) -> None:
        """Show people who have nothing left to give, and dots given of all there are."""
        self._number.setText(str(done))
        self._number.setAccessibleName("")
        words = ngettext("of {people} is done", "of {people} are done", people).format(people=people)
        self._done.show_text(words)
        self._placed.show_text(dots_placed(placed, of) if placed else no_dots(people, of))
        self._field.show_dots(placed, of, dots_placed(placed, of))

    def keep_low(self, is_low: bool) -> None:  # noqa: FBT001 - the window is low or not
        """Take less height where the window has little."""
        self._field.keep_to(_LOW if is_low else _MOST_HIGH)


def dots_placed(placed: int, of: int) -> str:
    """Say how many dots are given."""
    return ngettext("{placed} of {of} dot placed", "{placed} of {of} dots placed", of).format(placed=placed, of=of)


def no_dots(people: int, of: int) -> str:
    """Say that nobody has given any yet."""
    said = ngettext("No dots yet. {people} person has {of}.", "No dots yet. {people} people have {of}.", people)
    return said.format(people=people, of=of)
