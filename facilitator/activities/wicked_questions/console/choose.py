"""Choosing one question together: everybody picks one unseen, or the room agrees aloud; and the one it lives with."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.activities.wicked_questions.console.answers import AnswerCard
from facilitator.activities.wicked_questions.console.pair_painter import LIVING, paint_pair
from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.activities.wicked_questions.rules import Candidate, Inquiry, candidates
from facilitator.activities.wicked_questions.rules.answers import answers
from facilitator.convening.ballots import (
    CLOSED,
    OPEN,
    REVEALED,
    CloseRound,
    OpenRound,
    RevealRound,
    Round,
    Turnout,
    latest,
)
from facilitator.convening.ids import BlockId
from facilitator.convening.people import here
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import Button, Card, Label, Size, Tone, column, row

_HIGH = 252


class ChooseCard(Card):
    """Asks the room for one each, and tells how many have chosen; never what, until the reveal."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._round: Round | None = None
        self._options: tuple[str, ...] = ()
        self.closing = Twice(self._close_and_reveal, self)
        self._title, self._words = Label("").wrapping(), Label("", "small", Tone.SOFT).wrapping()
        self._title.setFont(theme_in_use().sized(16, 600))
        self._open = Button(_("Ask the room"), self._open_round, size=Size.SMALL)
        self.close_button = Button(_("Close and reveal"), self.closing.press, key="Ctrl Enter", size=Size.SMALL)
        words = column(None, self._title, self._words, gap=2)
        line = row(self, gap=12, padding=(12, 12, 12, 14))
        line.addLayout(words, 1)
        line.addWidget(self._open)
        line.addWidget(self.close_button)

    def show_round(self, records: Records, block: BlockId) -> None:
        """Show how far the choosing is."""
        round_ = self._round = latest(records, block)
        self._options = tuple(one.id for one in candidates(records, block))
        state = round_.state if round_ is not None else ""
        self._open.setVisible(state not in (OPEN, CLOSED))
        self._open.setEnabled(len(self._options) > 1)
        self._open.show_text(_("Ask the room") if not state else _("Ask the room again"))
        self.close_button.setVisible(state in (OPEN, CLOSED))
        title, words = self._said(records, round_, state)
        self._title.setText(title)
        self._words.setText(words)

    def is_open(self) -> bool:
        """Whether the room is choosing, or has chosen unseen."""
        return self._round is not None and self._round.state in (OPEN, CLOSED)

    def _said(self, records: Records, round_: Round | None, state: str) -> tuple[str, str]:
        if round_ is not None and state in (OPEN, CLOSED):
            chosen, people = (
                records[Turnout].get(round_.id, Turnout(round_.id)).ballots,
                max(round_.expected, here(records)),
            )
            title = ngettext("{chosen} of {people} has chosen", "{chosen} of {people} have chosen", people)
            return title.format(chosen=chosen, people=people), _("Hidden from everyone until the reveal.")
        if round_ is not None and state == REVEALED:
            title = ngettext("{count} person chose one", "{count} people chose one", round_.ballots)
            return title.format(count=round_.ballots), _("Press Enter on the question you will live with.")
        if len(self._options) > 1:
            return _("Which one keeps us awake?"), _("Ask the room, or agree aloud and press Enter on the question.")
        return _("Which one keeps us awake?"), _("With two candidates or more the room can choose.")

    def _open_round(self) -> None:
        self._asking(OpenRound(self._options, 1, 1))

    def _close_and_reveal(self) -> None:
        if self._round is None:
            return
        if self._round.state == OPEN:
            self._asking(CloseRound(self._round.id))
        self._asking(RevealRound(self._round.id))


class LivingPair(QWidget):
    """The question that the room lives with, large."""

    def __init__(self) -> None:
        super().__init__()
        self._candidate: Candidate | None = None
        self._text = Lettering()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH)

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Show a question; None while none is chosen."""
        if candidate == self._candidate:
            return
        self._candidate = candidate
        if candidate is not None:
            words = stem_words(candidate.stem)
            whole = words.whole(candidate.first, candidate.second)
            self.setAccessibleName(whole)
            self.setToolTip(whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        one = self._candidate
        if one is None:
            return
        self._text.start()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_pair(
                painter,
                QRectF(self.rect()),
                stem_words(one.stem),
                (one.first, one.second),
                LIVING,
                theme_in_use(),
                self._text,
            )


class LivePage(QWidget):
    """Living with it: the question, what the room answers, and the way back to another question."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.answers = AnswerCard(asking)
        self._pair = LivingPair()
        self._none = Label(_("No question is chosen yet. Go back to Choose."), "body", Tone.SOFT).wrapping()
        words = _("Let it work. It is not to be solved, and the ideas it opens come next.")
        self._stay = Label(words, "small", Tone.SOFT).wrapping()
        column(self, self._none, self._pair, self._stay, self.answers, gap=12).setStretch(3, 1)

    def show_inquiry(self, records: Records, inquiry: Inquiry) -> None:
        """Show the chosen question and its answers."""
        candidate = records[Candidate].get(inquiry.chosen)
        self._none.setVisible(candidate is None)
        self._stay.setVisible(not answers(records, inquiry.chosen))
        self._pair.setVisible(candidate is not None)
        self.answers.setVisible(candidate is not None)
        self._pair.show_candidate(candidate)
        self.answers.show_answers(records, inquiry)
