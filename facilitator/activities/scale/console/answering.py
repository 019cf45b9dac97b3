"""While a round asks: how many have answered, what holds people back, the rule, and who is still to answer."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from facilitator.activities.scale.console.closing import Closing
from facilitator.activities.scale.console.page import Page, heading
from facilitator.activities.scale.console.paper import StillCard
from facilitator.activities.scale.console.people_dots import CountCard, Room
from facilitator.activities.scale.console.promise import Promise
from facilitator.activities.scale.console.quote import Quote
from facilitator.activities.scale.console.reservations import ReservationCard
from facilitator.activities.scale.console.rule_words import heard_sentence, rule_sentence, set_sentence
from facilitator.activities.scale.console.version import change_words, version_words
from facilitator.activities.scale.rules.proposal import Proposal, the_proposal
from facilitator.activities.scale.rules.support import Asked, asked, people, the_rule
from facilitator.convening.ballots import CLOSED, OPEN, Round, Turnout, latest
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Chip, Label, LineLabel, Tone, column, row

_LOW = 500
"""Below this height, in pixels, what is counted takes less of it."""


class Answering(Page):
    """Counts of people move; answers stay sealed, from the facilitator too."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._proposed, self._counts, self._rule = ProposalCard(), CountCard(), RuleSaid()
        self.reservations = ReservationCard(asking, block)
        self.still = StillCard(asking)
        self.closing = Closing(asking, self.still.acts()[0])
        side = column(None, self._rule, self.still, gap=12)
        side.setStretch(1, 1)
        sides = row(None, self.reservations, side, gap=12)
        sides.setStretch(0, 135)
        sides.setStretch(1, 100)
        placed = self.lay_out(self._proposed, self._counts, sides, foot=self.closing)
        placed.setStretch(2, 1)

    def show_records(self, records: Records) -> None:
        """Show how far the room is; before a round opens and after its reveal there is nothing to show here."""
        round_ = latest(records, self._block)
        if round_ is None or round_.state not in (OPEN, CLOSED):
            return
        question, expected = asked(records, round_.id), people(records, round_)
        answered = records[Turnout].get(round_.id, Turnout(round_.id)).ballots
        self._proposed.show_proposal(the_proposal(records, self._block), question, round_)
        self._counts.show_count(answered, expected, question.scale)
        self._rule.show_rule(question, expected, the_rule(records, self._block).agreed)
        self.reservations.show_records(records)
        self.still.show_round(records, round_)
        self.closing.show_round(records, round_)

    def show_time(self, reading: Reading) -> None:
        """Tell times of day as the clock in the room tells them now."""
        self._proposed.show_time(reading)
        self._rule.show_time(reading)

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now. The next step says only how the round ends: nobody leaves it by mistake."""
        return (
            *self.closing.acts(),
            *self.still.acts(),
            Act("N", _("How the answers close"), self.closing.explain),
            *self.reservations.acts(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._counts.keep_to(Room.LOW if self.height() < _LOW else Room.WIDE)


class ProposalCard(Card):
    """What is asked, in its exact words, with the wording it is and what changed last. It cannot be changed now."""

    def __init__(self) -> None:
        super().__init__()
        self._proposal, self._question, self._reading = Proposal(BlockId("")), Asked(RoundId("")), Reading(0)
        self._version, self._words = LineLabel("", "caption", Tone.SOFT), Quote()
        self._lock = Promise("lock-simple", _("fixed while answers are open"))
        head = row(None, self._version, STRETCH, self._lock, gap=16)
        column(self, head, self._words, gap=6, padding=(13, 18, 15, 18))

    def show_proposal(self, proposal: Proposal, question: Asked, round_: Round) -> None:
        """Show what a round asks, which wording of the proposal that is, and how long it is fixed."""
        is_open = round_.state == OPEN
        self._lock.show_words(_("fixed while answers are open") if is_open else _("fixed until the reveal"))
        self._proposal, self._question = proposal, question
        self._words.show_words(_("“{text}”").format(text=question.text))
        self.show_time(self._reading)

    def show_time(self, reading: Reading) -> None:
        """Tell when it was changed, as the clock in the room tells it now."""
        self._reading = reading
        said = [version_words(self._question.kind, self._question.version)]
        if changed := change_words(self._proposal, reading.time_at(self._proposal.changed)):
            said.append(changed)
        self._version.show_text(" · ".join(said))


class RuleSaid(Card):
    """The rule that was set before the first answer, in words; no card where nothing is decided."""

    def __init__(self) -> None:
        super().__init__()
        self._agreed, self._heard, self._reading = 0, "", Reading(0)
        self._rule = Label("").wrapping()
        self._rule.setFont(theme_in_use().sized(14, 500))
        self._first = Label("", "caption", Tone.SOFT).wrapping()
        head = row(None, heading(_("Decision rule")), STRETCH, Chip(_("Set"), Tone.OK, "check-bold"))
        column(self, head, self._rule, self._first, gap=6, padding=(12, 16, 12, 16))

    def show_rule(self, question: Asked, expected: int, agreed: int) -> None:
        """Show the rule that a round opened with; `agreed` is when it was set (UTC ms)."""
        self.setVisible(question.enough > 0)
        self._rule.setText(rule_sentence(question.scale, question, expected))
        self._heard, self._agreed = heard_sentence(question.scale, question), agreed
        self.show_time(self._reading)

    def show_time(self, reading: Reading) -> None:
        """Tell when it was set, as the clock in the room tells it now."""
        self._reading = reading
        self._first.setText(f"{self._heard} {set_sentence(reading.time_at(self._agreed))}")
