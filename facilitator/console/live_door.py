"""Before the first block, and after the last: the doors open, people come, and go."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from facilitator.console.surroundings import Surroundings
from facilitator.convening.agenda import Block, has_parted, neighbour
from facilitator.convening.gathering import LIVE, OVER, spoken_code, the_convening
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Card, column, row
from facilitator.kit.qt.widgets.label import Label, Tone


class LiveDoor(QWidget):
    """Says how the door stands, how one joins, who is here, and what the next act is."""

    def __init__(self, acts: Mapping[str, Act]) -> None:
        super().__init__()
        self._address = ""
        self._records: Records | None = None
        self._heading, self._words = Label("", "display"), Label("", "heading", Tone.SOFT).wrapping()
        self._words.setMinimumWidth(1)
        self._join, self._code = Label("", "heading"), Label("", "clock").ticking()
        self._here = Label("", "body", Tone.SOFT)
        self._live = Button.for_act(acts["live"], icon="play-fill", kind=Kind.PRIMARY, size=Size.LARGE)
        self._start = Button.for_act(acts["next"], icon="play-fill", kind=Kind.PRIMARY, size=Size.LARGE)
        # They are only shown while they can be pressed.
        self._live.setEnabled(True)
        self._start.setEnabled(True)
        self._card = Card()
        column(
            self._card, Label(_("How phones join"), "caption", Tone.SOFT), self._join, self._code, 4, self._here,
            gap=4, padding=(18, 22, 18, 22),
        )  # fmt: skip
        column(
            self, self._heading, 2, self._words, 16, self._card, 16,
            row(None, self._live, self._start, STRETCH), STRETCH, gap=4, padding=(24, 8, 0, 8),
        )  # fmt: skip

    def show_surroundings(self, around: Surroundings) -> None:
        """Take the address where phones join."""
        self._address = around.address
        if self._records is not None:
            self.show_records(self._records)

    def show_records(self, records: Records) -> None:
        """Show how the door stands."""
        self._records = records
        convening = the_convening(records)
        first = records[Block].get(neighbour(records, 1))
        is_live, is_over = convening.state == LIVE, convening.state == OVER
        is_between = is_live and has_parted(records)
        self._heading.setText(_("This day has ended") if is_between else _heading(convening.state))
        if is_between:
            words = _("The clock stands, and everything is kept. The next day begins with its first block.")
        elif is_live:
            words = _("The room sees the welcome. People join and find their seats.")
        elif is_over:
            words = _("Everything is kept on this laptop.")
        else:
            words = _("Nobody can join yet. Going live opens the doors and lights the stage.")
        self._words.setText(words)
        self._card.setVisible(is_live)
        self._join.setText(self._address or _("No network: phones need the same Wi-Fi as this laptop."))
        self._code.setText(spoken_code(convening.code))
        count = here(records)
        self._here.setText(ngettext("{count} person is here", "{count} people are here", count).format(count=count))
        self._live.setVisible(not is_live)
        self._live.show_text(_("Go on after all") if is_over else _("Go live"))
        self._start.setVisible(is_live and first is not None)
        if first is not None:
            self._start.show_text(_("Begin: {title}").format(title=first.title))


def _heading(state: str) -> str:
    words = {LIVE: _("The doors are open"), OVER: _("The day is over")}
    return words.get(state, _("Ready when you are"))
