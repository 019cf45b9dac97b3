"""From the first words of a proposal to the moment answers open: word it, choose the scale, agree the rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.activities.scale.console.page import Page
from facilitator.activities.scale.console.questions import Questions, missing
from facilitator.activities.scale.console.rule_card import RuleCard
from facilitator.activities.scale.console.scale_choice import ScaleCard
from facilitator.activities.scale.console.version import round_words
from facilitator.activities.scale.console.wording import Wording
from facilitator.activities.scale.rules.points import DECIDING, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.convening.ballots import INTERRUPTED, latest, rounds_of
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Ground, Kind, Label, Size, Tone, column, row


class ProposalPage(Page):
    """The words, the scale and the rule. `questions_wanted` goes on to the questions."""

    questions_wanted = Signal()

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self.wording = Wording(asking, key="Q")
        self.wording.usual_taken.connect(self.go_on)
        self.scale, self.rule = ScaleCard(asking, block), RuleCard(asking, block)
        self._before = Card(Ground.SURFACE)
        self._rounds = Label("", "small", Tone.SOFT).wrapping()
        column(self._before, self._rounds, padding=(9, 18, 9, 18))
        self._missing = Label("", "small", Tone.SOFT).wrapping()
        self._missing.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._next = Button(_("To the questions"), self.go_on, key="N", kind=Kind.PRIMARY, size=Size.LARGE)
        foot = row(None, self._missing, self._next, gap=12)
        foot.setStretch(0, 1)
        words = Card()
        column(words, self.wording, padding=(12, 18, 12, 18))
        self.lay_out(self._before, words, self.scale, self.rule, STRETCH, foot=foot)

    def show_records(self, records: Records) -> None:
        """Show what is being prepared, and how the rounds before went."""
        kind, last = the_scale(records, self._block).kind, latest(records, self._block)
        said = [words for round_ in rounds_of(records, self._block) if (words := round_words(records, round_))]
        self._rounds.setText("\n".join(said))
        self._before.setVisible(bool(said))
        is_broken = last is not None and last.state == INTERRUPTED
        self._before.show_ground(Ground.WARN if is_broken else Ground.SURFACE)
        self._rounds.set_tone(Tone.INK if is_broken else Tone.SOFT)
        self.wording.show_proposal(the_proposal(records, self._block), kind)
        self.scale.show_scale(records)
        self.rule.setVisible(kind in DECIDING)
        self.rule.show_rule(records)
        self._missing.setText(missing(records, self._block))

    def go_on(self) -> None:
        """Go on to the questions; what is still being written is kept, since its field is left."""
        self.questions_wanted.emit()

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        return (
            Act("N", _("To the questions"), self.go_on),
            Act("Q", _("Ask the usual question"), self.wording.take_usual, self.wording.can_take_usual),
            Act("Ctrl Enter", _("Keep this wording"), self.wording.keep, self.wording.is_changed),
            Act(
                "R", _("Set the rule"), self.rule.set_rule, lambda: not self.rule.isHidden() and not self.rule.is_set()
            ),
        )


class Proposing(QWidget):
    """Two pages: the proposal, and the questions about it. `moved` tells that the page changed from inside."""

    moved = Signal()

    def __init__(self, asking: Asking, block: BlockId) -> None:
        super().__init__()
        self._proposal, self._questions = ProposalPage(asking, block), Questions(asking, block)
        self._pages = QStackedWidget()
        for page in (self._proposal, self._questions):
            self._pages.addWidget(page)
        self._proposal.questions_wanted.connect(lambda: self._move(self._questions))
        self._questions.proposal_wanted.connect(lambda: self._move(self._proposal))
        column(self, self._pages)

    def show_records(self, records: Records) -> None:
        """Show what is being prepared."""
        self._proposal.show_records(records)
        self._questions.show_records(records)

    def show_time(self, reading: Reading) -> None:
        """Tell times of day as the clock in the room tells them now."""
        self._proposal.wording.show_time(reading)
        self._proposal.rule.show_time(reading)

    def show_proposal(self) -> None:
        """Word the proposal, choose its scale, agree its rule."""
        self._pages.setCurrentWidget(self._proposal)

    def show_questions(self) -> None:
        """Hear what is not understood yet."""
        self._pages.setCurrentWidget(self._questions)

    def is_asking_questions(self) -> bool:
        """Whether the questions are on."""
        return self._pages.currentWidget() is self._questions

    def acts(self) -> tuple[Act, ...]:
        """What keys do here now."""
        if not self.is_asking_questions():
            return self._proposal.acts()
        return (Act("N", _("Open for answers"), self._questions.open, self._questions.can_open),)

    def _move(self, page: Page) -> None:
        page.show_from_the_top()
        self._pages.setCurrentWidget(page)
        self.moved.emit()
