"""The facilitator's dot vote: set the rules, open, wait without a peek, close and reveal together."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.activities.dot_vote import ACTIVITY
from facilitator.activities.dot_vote.console.open import Voting
from facilitator.activities.dot_vote.console.prepare import Preparing
from facilitator.activities.dot_vote.console.result import Result
from facilitator.activities.dot_vote.console.rules import VoteRules
from facilitator.activities.dot_vote.rules import options, the_vote
from facilitator.convening.agenda import neighbour, the_block
from facilitator.convening.ballots import (
    CLOSED,
    OPEN,
    REVEALED,
    CloseRound,
    OpenRound,
    ReopenRound,
    RevealRound,
    Round,
    latest,
)
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import STRETCH, Button, Kind, Label, Size, Stepper, StepState, Tone, column, row

_CLOSE_KEY = "Ctrl Enter"
_PREPARING, _VOTING, _REVEALED = range(3)
_NARROWEST = 560


class Panel(QWidget):
    """One vote from its rules to its result. While it is open nothing here tells what was chosen."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        # Long words in another language end in an ellipsis; they never widen the window.
        self.setMinimumWidth(_NARROWEST)
        self._block = block
        self._round: Round | None = None
        self._following = BlockId("")
        self._above: tuple[str, ...] = ()
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._closing = Twice(self._close_and_reveal, self)
        self._preparing, self._voting, self._result = Preparing(self._asking, block), Voting(), Result()
        self._pages = QStackedWidget()
        for page in (self._preparing, self._voting, self._result):
            self._pages.addWidget(page)
        self._steps = Stepper()
        self._next = Button("", self._go_on, key="N", kind=Kind.PRIMARY)
        self._line = Label("", "small", Tone.OVER).wrapping()
        self._line.hide()
        self._close = Button("", self._closing.press, key=_CLOSE_KEY, kind=Kind.PRIMARY, size=Size.LARGE)
        self._close_only = Button(_("Close, reveal later"), self._close_round, kind=Kind.QUIET, size=Size.LARGE)
        self._reopen = Button(_("Open again"), self._open_again, size=Size.LARGE)
        self._again = Button("", self._vote_again)
        self._steps.step_chosen.connect(self._explain)
        self._asking.refused.connect(self._say_line)
        self._asking.granted.connect(lambda: self._say_line(""))
        self._closing.armed.connect(self._warn)
        self._closing.relaxed.connect(lambda: self._say_line(""))
        head = row(None, self._steps, STRETCH, self._again, self._next, gap=12)
        foot = row(None, self._close_only, self._reopen, STRETCH, self._close)
        column(self, head, self._pages, self._line, foot, gap=14).setStretch(1, 1)

    def show_time(self, reading: Reading) -> None:
        """Tell times of day as the clock in the room tells them now."""
        self._voting.show_time(reading)

    def show_records(self, records: Records) -> None:
        """Show the vote as it stands."""
        round_ = self._round = latest(records, self._block)
        self._following = neighbour(records, 1)
        state = round_.state if round_ is not None else ""
        if round_ is not None and state in (OPEN, CLOSED):
            self._voting.show_round(records, round_)
            self._pages.setCurrentIndex(_VOTING)
        elif round_ is not None and state == REVEALED:
            self._result.show_result(records, round_)
            self._above = self._result.above(records, round_)
            self._pages.setCurrentIndex(_REVEALED)
        else:
            self._preparing.show_vote(records)
            self._pages.setCurrentIndex(_PREPARING)
        self._vote = the_vote(records, self._block)
        self._show_acts(records, state)

    def acts(self) -> tuple[Act, ...]:
        """What can be done here now, with its key."""
        close = Act(_CLOSE_KEY, self._close.accessibleName(), self._closing.press, lambda: not self._close.isHidden())
        return (close, Act("N", self._step_words(), self._go_on, self._can_go_on))

    def _step_words(self) -> str:
        """What the key of the next step does now: while the room votes, it only says how that ends."""
        state = self._round.state if self._round is not None else ""
        said = {OPEN: _("How the vote closes"), CLOSED: _("How the result is shown")}
        return said.get(state, self._next.accessibleName())

    def _can_go_on(self) -> bool:
        if self._round is not None and self._round.state in (OPEN, CLOSED):
            return True
        return not self._next.isHidden() and self._next.isEnabled()

    def _show_acts(self, records: Records, state: str) -> None:
        on = {OPEN: 1, CLOSED: 1, REVEALED: 2}.get(state, 0)
        states = [StepState.DONE] * on + [StepState.ON] + [StepState.AHEAD] * (2 - on)
        self._steps.show_steps(list(zip((_("Rules"), _("Vote"), _("Result")), states, strict=True)))
        title = the_block(records, self._following).title if self._following else ""
        self._next.show_text(_("Next: {title}").format(title=title) if state == REVEALED else _("Open dot vote"))
        self._next.setVisible(on == 0 or (state == REVEALED and bool(self._following)))
        self._next.setEnabled(state == REVEALED or self._preparing.has_options())
        self._close.show_text(_("Close vote and reveal") if state == OPEN else _("Reveal"))
        for button, is_there in (
            (self._close, on == 1),
            (self._close_only, state == OPEN),
            (self._reopen, state == CLOSED),
            (self._again, state == REVEALED and len(self._above) > 1),
        ):
            button.setVisible(is_there)
        self._again.show_text(_("Vote again on the top {count}").format(count=len(self._above)))
        if state == CLOSED:
            self._say_line(_("The vote is closed. Nothing has been shown yet."), Tone.SOFT)

    def _go_on(self) -> None:
        if self._round is not None and self._round.state in (OPEN, CLOSED):
            self._explain(0)
        elif self._round is not None and self._round.state == REVEALED:
            if self._following:
                self._asking(StartBlock(self._following))
        elif self._preparing.has_options():
            self._asking(OpenRound(self._preparing.chosen(), self._vote.dots, self._vote.cap))

    def _open_again(self) -> None:
        if self._round is not None:
            self._asking(ReopenRound(self._round.id))

    def _close_round(self) -> None:
        if self._round is not None:
            self._asking(CloseRound(self._round.id))

    def _close_and_reveal(self) -> None:
        if self._round is None:
            return
        if self._round.state == OPEN:
            self._asking(CloseRound(self._round.id))
        self._asking(RevealRound(self._round.id))

    def _vote_again(self) -> None:
        dots = min(self._vote.dots, max(1, len(self._above) - 1))
        self._asking(OpenRound(self._above, dots, min(self._vote.cap, dots)))

    def _explain(self, _step: int) -> None:
        state = self._round.state if self._round is not None else ""
        words = {
            OPEN: _("The vote is open. {key}, pressed twice, closes it.").format(key=key_words(_CLOSE_KEY)),
            CLOSED: _("The vote is closed. {key}, pressed twice, reveals it.").format(key=key_words(_CLOSE_KEY)),
            REVEALED: _("This vote is over. Its result stays."),
        }
        self._say_line(words.get(state, _("The vote opens with {key}.").format(key="N")), Tone.SOFT)

    def _warn(self) -> None:
        words = _("Everybody will see the result, and that cannot be undone. Press {key} once more.")
        self._say_line(words.format(key=key_words(_CLOSE_KEY)), Tone.WARN)

    def _say_line(self, words: str, tone: Tone = Tone.OVER) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
        self._line.setVisible(bool(words))


class Inspector(QWidget):
    """The rules of a vote, settled before the day."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._rules = VoteRules(self._asking)
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        self._asking.refused.connect(self._line.setText)
        self._asking.granted.connect(lambda: self._line.setText(""))
        column(self, self._rules, self._line)

    def show_records(self, records: Records) -> None:
        """Show what was settled."""
        self._rules.show_vote(the_vote(records, self._block), len(options(records, self._block)))

    def acts(self) -> tuple[Act, ...]:
        """Nothing here has a key of its own."""
        return ()
