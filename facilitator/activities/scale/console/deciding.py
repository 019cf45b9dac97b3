"""In the end: the exact words and their rule and count, what the room decided, who sees to it, when it is looked at."""

from __future__ import annotations

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.following import Following
from facilitator.activities.scale.console.outcome_card import OutcomeCard
from facilitator.activities.scale.console.outcome_words import nudges, result_name
from facilitator.activities.scale.console.page import Page
from facilitator.activities.scale.console.quote import Quote
from facilitator.activities.scale.console.rule_words import rule_sentence
from facilitator.activities.scale.console.verdict import count_words, verdict_words
from facilitator.activities.scale.console.version import version_words
from facilitator.activities.scale.rules.outcome import Decide, Outcome, the_outcome
from facilitator.activities.scale.rules.support import asked, people
from facilitator.convening.ballots import REVEALED, Round, latest, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Ground, Kind, Label, Size, Tone, column, row


class Deciding(Page):
    """Recorded at once, and taken back by the window's undo or here. `following` leads on."""

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._asking, self._block = asking, block
        self._outcome, self._reading, self._is_over = Outcome(block), Reading(0), False
        self._version, self._text = Label("", "caption", Tone.SOFT), Quote()
        self._rule = Label("", "body").wrapping()
        self._count = Label("", "body").wrapping()
        self._words = Card()
        parts = (self._version, self._text, self._rule, self._count)
        column(self._words, *parts, gap=6, padding=(12, 18, 14, 18))
        self.outcome = OutcomeCard(asking, block)
        self._before = Label("", "small", Tone.SOFT).wrapping().vanishing()
        self._nudges, self._nudge = Card(Ground.WARN), Label("", "small").wrapping()
        column(self._nudges, self._nudge, padding=(9, 12, 9, 12))
        self._line = Label("", "small", Tone.SOFT).wrapping()
        self._line.setMinimumHeight(Size.LARGE.value)
        self._back = Button(_("Take it back"), self.take_back, kind=Kind.QUIET, size=Size.LARGE)
        self.following = Following()
        foot = row(None, self._line, self._back, self.following, gap=12)
        foot.setStretch(0, 1)
        self.lay_out(self._words, self.outcome, self._nudges, self._before, STRETCH, foot=foot)

    def show_records(self, records: Records) -> None:
        """Show what was asked last and what was decided of it."""
        round_, found = latest(records, self._block), the_outcome(records, self._block)
        is_over = self._is_over = round_ is not None and round_.state == REVEALED
        self._words.setVisible(is_over)
        self.outcome.setEnabled(is_over)
        self._outcome = found if is_over and found.round == (round_.id if round_ else "") else Outcome(self._block)
        if round_ is not None and is_over:
            self._show_asked(records, round_)
            self.outcome.show_outcome(records, self._outcome if self._outcome.result else self._undecided(round_))
        said = nudges(records, round_, self._outcome.result) if round_ is not None and is_over else []
        self._nudge.setText(" ".join(said))
        self._nudges.setVisible(bool(said))
        self._before.setText(self._before_words(records, found))
        self._back.setVisible(bool(self._outcome.result))
        self._show_line()

    def show_time(self, reading: Reading) -> None:
        """Tell when it was recorded, and count days, as the clock in the room has them now."""
        self._reading = reading
        self.outcome.show_today(reading.local(reading.wall_ms).date())
        self._show_line()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        return (self.following.act(), *self.outcome.acts())

    def take_back(self) -> None:
        """Nothing is decided again."""
        self._asking(Decide(""))

    def _undecided(self, round_: Round) -> Outcome:
        return Outcome(self._block, round=round_.id)

    def _show_asked(self, records: Records, round_: Round) -> None:
        question = asked(records, round_.id)
        self._version.setText(version_words(question.kind, question.version))
        self._text.show_words(_("“{text}”").format(text=question.text))
        self._rule.setText(rule_sentence(question.scale, question, people(records, round_)))
        number, of = count_words(records, round_)
        words = _("{number} {of}. {verdict}")
        self._count.setText(words.format(number=number, of=of, verdict=verdict_words(records, round_)))

    def _before_words(self, records: Records, found: Outcome) -> str:
        """Say what was decided of a round before, while nothing is of the last one."""
        if not found.result or found == self._outcome:
            return ""
        number = next((each.number for each in rounds_of(records, self._block) if each.id == found.round), 0)
        words = _("Recorded after round {number}: {result}.")
        return words.format(number=number, result=result_name(found.result))

    def _show_line(self) -> None:
        if not self._is_over:
            self._line.setText(_(ACTIVITY.refusals["scale.not_revealed"]))
        elif self._outcome.result:
            words = _("Recorded at {time}: {result}.")
            time = self._reading.time_at(self._outcome.at)
            self._line.setText(words.format(time=time, result=result_name(self._outcome.result)))
        else:
            self._line.setText(_("Nothing is recorded yet."))
