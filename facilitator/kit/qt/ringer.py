"""The ringer: shown the clocks at each look, it plays the chime that fell due, and tells it to whoever shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from facilitator.convening.cues import MOST_CUES, Chime, Look, Ring, Span, due, weight_of

_REMEMBERED = 4 * MOST_CUES


class Ringer(QObject):
    """Looks are its only clock. `rang` tells each chime that fell due, with its minutes (see Ring), muted or not.

    What falls due at the same look is told one after the other, and only the weightiest is played.
    """

    rang = Signal(Chime, int)

    def __init__(self, play: Callable[[Chime], object], parent: QObject | None = None) -> None:
        """Play through `play`, which knows how loud, and returns at once."""
        super().__init__(parent)
        self._play = play
        self._seen = Look(0)
        self._rung: deque[Ring] = deque(maxlen=_REMEMBERED)

    def look(self, now: int, spans: Sequence[Span], overtime_every: int = 0) -> None:
        """Show the clocks that are on at `now` (UTC ms), with their cues; the first look rings nothing.

        `overtime_every` is in minutes of the block's overtime, 0 for never.
        """
        before, self._seen = self._seen, Look(now, tuple(spans))
        # A wall clock that is set back passes the same moment twice; it has rung already.
        rings = [ring for ring in due(before, self._seen, overtime_every=overtime_every) if ring not in self._rung]
        if not rings:
            return
        self._rung.extend(rings)
        self._play(max(rings, key=weight_of).chime)
        for ring in rings:
            self.rang.emit(ring.chime, ring.minutes)
