"""What a chime says, to be seen: a chip beside the timer, for as long as somebody needs to look up."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from facilitator.convening.cues import Chime
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.widgets.chip import Chip
from facilitator.kit.qt.widgets.label import Tone

SHOWN_MS = 12_000


class ChimeChip(Chip):
    """Hidden but for a while after each chime, heard or muted."""

    def __init__(self, shown_ms: int = SHOWN_MS) -> None:
        super().__init__()
        self._ends = QTimer(self, interval=shown_ms, singleShot=True)
        self._ends.timeout.connect(self.hide)
        self._chime = Chime.END
        self.hide()

    def show_ring(self, chime: Chime, minutes: int) -> None:
        """Say what a chime said, from now on for a while."""
        self._chime = chime
        tone = {Chime.CUE: Tone.WARN, Chime.STEP: Tone.ACCENT}.get(chime, Tone.OVER)
        self.show_state(_words(chime, minutes), tone, "bell-ringing-bold")
        self.show()
        self._ends.start()

    def leave_clock(self) -> None:
        """Another clock is shown from now on: how much was left, or over, was said of the one before."""
        if self._chime in (Chime.CUE, Chime.OVER):
            self.hide()


def _words(chime: Chime, minutes: int) -> str:
    match chime:
        case Chime.CUE:
            return ngettext("{n} min left", "{n} min left", minutes).format(n=minutes)
        case Chime.OVER:
            return ngettext("{n} min over", "{n} min over", minutes).format(n=minutes)
        case Chime.STEP:
            return _("Step over")
        case Chime.END:
            return _("Time is up")
