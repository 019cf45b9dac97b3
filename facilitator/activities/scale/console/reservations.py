"""Reservations on the console: what holds people back, in their words, with no number and no position beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from facilitator.activities.scale.console.page import PageChoice
from facilitator.activities.scale.console.reservation_rows import ReservationList, Spoken
from facilitator.activities.scale.rules.reservations import (
    ALOUD,
    PAPER,
    PHONE,
    RemoveReservation,
    Reservation,
    SendReservation,
    reservations,
)
from facilitator.convening.ballots import INTERRUPTED, Round, latest
from facilitator.convening.cards import Card as Words
from facilitator.convening.ids import BlockId, CardId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Card,
    Chip,
    Kind,
    Label,
    LineLabel,
    Size,
    Tone,
    column,
    row,
)

_TYPED = (ALOUD, PAPER)
"""How a reservation comes in that is typed here; said aloud is what happens most."""


class ReservationCard(Card):
    """All reservations of a block, those of the round that asks now first. One more is typed; X takes one away."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block, self._round = asking, block, RoundId("")
        title = Label(_("Reservations"))
        title.setFont(theme_in_use().sized(16, 600))
        self._count = Chip("0")
        promise = LineLabel(_("words only, no numbers"), "caption", Tone.SOFT)
        self.rows = ReservationList(_("Reservations"))
        self.rows.moved.connect(lambda _row: self._show_act())
        self._empty = Label(_("None yet. Phones send them without a name."), "small", Tone.SOFT).wrapping()
        self._empty.setContentsMargins(16, 2, 16, 6)
        self._away = Button(_("Take away"), self.take_away, key="X", kind=Kind.QUIET, size=Size.SMALL)
        self._source = PageChoice(_("How it came in"))
        self._source.addItems([_("aloud"), _("paper")])
        self._source.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Type one more"))
        self._typed.setAccessibleName(_("Type a reservation"))
        self._typed.returnPressed.connect(self._send)
        self._foot = QWidget()
        foot = row(self._foot, self._typed, self._source, self._away, gap=8, padding=(8, 12, 10, 14))
        foot.setStretch(0, 1)
        head = row(None, title, self._count, STRETCH, promise, padding=(10, 16, 8, 16))
        column(self, head, self._empty, self.rows, self._foot, gap=0, padding=(0, 1, 1, 1)).setStretch(2, 1)

    def show_records(self, records: Records) -> None:
        """Show what holds people back; where nothing was asked yet, or a round was broken off, none can be added."""
        asks = latest(records, self._block)
        self._round = asks.id if asks is not None else RoundId("")
        found = reservations(records, self._block)
        now = [each for each in found if each[0].round == self._round]
        before = [each for each in found if each[0].round != self._round]
        self.rows.show_rows([_spoken(*each, asks) for each in (*now, *before)])
        self._count.show_state(str(len(found)), Tone.SOFT)
        self._empty.setVisible(not found)
        self.rows.setVisible(bool(found))
        can_add = asks is not None and asks.state != INTERRUPTED
        for part in (self._typed, self._source):
            part.setEnabled(can_add)
        self._show_act()

    def acts(self) -> tuple[Act, ...]:
        """What can be done with the current reservation, with its key."""
        return (Act("X", _("Take away a reservation"), self.take_away, self._has_current),)

    def take_away(self) -> None:
        """Take the current reservation away; undo brings it back."""
        if self._has_current():
            self._asking(RemoveReservation(CardId(self.rows.current_id())))

    def go_to(self, card: str) -> bool:
        """Choose a reservation and go to it; tell whether it is here."""
        self.rows.go_to(card)
        is_here = bool(card) and self.rows.current_id() == card
        if is_here:
            self.rows.setFocus()
        return is_here

    def write(self) -> None:
        """Go to where one more is typed."""
        self._typed.setFocus()

    def _has_current(self) -> bool:
        return bool(self.rows.current_id())

    def _show_act(self) -> None:
        self._away.setVisible(bool(self.rows.rows()))
        self._away.setEnabled(self._has_current())

    def _send(self) -> None:
        text = self._typed.text().strip()
        if text and self._round:
            self._typed.clear()
            source = _TYPED[self._source.currentIndex()]
            self._asking(SendReservation(self._round, text, source), lambda: self._give_back(text))

    def _give_back(self, text: str) -> None:
        """What was refused is theirs to change; never over what they have typed since."""
        if not self._typed.text():
            self._typed.setText(text)


def _spoken(found: Reservation, words: Words, asks: Round | None) -> Spoken:
    source = _source_words(words.source)
    if asks is not None and found.round != asks.id:
        source = _("{source}, in a round before").format(source=source)
    met = _("taken in: {words}").format(words=found.met) if found.met else ""
    return Spoken(words.id, words.text, source, met)


def _source_words(source: str) -> str:
    """Say how a reservation came in; one of an unknown kind came from some phone."""
    return {
        PHONE: _("phone, without a name"),
        PAPER: _("paper, typed here"),
        ALOUD: _("said aloud"),
    }.get(source, _("phone, without a name"))
