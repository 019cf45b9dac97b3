"""The steps of a block while they are planned: a row each, phases under their step. Source: practice, TM1, TM11."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from facilitator.console.preparing import step_order
from facilitator.console.preparing.step_order import Steps
from facilitator.console.preparing.step_row import StepRow
from facilitator.console.preparing.steps_bar import minutes_words
from facilitator.convening.agenda import Block
from facilitator.convening.fitting import scaled
from facilitator.convening.ids import BlockId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.records import Records
from facilitator.convening.steps import WHOLE, Step, seconds_of, steps_of
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.sentences import sentence


class StepsPage(QWidget):
    """Each change asks for all steps of the block, so it is one undo. `closed` tells that the list is wanted again."""

    closed = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._block: Block | None = None
        self._steps: Steps = ()
        self._rows: list[StepRow] = []
        self._at, self._goes_to = 0, -1
        self._asked, self._passed_over = 0, None  # type: int, tuple[Records, Block] | None
        self._title, self._sum = LineLabel("", "heading"), Label("", "small", Tone.SOFT)
        self._refusal = Label("", "small", Tone.OVER).wrapping()
        self._refusal.hide()
        self._fit = Button("", self._scale, key="Ctrl F", size=Size.SMALL)
        close = Button(_("Close the steps"), self.closed.emit, key="Esc", kind=Kind.QUIET, size=Size.SMALL)
        add = Button(_("Add a step"), self._add, key="Ctrl Enter", icon="plus-bold", kind=Kind.QUIET)
        phase = Button(_("Add a phase"), self._add_phase, key="Ctrl Shift Enter", kind=Kind.QUIET)
        self._shelf = QWidget()
        self._column = QVBoxLayout(self._shelf)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._shelf)
        area.viewport().setAutoFillBackground(False)
        self._shelf.setAutoFillBackground(False)
        self._area = area
        column(
            self,
            row(None, self._title, STRETCH, self._sum, self._fit, close, padding=(8, 0, 8, 0)),
            self._refusal,
            Hairline(),
            area,
            row(None, add, phase, STRETCH),
            gap=0,
        )

    def show_block(self, records: Records, block: Block) -> None:
        """Show the steps of this block."""
        if self._block is not None and self._block.id != block.id:
            self._refusal.hide()
            self._at, self._asked = 0, 0
        self._block = block
        found = tuple(steps_of(records, block.id))
        if self._asked and _content(found) != _content(self._steps):
            # What was asked for last is not here yet: older records must not take it away again.
            self._passed_over = (records, block)
            return
        self._passed_over = None
        self._steps = found
        self._title.show_text(_("Steps of “{title}”").format(title=block.title))
        self._fit.show_text(_("Fit to {minutes} min").format(minutes=block.minutes))
        took = seconds_of(self._steps)
        words = _("{took} of {minutes} min").format(took=minutes_words(took), minutes=block.minutes)
        self._sum.setText(words)
        self._sum.set_tone(Tone.WARN if took > block.minutes * 60 else Tone.SOFT)
        self._fit.setVisible(bool(self._steps) and took != block.minutes * 60)
        self._show_rows()

    def acts(self) -> tuple[Act, ...]:
        """What keys do with the steps."""
        some = self._has_some
        return (
            Act("Ctrl Enter", _("Add a step"), self._add),
            Act("Ctrl Shift Enter", _("Add a phase"), self._add_phase, some),
            Act("Alt Up", _("Step up"), lambda: self._move(-1), some),
            Act("Alt Down", _("Step down"), lambda: self._move(1), some),
            Act("Alt Right", _("Make it a phase"), lambda: self._turn(step_order.as_phase), some),
            Act("Alt Left", _("Make it a step"), lambda: self._turn(step_order.as_step), some),
            Act("Ctrl Del", _("Remove the step"), self._remove, some),
            Act("Ctrl F", self._fit.accessibleName(), self._scale, some),
            Act("Esc", _("Close the steps"), self.closed.emit),
        )

    def take_focus(self) -> None:
        """Give the focus to the first step, or to the way to add one."""
        if self._rows:
            self._rows[0].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focusNextChild()

    def block(self) -> BlockId:
        """Whose steps are shown."""
        return self._block.id if self._block is not None else BlockId("")

    def finish(self) -> None:
        """Keep what is written now."""
        for each in self._rows:
            each.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _show_rows(self) -> None:
        shape = [(step.id, step.within) for step in self._steps]
        if shape != [(self._id_of(each)) for each in self._rows]:
            self._build()
        for each, step in zip(self._rows, self._steps, strict=True):
            phases = [phase for phase in self._steps if phase.within == step.id]
            each.show_step(step, sum(phase.seconds for phase in phases))
        if 0 <= self._goes_to < len(self._rows):
            self._rows[self._goes_to].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(self._rows[self._goes_to])
            self._goes_to = -1

    def _id_of(self, shown: StepRow) -> tuple[str, str]:
        return shown.property("step"), shown.property("within")

    def _build(self) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.blockSignals(True)
            old.hide()
            old.deleteLater()
        self._rows = []
        for at, (step, number) in enumerate(zip(self._steps, step_order.numbers(self._steps), strict=True)):
            made = StepRow(step, number)
            made.setProperty("step", step.id)
            made.setProperty("within", step.within)
            made.said.connect(lambda said, at=at: self._change(at, said))
            made.entered.connect(lambda at=at: self._enter(at))
            self._column.insertWidget(at, made)
            self._rows.append(made)

    def _has_some(self) -> bool:
        return 0 <= self._at < len(self._steps)

    def _enter(self, at: int) -> None:
        self._at = at

    def _change(self, at: int, step: Step) -> None:
        self._say((*self._steps[:at], step, *self._steps[at + 1 :]))

    def _add(self) -> None:
        steps, self._goes_to = step_order.with_step(self._steps, self._at, _("New step"))
        self._say(steps)

    def _add_phase(self) -> None:
        if self._has_some():
            steps, self._goes_to = step_order.with_phase(self._steps, self._at, _("New phase"))
            self._say(steps)

    def _move(self, by: int) -> None:
        steps, self._goes_to = step_order.moved(self._steps, self._at, by)
        self._say(steps)

    def _turn(self, make: Callable[[Steps, int], Steps]) -> None:
        self._goes_to = self._at
        self._say(make(self._steps, self._at))

    def _remove(self) -> None:
        self._goes_to = max(0, self._at - 1)
        self._say(step_order.without(self._steps, self._at))

    def _scale(self) -> None:
        if self._block is None:
            return
        try:
            self._say(scaled(self._steps, self._block.minutes))
        except Refusal as refusal:
            self._refuse(sentence(refusal, {}))

    def _say(self, steps: Steps) -> None:
        if self._block is None or steps == self._steps:
            return
        before, self._steps = self._steps, steps
        self._refusal.hide()
        self._asked += 1

        def answered() -> None:
            # Whoever asked hears first: the records that hold it come right after.
            self._asked = max(0, self._asked - 1)

        def refused(said: str) -> None:
            answered()
            self._goes_to = -1
            if self._steps == steps:
                self._steps = before
            if self._passed_over is not None:
                self.show_block(*self._passed_over)
            self._refuse(said)

        wish = PlanSteps(self._block.id, steps)
        self._asking.ask(wish, granted=lambda _receipt: answered(), refused=refused)

    def _refuse(self, said: str) -> None:
        self._refusal.setText(said)
        self._refusal.show()


def _content(steps: Steps) -> list[tuple[object, ...]]:
    """What steps say, whatever their ids are."""
    return [(s.text, s.seconds, s.who, s.rounds, s.within == WHOLE, s.waits, s.chimes) for s in steps]
