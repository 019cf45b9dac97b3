"""The facilitator's view of a talk, a break or a meal: its line for the room, its time, and what comes next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.activities.plain import ACTIVITY
from facilitator.activities.plain.console.steps_line import StepsLine, title_of
from facilitator.convening.agenda import Block, ChangeBlock, neighbour, the_block
from facilitator.convening.clock import EARLIER, LATER, GoToStep, StartBlock, where
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.steps import Standing
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.convening.words import Say
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Field,
    Kind,
    Label,
    Lines,
    ProgressBar,
    TimerDigits,
    Tone,
    column,
    row,
)

_DIGITS, _NEXT = 168, 380
_NARROWEST = 560


class Panel(QWidget):
    """One line of text that can be mended while it stands on the stage, and the time in large digits."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        # Long words in another language end in an ellipsis; they never widen the window.
        self.setMinimumWidth(_NARROWEST)
        self._block, self._following = block, BlockId("")
        self._box, self._length_ms = Timebox(block), 0
        self._records: Records | None = None
        self._now = 0  # by the room's clock, UTC ms; 0 before it was read
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._next = Button("", self._go_on, key="N", kind=Kind.PRIMARY)
        self._next.setMaximumWidth(_NEXT)
        self._line = PromptField(self._asking)
        self._time = TimerDigits(_DIGITS)
        self._bar = ProgressBar(_("Time that has passed"))
        self._steps = StepsLine()
        self._steps.gone_to.connect(self._go_by)
        head = row(None, STRETCH, self._next)
        column(self, head, self._steps, self._line, 24, self._time, 8, self._bar, STRETCH, gap=8)

    def show_records(self, records: Records) -> None:
        """Show the line, the time, and what comes next."""
        self._records = records
        block = the_block(records, self._block)
        self._box, self._length_ms = records[Timebox].get(self._block, Timebox(self._block)), block.minutes * MINUTE
        self._following = neighbour(records, 1)
        self._line.show_block(block)
        self._show_time()

    def show_time(self, reading: Reading) -> None:
        """Show this moment, by the room's clock."""
        self._now = reading.wall_ms
        self._show_time()

    def acts(self) -> tuple[Act, ...]:
        """What can be done here now, with its key."""
        return (
            Act("N", self._next.accessibleName(), self._go_on, lambda: not self._next.isHidden()),
            Act("E", _("Edit the line"), self._line.setFocus),
        )

    def _show_time(self) -> None:
        found = self._standing()
        self._steps.show_standing(found)
        self._show_next(found)
        if not self._box.began or not self._now:
            self._time.show_time(self._length_ms, Band.PAUSED)
            self._bar.show_share(0)
            return
        left, length = self._box.left(self._now), self._box.length_ms
        if found is not None and (found.left_ms > 0 or found.following is not None):
            left, length = found.left_ms, found.length_ms
        stands = self._box.paused_at or self._box.ended
        band = Band.PAUSED if stands and left > 0 else band_for(left)
        self._time.show_time(left, band)
        self._bar.show_share(1 - left / length if length else 1, band)

    def _standing(self) -> Standing | None:
        """Where the steps stand, None without any, or before the clock was read."""
        return where(self._records, self._block, self._now) if self._records is not None and self._now else None

    def _show_next(self, found: Standing | None) -> None:
        following = found.following if found is not None and not self._box.ended else None
        blocks = self._records[Block] if self._records is not None else {}
        after = blocks.get(self._following)
        self._next.setVisible(following is not None or after is not None)
        if following is not None:
            self._say_next(_("Next step: {title}").format(title=title_of(following)))
        elif after is not None:
            self._say_next(_("Next: {title}").format(title=after.title))

    def _say_next(self, words: str) -> None:
        # The whole of a long one stands in its tip, and in its name.
        if words != self._next.accessibleName():
            self._next.show_text(words)
            self._next.setToolTip(words if self._next.sizeHint().width() > _NEXT else "")

    def _go_on(self) -> None:
        found = self._standing()
        if found is not None and found.following is not None and not self._box.ended:
            self._asking(GoToStep(LATER))
        elif self._following:
            self._asking(StartBlock(self._following))

    def _go_by(self, legs: int) -> None:
        for _leg in range(abs(legs)):
            self._asking(GoToStep(LATER if legs > 0 else EARLIER))


class PromptField(QWidget):
    """The line that the room reads, mended in place; kept on leaving it."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._shown = Block(BlockId(""), "", "plain")
        self._field = Field(_("What the room reads"), Lines.MANY, _("One line of text, or none"))
        self._field.finished.connect(self._keep)
        self.setFocusProxy(self._field)
        asking.refused.connect(self._field.show_refusal)
        asking.granted.connect(lambda: self._field.show_refusal(""))
        hint = Label(_("It changes on the stage and on the phones when you leave the field."), "caption", Tone.SOFT)
        column(self, self._field, hint.wrapping(), gap=4)

    def show_block(self, block: Block) -> None:
        """Show the line as it is, never over somebody's typing."""
        self._shown = block
        self._field.show_text(block.prompt)

    def _keep(self, text: str) -> None:
        if text.strip() != self._shown.prompt:
            self._asking(ChangeBlock(replace(self._shown, prompt=text.strip())))
