"""What the room shows without a word: hands in their order, who is done, and how it is for people, as counts."""

from __future__ import annotations

from facilitator.console.seats.attendance import Attendance
from facilitator.convening.people import Person
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.widgets.frames import Card, column
from facilitator.kit.qt.widgets.label import Label, Tone

_MOST_NAMES = 6


class FeelingsCard(Card):
    """Shown while there is something to show. A mood is a number: nobody sees whose it is."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = Label("", "body").wrapping()
        self.moods = Label("", "small", Tone.SOFT).wrapping()
        self.done = Label("", "small", Tone.SOFT).wrapping()
        column(self, self.hands, self.done, self.moods, gap=6, padding=(14, 16, 14, 16))

    def show_room(self, records: Records, room: Attendance) -> None:
        """Show hands, moods and who is done."""
        names = [_name(records, person) for person in room.hands]
        self.hands.setText(hands_words(names))
        self.hands.setVisible(bool(names))
        self.moods.setText(moods_words(room))
        self.moods.setVisible(bool(self.moods.text()))
        count = len(room.done)
        self.done.setText(ngettext("{count} person is done", "{count} people are done", count).format(count=count))
        self.done.setVisible(count > 0)
        self.setVisible(bool(names or self.moods.text() or count))


def hands_words(names: list[str]) -> str:
    """Say whose hands are up, in their order."""
    if not names:
        return ""
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    said = ", ".join(shown)
    if more > 0:
        said = _("{names} and {count} more").format(names=said, count=more)
    return ngettext("Hand up: {names}", "Hands up: {names}", len(names)).format(names=said)


def moods_words(room: Attendance) -> str:
    """Say how many feel how, first what asks the facilitator for something: red, then yellow, then green."""
    words = {
        "lost": _("lost"), "too_fast": _("too fast"), "pause": _("need a pause"), "good_pace": _("good pace"),
    }  # fmt: skip
    counts = (f"{room.moods[mood]} {said}" for mood, said in words.items() if room.moods.get(mood))
    return " · ".join(counts)


def _name(records: Records, person: str) -> str:
    found = next((one for one in records[Person].values() if one.id == person), None)
    return (found.name if found is not None else "") or _("No name")
