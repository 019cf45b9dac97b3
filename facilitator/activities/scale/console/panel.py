"""The facilitator's scale, from its proposal to its outcome. While a round asks, nothing tells how anybody answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QWidget

from facilitator.activities.scale import ACTIVITY
from facilitator.activities.scale.console.answering import Answering
from facilitator.activities.scale.console.deciding import Deciding
from facilitator.activities.scale.console.listening import Listening
from facilitator.activities.scale.console.page import Page
from facilitator.activities.scale.console.proposing import Proposing
from facilitator.activities.scale.console.steps import Step, kind_at, may_be, stands_at, steps_of, title_of
from facilitator.activities.scale.rules.points import AGREEMENT
from facilitator.convening.agenda import neighbour, the_block
from facilitator.convening.ballots import CLOSED, OPEN, latest
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import STRETCH, Label, Stepper, StepState, Tone, column, row

_NARROWEST = 560


class Panel(QWidget):
    """The steps of a scale. Which page is shown is the facilitator's own choice; while a round asks there is one."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        # Long words in another language end in an ellipsis; they never widen the window.
        self.setMinimumWidth(_NARROWEST)
        self._block, self._following = block, BlockId("")
        self._records = Records({})
        self._kind, self._step, self._seen = AGREEMENT, Step.PROPOSAL, ("", "")
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._proposing = Proposing(self._asking, block)
        self._answering = Answering(self._asking, block)
        self._listening = Listening(self._asking, block)
        self._deciding = Deciding(self._asking, block)
        self._pages = QStackedWidget()
        for page in (self._proposing, self._answering, self._listening, self._deciding):
            self._pages.addWidget(page)
        self._steps = Stepper()
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        head = row(None, self._steps, STRETCH, self._answering.closing.later, gap=12)
        column(self, head, self._line, self._pages, gap=14).setStretch(2, 1)
        self._connect()

    def _connect(self) -> None:
        self._asking.refused.connect(self._say_line)
        self._asking.granted.connect(lambda: self._say_line(""))
        self._steps.step_chosen.connect(self._choose)
        self._proposing.moved.connect(self._follow_proposing)
        self._listening.amend_wanted.connect(lambda: self._go_to(Step.PROPOSAL))
        self._listening.decide_wanted.connect(lambda: self._go_to(Step.DECIDE))
        for page in (self._listening, self._deciding):
            page.following.clicked.connect(self._start_next)

    def show_records(self, records: Records) -> None:
        """Show the scale as it stands. A round that opens, is revealed or broken off turns the page."""
        self._records, self._following = records, neighbour(records, 1)
        round_ = latest(records, self._block)
        seen = (round_.id, round_.state) if round_ is not None else ("", "")
        if seen == self._seen:
            self._show_step()
        else:
            self._seen = seen
            self._go_to(stands_at(records, self._block))

    def show_time(self, reading: Reading) -> None:
        """Tell times of day as the clock in the room tells them now."""
        self._proposing.show_time(reading)
        self._answering.show_time(reading)
        self._deciding.show_time(reading)

    def acts(self) -> tuple[Act, ...]:
        """What can be done here now, with its key."""
        return self._page().acts()

    def seek(self, key: str) -> bool:
        """Show the proposal, or choose a reservation; tell whether it is here now."""
        if key != self._block:
            page = self._page()
            return isinstance(page, Answering | Listening) and page.reservations.go_to(key)
        if may_be(Step.PROPOSAL, self._seen[1]):
            self._go_to(Step.PROPOSAL)
        return True

    def _page(self) -> Proposing | Answering | Listening | Deciding:
        """What shows the step that is on."""
        if self._step is Step.ANSWER:
            return self._answering
        if self._step is Step.LISTEN:
            return self._listening
        return self._deciding if self._step is Step.DECIDE else self._proposing

    def _choose(self, at: int) -> None:
        step = steps_of(self._kind)[at]
        if may_be(step, self._seen[1]):
            self._go_to(step)
        elif self._step is Step.ANSWER:
            self._answering.closing.explain()
        elif step is Step.ANSWER:
            self._say_line(_("Answers open from the step before, with {key}.").format(key="N"), Tone.SOFT)
        else:
            self._say_line(_("There is nothing to hear before the reveal."), Tone.SOFT)

    def _go_to(self, step: Step) -> None:
        """Turn to the page of a step; whoever was in the panel by keys goes along."""
        focus = QApplication.focusWidget()
        was_here = focus is not None and self.isAncestorOf(focus)
        is_other, self._step = step is not self._step, step
        if step is Step.QUESTIONS:
            self._proposing.show_questions()
        elif step is Step.PROPOSAL:
            self._proposing.show_proposal()
        self._say_line("")
        self._show_step()
        if is_other and isinstance(page := self._page(), Page):
            # Where an earlier round was read to does not matter to this one.
            page.show_from_the_top()
        if was_here and is_other:
            # Left alone, Qt would go to the next field that can be typed in, and keys would write there.
            shown = [each for each in self._steps.findChildren(QAbstractButton) if not each.isHidden()]
            shown[steps_of(self._kind).index(step)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_proposing(self) -> None:
        self._go_to(Step.QUESTIONS if self._proposing.is_asking_questions() else Step.PROPOSAL)

    def _show_step(self) -> None:
        self._kind = kind_at(self._step, self._records, self._block)
        page, steps = self._page(), steps_of(self._kind)
        page.show_records(self._records)
        self._pages.setCurrentWidget(page)
        at = steps.index(self._step)
        states = [StepState.DONE] * at + [StepState.ON] + [StepState.AHEAD] * (len(steps) - at - 1)
        self._steps.show_steps([(title_of(each, self._kind), state) for each, state in zip(steps, states, strict=True)])
        title = the_block(self._records, self._following).title if self._following else ""
        for each in (self._listening, self._deciding):
            each.following.show_title(title if self._step is steps[-1] else "")
        if self._seen[1] not in (OPEN, CLOSED):
            self._answering.closing.later.hide()

    def _start_next(self) -> None:
        if self._following:
            self._asking(StartBlock(self._following))

    def _say_line(self, words: str, tone: Tone = Tone.OVER) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
