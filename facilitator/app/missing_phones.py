"""Phones that were here and went away: a hiccup of the network is told, a phone that sleeps in a pocket is not."""

from __future__ import annotations

import time
from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.console.surroundings import AWAY, Gravity, Trouble
from facilitator.i18n import ngettext

SOON_SECONDS, LONG_SECONDS = 3.0, 60.0
"""A phone comes back by itself within the first; one that is gone for longer than the second went home."""

SEVERAL = 2
"""One phone that is away is asleep; several at once have lost the network, and so has the only one."""


class MissingPhones(QObject):
    """Counts whose phones are away just now. `changed` tells that `trouble` is another one; None says that all is well.

    To be used from the GUI thread.
    """

    changed = Signal()

    def __init__(self, soon_seconds: float = SOON_SECONDS, long_seconds: float = LONG_SECONDS) -> None:
        super().__init__()
        self._soon, self._long = soon_seconds, long_seconds
        self._here: frozenset[str] = frozenset()
        self._gone: dict[str, float] = {}
        self.trouble: Trouble | None = None
        self._look_again = QTimer(self, singleShot=True)
        self._look_again.timeout.connect(self._look)

    def hear(self, here: Collection[str]) -> None:
        """Hear who is here now, while the convening is live."""
        now = time.monotonic()
        for person in self._here.difference(here):
            self._gone[person] = now
        for person in here:
            self._gone.pop(person, None)
        self._here = frozenset(here)
        self._look()

    def forget(self) -> None:
        """Nobody is missed any more: the day is over, or the room is closed."""
        self._here, self._gone = frozenset(), {}
        self._look()

    def _look(self) -> None:
        now = time.monotonic()
        self._gone = {person: since for person, since in self._gone.items() if now - since < self._long}
        missed = sum(now - since >= self._soon for since in self._gone.values())
        is_told = missed >= SEVERAL or (missed > 0 and not self._here)
        trouble = _reconnecting(missed) if is_told else None
        nexts = [since + wait - now for since in self._gone.values() for wait in (self._soon, self._long)]
        ahead = [left for left in nexts if left > 0]
        self._look_again.stop()
        if ahead:
            self._look_again.start(round(min(ahead) * 1000) + 1)
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()


def _reconnecting(count: int) -> Trouble:
    fact = ngettext("Reconnecting {count} phone.", "Reconnecting {count} phones.", count).format(count=count)
    meaning = ngettext(
        "Its ideas wait on the phone and come by themselves.", "Their ideas wait on the phones and come by themselves.",
        count,
    )  # fmt: skip
    return Trouble(AWAY, Gravity.WARNING, fact, meaning)
