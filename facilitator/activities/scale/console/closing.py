"""How a round ends: closed and revealed together, closed to reveal later, opened again, or broken off without a result.

What cannot be undone is asked for twice.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.scale.rules.points import DECIDING
from facilitator.activities.scale.rules.support import asked
from facilitator.convening.ballots import (
    CLOSED,
    FEWEST_FOR_SECRECY,
    OPEN,
    CloseRound,
    InterruptRound,
    ReopenRound,
    RevealRound,
    Round,
    Turnout,
)
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.announcing import warn
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.widgets import STRETCH, Button, Kind, Label, Size, Tone, column, row

CLOSE_KEY = "Ctrl Enter"
_NARROW = 700
_TYPING, _QUESTIONS = "note-pencil", "chats-circle"


class Closing(QWidget):
    """The foot of the page. `later` is a button of its own, which closes and shows nothing yet."""

    def __init__(self, asking: Asking, slips: Act) -> None:
        """`slips` is the act that types what is on paper."""
        super().__init__()
        self._asking, self._slips = asking, slips
        self._round = self._warned_of = Round(RoundId(""), BlockId(""))
        self._is_for_few = False
        self._closing = Twice(self._close_and_reveal, self)
        self._leaving = Twice(self._break_off, self)
        self._type = Button(slips.title, slips.do, key=slips.key, icon=_TYPING, size=Size.LARGE)
        self._back = Button(
            _("Back to questions"), self._leaving.press, icon=_QUESTIONS, kind=Kind.QUIET, size=Size.LARGE
        )
        self._reopen = Button(_("Open again"), self._open_again, kind=Kind.QUIET, size=Size.LARGE)
        self._close = Button("", self._closing.press, key=CLOSE_KEY, kind=Kind.PRIMARY, size=Size.LARGE)
        self.later = Button(_("Close, reveal later"), self.close_only, kind=Kind.QUIET, size=Size.SMALL)
        self._line = Label("", "small", Tone.SOFT).wrapping().vanishing()
        self._closing.armed.connect(self._warn_of_closing)
        self._leaving.armed.connect(self._warn_of_leaving)
        for twice in (self._closing, self._leaving):
            twice.relaxed.connect(self._rest)
        buttons = row(None, self._type, self._reopen, self._back, STRETCH, self._close, gap=8)
        column(self, self._line, buttons, gap=8)

    def show_round(self, records: Records, round_: Round) -> None:
        """Show what can be done with a round that is open, or closed and not revealed."""
        is_other = (round_.id, round_.state) != (self._round.id, self._round.state)
        self._round, self._is_for_few = round_, _is_for_few(records, round_)
        is_open = round_.state == OPEN
        self._close.show_text(_("Close and reveal") if is_open else _("Reveal"))
        self._type.setVisible(is_open)
        self._type.setEnabled(self._slips.is_enabled())
        self.later.setVisible(is_open)
        self._reopen.setVisible(not is_open)
        if is_other:
            self._rest()

    def acts(self) -> tuple[Act, ...]:
        """The key that ends the round with a result."""
        return (Act(CLOSE_KEY, self._close.accessibleName(), self._closing.press),)

    def close_only(self) -> None:
        """Close; it can be opened again until the reveal."""
        self._asking(CloseRound(self._round.id))

    def _open_again(self) -> None:
        self._asking(ReopenRound(self._round.id))

    def explain(self) -> None:
        """Say how the round ends, to whom looks for the next step."""
        key = key_words(CLOSE_KEY)
        if self._round.state == OPEN:
            self._say(_("Answers are open. {key}, pressed twice, closes and reveals them.").format(key=key))
        else:
            self._say(_("Answers are closed. {key}, pressed twice, reveals them.").format(key=key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._type.show_icon("" if is_narrow else _TYPING)
        self._back.show_icon("" if is_narrow else _QUESTIONS)

    def _close_and_reveal(self) -> None:
        if self._warned_of != self._round:
            # It was closed or opened since the first press: that was about something else.
            self._closing.press()
            return
        if self._round.state == OPEN:
            self._asking(CloseRound(self._round.id))
        self._asking(RevealRound(self._round.id))

    def _break_off(self) -> None:
        self._asking(InterruptRound(self._round.id))

    def _warn_of_closing(self) -> None:
        self._warned_of = self._round
        if self._is_for_few:
            words = _("Fewer than five have answered: nothing will be shown, for good. Press {key} once more.")
        else:
            words = _("Everybody will see the result, and that cannot be undone. Press {key} once more.")
        self._say(words.format(key=key_words(CLOSE_KEY)), Tone.WARN)

    def _warn_of_leaving(self) -> None:
        self._say(_("No answer is kept, and that cannot be undone. Press Back to questions once more."), Tone.WARN)

    def _rest(self) -> None:
        is_closed = self._round.state == CLOSED
        self._say(_("The answers are closed. Nothing has been shown yet.") if is_closed else "")

    def _say(self, words: str, tone: Tone = Tone.SOFT) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
        if tone is Tone.WARN:
            warn(self, words)


def _is_for_few(records: Records, round_: Round) -> bool:
    """Whether so few have answered a pulse that its reveal shows nothing. Source: practice, rule DE5."""
    answered = records[Turnout].get(round_.id, Turnout(round_.id)).ballots
    return asked(records, round_.id).kind not in DECIDING and answered < FEWEST_FOR_SECRECY
