"""Telling a screen reader what changed: at most one sentence every few seconds, whatever came in between."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

EVERY_S = 4.0
"""Seconds between two sentences: a person hears one out before the next begins."""

_POLITE, _AT_ONCE = QAccessible.AnnouncementPoliteness.Polite, QAccessible.AnnouncementPoliteness.Assertive


class Announcer(QObject):
    """Says what `news` says once something changed: the first change at once, what follows it together, later.

    `news` gives the sentence about everything since it was asked last, "" for nothing worth saying. `clock` counts
    seconds.
    """

    said = Signal(str)
    """This sentence was said."""

    def __init__(self, speaker: QWidget, news: Callable[[], str], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(speaker)
        self._speaker, self._news, self._clock = speaker, news, clock
        self._spoke = clock() - EVERY_S
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.hear)

    def hear(self) -> None:
        """Something changed: say it if the last sentence is long enough ago, else wait for that."""
        left = self._spoke + EVERY_S - self._clock()
        if left > 0:
            if not self._later.isActive():
                self._later.start(round(left * 1000) + 1)
            return
        words = self._news()
        if words:
            self._spoke = self._clock()
            announce(self._speaker, words)
            self.said.emit(words)


def announce(speaker: QWidget, words: str) -> None:
    """Let a screen reader say something when it is done with what it says."""
    _tell(speaker, words, _POLITE)


def warn(speaker: QWidget, words: str) -> None:
    """Let a screen reader say something at once: why a key did nothing, or that it must be pressed once more."""
    _tell(speaker, words, _AT_ONCE)


def _tell(speaker: QWidget, words: str, how: QAccessible.AnnouncementPoliteness) -> None:
    if QAccessible.isActive() and words:
        event = QAccessibleAnnouncementEvent(speaker, words)
        event.setPoliteness(how)
        QAccessible.updateAccessibility(event)
