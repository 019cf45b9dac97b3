"""After the reveal: the whole spread, what the rule says, who is heard first, and how reservations are taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from facilitator.activities.scale.console.columns import Columns
from facilitator.activities.scale.console.following import Following
from facilitator.activities.scale.console.met import MetLine
from facilitator.activities.scale.console.page import Page
from facilitator.activities.scale.console.reservations import ReservationCard
from facilitator.activities.scale.console.rounds import RoundsCard
from facilitator.activities.scale.console.verdict import count_words, hear_words, verdict_words
from facilitator.activities.scale.rules.points import DECIDING
from facilitator.activities.scale.rules.support import BLOCKED, NOT_ENOUGH, SUPPORTED, asked, is_told, spread, verdict
from facilitator.convening.ballots import REVEALED, Round, latest
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Ground, Kind, Label, Size, Tone, column, row

_TONES = {SUPPORTED: Tone.OK, NOT_ENOUGH: Tone.WARN, BLOCKED: Tone.OVER}
_NARROW = 660
"""Below this width, in pixels, what stands side by side stands one under the other."""

_LOW, _DOTS_LOW, _DOTS_HIGH = 680, 104.0, 160.0
"""Below this height dots stand in less of it."""


class Listening(Page):
    """The spread is heard, not averaged. `amend_wanted`, `decide_wanted` and `following` lead on from here."""

    amend_wanted = Signal()
    decide_wanted = Signal()

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._result = ResultCard()
        self._hear = Label("").wrapping()
        self._hear.setFont(theme_in_use().sized(15, 600))
        hear = Card(Ground.ACCENT)
        column(hear, self._hear, padding=(12, 16, 12, 16))
        self.reservations = ReservationCard(asking, block)
        self.met, self._rounds = MetLine(asking, block), RoundsCard()
        self.reservations.rows.moved.connect(self.met.show_about)
        self._met = Card()
        column(self._met, self.met, padding=(10, 16, 12, 16))
        self._said = column(None, self.reservations, self._met, STRETCH, gap=12)
        self._sides = row(None, self._said, column(None, self._rounds, STRETCH), gap=12)
        self._sides.setStretch(0, 135)
        self._amend = Button(
            _("Amend and ask again"), self.amend_wanted.emit, key="A", icon="pencil-simple", size=Size.LARGE
        )
        self._decide = Button(
            _("To the decision"), self.decide_wanted.emit, key="N", kind=Kind.PRIMARY, size=Size.LARGE
        )
        self.following = Following()
        foot = row(None, self._amend, STRETCH, self._decide, self.following, gap=12)
        self.lay_out(self._result, hear, self._sides, foot=foot).setStretch(2, 1)

    def show_records(self, records: Records) -> None:
        """Show what a revealed round came to; before the reveal there is nothing to show here."""
        round_ = latest(records, self._block)
        if round_ is None or round_.state != REVEALED:
            return
        is_deciding = asked(records, round_.id).kind in DECIDING
        self._result.show_result(records, round_)
        self._hear.setText(hear_words(records, round_))
        self.reservations.show_records(records)
        self.met.show_records(records)
        self._rounds.show_rounds(records, self._block)
        is_said = bool(self.reservations.rows.rows())
        self._met.setVisible(is_said)
        self._said.setStretch(0, 1 if is_said else 0)
        self._said.setStretch(2, 0 if is_said else 1)
        self._sides.setStretch(1, 0 if self._rounds.isHidden() else 100)
        self._decide.setVisible(is_deciding)
        self._amend.show_text(_("Amend and ask again") if is_deciding else _("Ask again"))

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        decide = Act("N", self._decide.accessibleName(), self.decide_wanted.emit)
        return (
            Act("A", self._amend.accessibleName(), self.amend_wanted.emit),
            self.following.act() if self._decide.isHidden() else decide,
            *self.met.acts(),
            *self.reservations.acts(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._result.columns.limit(_DOTS_LOW if self.height() < _LOW else _DOTS_HIGH)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)


class ResultCard(Card):
    """How many support it, large, what the rule says of that, and a column of dots for each point."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._of = Label("0"), Label("").wrapping()
        self._number.setFont(theme_in_use().sized(48, 700, -0.5))
        self._of.setFont(theme_in_use().sized(16, 600))
        self._verdict = Label("").wrapping().vanishing()
        self._verdict.setFont(theme_in_use().sized(15, 600))
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.columns = Columns()
        words = _("Fewer than five answered, so the spread is not shown, to anybody.")
        self._not_told = Label(words).wrapping()
        self._not_told.setContentsMargins(0, 6, 0, 0)
        head = row(None, self._number, self._of, self._verdict, gap=10)
        head.setStretch(1, 1)
        head.setStretch(2, 1)
        column(self, head, self.columns, self._not_told, gap=4, padding=(8, 20, 14, 20))

    def show_result(self, records: Records, round_: Round) -> None:
        """Show a revealed round by what it asked; of a pulse that too few answered not even how many they were."""
        is_shown = is_told(records, round_)
        number, of = count_words(records, round_)
        self._number.setText(number)
        self._of.setText(of)
        for part in (self._number, self._of, self.columns):
            part.setVisible(is_shown)
        self._not_told.setVisible(not is_shown)
        self._verdict.setText(verdict_words(records, round_))
        self._verdict.set_tone(_TONES.get(verdict(records, round_), Tone.INK))
        counts = spread(records, round_) if is_shown else {}
        self.columns.show_spread(asked(records, round_.id).scale, counts)
