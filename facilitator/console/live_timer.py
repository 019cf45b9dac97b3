"""The timer of what runs: large digits, pause, minutes more or less, the steps, and how loud it chimes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.chime_chip import ChimeChip
from facilitator.console.timing import timing_of
from facilitator.console.volume import ChimeControl
from facilitator.convening.agenda import current
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.steps import Step
from facilitator.convening.timebox import Timebox
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.loudness import Volume
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, IconButton, Size
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.qt.widgets.timer import ProgressBar, TimerDigits

_SMALL = 26


class LiveTimer(QWidget):
    """Truth is the block's clock; this only reads it. `ring` lets the chime be heard while it is turned to `volume`."""

    def __init__(self, acts: Mapping[str, Act], ring: Callable[[], object], volume: Volume) -> None:
        super().__init__()
        self._records: Records | None = None
        self._title = LineLabel("", "caption", Tone.SOFT)
        self._title.setFont(theme_in_use().sized(12, 600))
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._until = Label("", "caption", Tone.SOFT).ticking()
        self._digits = TimerDigits(56)
        self._bar = ProgressBar(_("Time of this block that is over"))
        self._pause = Button.for_act(acts["pause"], icon="pause-fill", size=Size.LARGE)
        self._less, self._more = (Button.for_act(acts[name], size=Size.SMALL) for name in ("less", "more"))
        self._less.show_text(_("−1 min"))
        self._more.show_text(_("+1 min"))
        self._few, self._many = _five(acts["five_less"], "−5"), _five(acts["five_more"], "+5")
        self._step, self._block = (Label("", "caption", Tone.SOFT).ticking() for _level in range(2))
        # An arrow points the way of reading.
        arrows = ("arrow-left-bold", "arrow-right-bold")
        back, on = reversed(arrows) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else arrows
        self._back = IconButton(back, acts["step_back"].title, acts["step_back"].do, key="P", side=_SMALL)
        self._on = IconButton(on, acts["step_later"].title, acts["step_later"].do, key="N", side=_SMALL)
        self._steps = QWidget()
        self.chime = ChimeControl(volume, ring)
        self.rang = ChimeChip()
        # As high as the chip that comes and goes beside it, so that nothing below moves.
        self._title.setFixedHeight(self.rang.sizeHint().height())
        self._lay_out()

    def show_records(self, records: Records) -> None:
        """Take the clock of the live block."""
        self._records = records
        live = current(records)
        box = records[Timebox].get(live, Timebox(BlockId("")))
        runs = bool(box.started) and not box.ended
        for button in (self._pause, self._less, self._more, self._few, self._many):
            button.setEnabled(runs)
        self._pause.show_text(_("Go on") if box.paused_at else _("Pause"))
        self._pause.show_icon("play-fill" if box.paused_at else "pause-fill")
        self._steps.setVisible(runs and any(step.block == live for step in records[Step].values()))

    def show_time(self, reading: Reading) -> None:
        """Show the time that is left at this moment."""
        if self._records is None:
            return
        told = timing_of(self._records, reading)
        if told.title != self._title.whole():
            self._title.show_text(told.title)
            self.rang.leave_clock()
        self._until.setText(told.until)
        self._digits.show_time(told.left_ms, told.band)
        self._bar.show_share(told.share, told.band)
        self._step.setText(told.step)
        self._block.setText(told.block)
        self._block.set_tone(Tone.OVER if told.is_over else Tone.SOFT)

    def show_acts(self, acts: Mapping[str, Act]) -> None:
        """Show which way the steps can go now."""
        self._back.setEnabled(acts["step_back"].is_enabled())
        self._on.setEnabled(acts["step_later"].is_enabled())

    def _lay_out(self) -> None:
        row(self._steps, self._step, STRETCH, self._back, self._on, gap=2)
        column(
            self,
            row(None, self._title, self.rang, self._until),
            row(None, self._digits, STRETCH, self._pause),
            2,
            self._bar,
            self._steps,
            row(None, self._block, STRETCH, self._few, self._many, gap=6),
            row(None, self._less, self._more, STRETCH, self.chime),
            gap=4,
            padding=(8, 16, 10, 16),
        )


def _five(act: Act, text: str) -> Button:
    made = Button(text, act.do, size=Size.SMALL)
    made.setFixedHeight(_SMALL)
    made.setToolTip(act.title)
    made.setAccessibleDescription(act.title)
    return made
