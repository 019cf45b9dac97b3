"""The timer of the block that runs: large digits, pause, a minute more or less, and how loud it chimes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.chime_chip import ChimeChip
from facilitator.console.volume import ChimeControl
from facilitator.convening.agenda import Block, current
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.bands import Band, band_for
from facilitator.kit.qt.loudness import Volume
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.button import Button, Size
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import Label, LineLabel, Tone
from facilitator.kit.qt.widgets.timer import ProgressBar, TimerDigits


class LiveTimer(QWidget):
    """Truth is the block's clock; this only reads it. `ring` lets the chime be heard while it is turned to `volume`."""

    def __init__(self, acts: Mapping[str, Act], ring: Callable[[], object], volume: Volume) -> None:
        super().__init__()
        self._box = Timebox(BlockId(""))
        self._title = LineLabel("", "caption", Tone.SOFT)
        self._title.setFont(theme_in_use().sized(12, 600))
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._until = Label("", "caption", Tone.SOFT).ticking()
        self._digits = TimerDigits(56)
        self._bar = ProgressBar(_("Time of this block that is over"))
        self._pause = Button.for_act(acts["pause"], icon="pause-fill", size=Size.LARGE)
        self._less = Button.for_act(acts["less"], size=Size.SMALL)
        self._more = Button.for_act(acts["more"], size=Size.SMALL)
        self._less.show_text(_("−1 min"))
        self._more.show_text(_("+1 min"))
        self.chime = ChimeControl(volume, ring)
        self.rang = ChimeChip()
        # As high as the chip that comes and goes beside it, so that nothing below moves.
        self._title.setFixedHeight(self.rang.sizeHint().height())
        column(
            self,
            row(None, self._title, self.rang, self._until),
            row(None, self._digits, STRETCH, self._pause),
            2,
            self._bar,
            4,
            row(None, self._less, self._more, STRETCH, self.chime),
            gap=4,
            padding=(9, 16, 14, 16),
        )

    def show_records(self, records: Records) -> None:
        """Take the clock of the live block."""
        live = current(records)
        block = records[Block].get(live)
        box = records[Timebox].get(live, Timebox(live))
        self._box = box
        self._title.show_text(block.title if block is not None else _("Nothing runs yet"))
        runs = bool(box.started) and not box.ended
        for button in (self._pause, self._less, self._more):
            button.setEnabled(runs)
        self._pause.show_text(_("Go on") if box.paused_at else _("Pause"))
        self._pause.show_icon("play-fill" if box.paused_at else "pause-fill")

    def show_time(self, reading: Reading) -> None:
        """Show the time that is left at this moment."""
        box = self._box
        left = box.left(reading.wall_ms) if box.started else 0
        band = self._band(left)
        self._digits.show_time(left, band)
        self._bar.show_share(1 - left / box.length_ms if box.length_ms else 0.0, band)
        self._until.setText(self._until_words(reading))

    def _band(self, left: int) -> Band:
        if not self._box.started:
            return Band.RUNNING
        return Band.PAUSED if self._box.paused_at or self._box.ended else band_for(left)

    def _until_words(self, reading: Reading) -> str:
        box = self._box
        if not box.started:
            return ""
        minutes = _("{minutes} min").format(minutes=box.length_ms // MINUTE)
        if not box.is_running:
            return minutes
        return _("{minutes} · ends {time}").format(minutes=minutes, time=reading.time_at(box.started + box.length_ms))
