"""How one reservation was taken in: a line under the list, about the reservation that is current there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.activities.scale.rules.reservations import MeetReservation, Reservation, reservations
from facilitator.convening.cards import Card as Words
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import Field, LineLabel, Tone, column


class MetLine(QWidget):
    """Kept when the field is left; empty, it says that the reservation was not taken in."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block = asking, block
        self._found: dict[str, tuple[Reservation, Words]] = {}
        self._current, self._refused = "", ""
        self._about = LineLabel("", "caption", Tone.SOFT)
        self._field = Field(_("How it was taken in"), hint=_("What was changed, or what was agreed"))
        self._field.finished.connect(lambda _text: self.keep())
        column(self, self._about, self._field, gap=4)
        self.show_about("")

    def show_records(self, records: Records) -> None:
        """Show what is known of the current reservation now."""
        self._found = {words.id: (found, words) for found, words in reservations(records, self._block)}
        self.show_about(self._current)

    def show_about(self, key: str) -> None:
        """Write about another reservation, "" for none; first keep what was written about the one before."""
        if key != self._current:
            # Words about one reservation are kept with it, and never stay in the field for another.
            self._field.input.clearFocus()
            self.keep()
            self._refused = ""
            self._field.show_refusal("")
        is_other, self._current = key != self._current, key
        found = self._found.get(key)
        self._field.setEnabled(found is not None)
        if found is None:
            self._about.show_text(_("Choose a reservation above."))
            self._field.show_text("")
            return
        self._about.show_text(_("About: {words}").format(words=found[1].text))
        if is_other or not self._refused or self._field.text() != self._refused:
            self._field.show_text(found[0].met)

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        return (Act("M", _("Say how a reservation was taken in"), self.write, self._field.isEnabled),)

    def write(self) -> None:
        """Go to where it is written."""
        self._field.input.setFocus()

    def keep(self) -> None:
        """Keep what is written about the current reservation."""
        found = self._found.get(self._current)
        text = self._field.text().strip()
        if found is None or text == found[0].met or (self._refused and text == self._refused):
            return
        self._refused = text
        wish = MeetReservation(CardId(self._current), text)
        self._asking.ask(wish, granted=self._be_kept, refused=self._field.show_refusal)

    def _be_kept(self, _receipt: object) -> None:
        self._refused = ""
        self._field.show_refusal("")
