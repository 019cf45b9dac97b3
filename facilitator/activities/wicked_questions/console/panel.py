"""The facilitator's wicked question: truths come in, pairs are built, the room chooses one and lives with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from facilitator.activities.wicked_questions import ACTIVITY
from facilitator.activities.wicked_questions.console.deck import DeckCard, prompts
from facilitator.activities.wicked_questions.console.drawer import DeckBar, Drawer
from facilitator.activities.wicked_questions.console.table import Table
from facilitator.activities.wicked_questions.rules import (
    STEMS,
    STEPS,
    SendTruths,
    TakeStep,
    the_inquiry,
)
from facilitator.convening.agenda import neighbour, the_block
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Kind,
    Label,
    Stepper,
    StepState,
    Tone,
    column,
    row,
)

_DRAWER_TOP = 48
_NARROWEST = 560


class Panel(QWidget):
    """Four steps, one table, and a deck in the drawer. Choices of the room stay sealed until the reveal."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        # Long words in another language end in an ellipsis; they never widen the window.
        self.setMinimumWidth(_NARROWEST)
        self._block, self._following, self._step = block, BlockId(""), STEPS[0]
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._steps = Stepper()
        self._next = Button("", self._go_on, key="N", kind=Kind.PRIMARY)
        self._line = Label("", "small", Tone.OVER).wrapping()
        self._line.hide()
        self._table = Table(self._asking, block)
        self._bar = DeckBar(self.open_deck)
        self._drawer = Drawer(self.close_deck)
        self._drawer.setParent(self)
        self._drawer.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._table)
        scroll.viewport().setAutoFillBackground(False)
        self._table.setAutoFillBackground(False)
        head = row(None, self._steps, STRETCH, self._next, gap=12)
        column(self, head, self._line, scroll, self._bar, gap=12).setStretch(2, 1)
        self._connect()

    def _connect(self) -> None:
        self._steps.step_chosen.connect(lambda at: self._asking(TakeStep(STEPS[at])))
        self._asking.refused.connect(self._say_line)
        self._asking.granted.connect(lambda: self._say_line(""))
        self._table.choosing.closing.armed.connect(self._warn)
        self._table.choosing.closing.relaxed.connect(lambda: self._say_line(""))
        self._drawer.started.connect(self._start_from)
        self._drawer.used.connect(self._use_halves)

    def show_records(self, records: Records) -> None:
        """Show the inquiry as it stands."""
        inquiry = the_inquiry(records, self._block)
        self._step, self._following = inquiry.step, neighbour(records, 1)
        at = STEPS.index(inquiry.step)
        titles = (_("Truths"), _("Build"), _("Choose"), _("Live with it"))
        states = [StepState.DONE] * at + [StepState.ON] + [StepState.AHEAD] * (len(STEPS) - at - 1)
        self._steps.show_steps(list(zip(titles, states, strict=True)))
        self._table.show_inquiry(records)
        title = the_block(records, self._following).title if self._following else ""
        words = {"truths": _("Build pairs"), "build": _("Choose together"), "choose": _("Live with it")}
        self._next.show_text(words.get(inquiry.step, _("Next: {title}").format(title=title)))
        self._next.setVisible(inquiry.step in words or bool(self._following))
        self._next.setEnabled(inquiry.step != "choose" or self._table.has_chosen())
        self._bar.setVisible(inquiry.step in STEPS[:2])
        if inquiry.step not in STEPS[:2]:
            self.close_deck()

    def acts(self) -> tuple[Act, ...]:
        """What can be done here now, with its key."""
        go_on = Act("N", self._next.accessibleName(), self._go_on, self._can_go_on)
        back = Act("PgUp", _("Previous step"), self._go_back, lambda: self._step != STEPS[0])
        if not self._drawer.isHidden():
            return (*self._drawer.acts(), go_on, back)
        deck = Act("K", _("Deck"), self.open_deck, lambda: self._step in STEPS[:2])
        return (go_on, *self._table.acts(), deck, back)

    def seek(self, key: str) -> bool:
        """Choose a question or a truth; tell whether the step that is on shows it."""
        self.close_deck()
        return self._table.seek(key)

    def open_deck(self) -> None:
        """Pull the drawer out over the table."""
        self._place_drawer()
        self._drawer.show()
        self._drawer.raise_()
        self._drawer.take_focus()
        self._next.show_kind(Kind.PLAIN)

    def close_deck(self) -> None:
        """Push the drawer in."""
        self._next.show_kind(Kind.PRIMARY)
        if not self._drawer.isHidden():
            self._drawer.hide()
            self._table.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    def _place_drawer(self) -> None:
        self._drawer.setGeometry(0, _DRAWER_TOP, self.width(), self.height() - _DRAWER_TOP)

    def _can_go_on(self) -> bool:
        return self._next.isEnabled() and not self._next.isHidden()

    def _go_on(self) -> None:
        at = STEPS.index(self._step) + 1
        if at < len(STEPS):
            self._asking(TakeStep(STEPS[at]))
        elif self._following:
            self._asking(StartBlock(self._following))

    def _go_back(self) -> None:
        self._asking(TakeStep(STEPS[STEPS.index(self._step) - 1]))

    def _start_from(self, card: DeckCard) -> None:
        if self._step != "build":
            self._asking(TakeStep("build"))
        self.close_deck()
        self._table.builder.start_from(STEMS[0], card.first, card.second)

    def _use_halves(self, card: DeckCard) -> None:
        self._asking(SendTruths(card.first, card.second))

    def _warn(self) -> None:
        words = _("Everybody will see the result, and that cannot be undone. Press {key} once more.")
        self._say_line(words.format(key=key_words("Ctrl Enter")), Tone.WARN)

    def _say_line(self, words: str, tone: Tone = Tone.OVER) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
        self._line.setVisible(bool(words))


class Inspector(QWidget):
    """How the time of a wicked question is usually spent, and what to ask a group that is stuck."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        flow = _("In 25 minutes: 5 to introduce, 5 to hear all, 5 to sharpen in small groups, 10 to choose together.")
        stuck = _("If the room is stuck: {prompt}").format(prompt=prompts()[0])
        words = (Label(flow, "caption", Tone.SOFT).wrapping(), Label(stuck, "caption", Tone.SOFT).wrapping())
        column(self, *words, gap=6)

    def show_records(self, records: Records) -> None:
        """Nothing changes here."""

    def acts(self) -> tuple[Act, ...]:
        """Nothing here has a key of its own."""
        return ()
