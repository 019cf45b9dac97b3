"""What was damaged: the newest good backup is opened in its place, once, and the bar says what may be missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.app import bars, recovering
from facilitator.app.recovery import Bar
from facilitator.convening.words import Refusal
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.reading import Reading


class Mending:
    """Tells of what was restored at the start, and restores what is found damaged only later."""

    def __init__(self, bar: Bar, look: Callable[[], Reading], see_backups: Callable[[], None]) -> None:
        self._bar, self._look, self._see_backups = bar, look, see_backups
        self._mended: set[str] = set()

    def tell(self, opened: recovering.Recovered | None) -> None:
        """Say what was damaged and what is open instead; nothing in the common case."""
        for restored in opened.restored if opened else ():
            acts = (Act("", _("See backups"), self._see_backups), bars.understood(bars.DAMAGED, self._bar.settle))
            self._bar.tell(bars.restored(restored, self._look(), acts))

    def mend(self, refusal: Refusal, convening: str, let_go: Callable[[], Path]) -> recovering.Recovered | None:
        """Open the newest good backup, once for a convening that cannot be read; that may not be able to read it.

        `let_go` closes the damaged workspace and gives its folder. None when nothing was mended, which is told.
        """
        if refusal.code != "file.damaged" or convening in self._mended:
            self._bar.tell(bars.not_opened(refusal, self._bar.settle))
            return None
        self._mended.add(convening)
        try:
            return recovering.recover(let_go(), self._look().wall_ms)
        except Refusal as failed:
            self._bar.tell(bars.not_opened(failed, self._bar.settle))
            return None
