"""Reads the log a few facts at a time, and folds it a few at a time: neither the desk nor the window ever waits."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.console.history.chronicle import Chronicle
from facilitator.convening.facts import Fact, in_order
from facilitator.convening.forgetting import TOMBSTONES

logger = logging.getLogger(__name__)

_AT_ONCE = 60
_WAIT_MS = 5


class Unrolling(QObject):
    """Keeps a chronicle up to the log. `ready` tells that all of it is told, `grew` that facts came at its end.

    `outdated` tells that somebody was forgotten: what was told is let go of, and all is read anew.
    """

    ready = Signal()
    outdated = Signal()
    grew = Signal()
    failed = Signal()

    def __init__(
        self, read: Callable[[int], Future[tuple[Fact, ...]]], make: Callable[[], Chronicle], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ask, self._make = read, make
        self.chronicle = make()
        self._facts: dict[str, Fact] = {}
        self._waiting: list[Fact] = []
        self._tombstones: set[str] = set()
        self._seq = 0
        self._is_reading, self._is_asked_again = False, False
        self.is_ready = False
        self._fold = QTimer(self, interval=0)
        self._fold.timeout.connect(self._fold_some)
        self._answer: Future[tuple[Fact, ...]] = Future()
        self._wait = QTimer(self, interval=_WAIT_MS)
        self._wait.timeout.connect(self._hear)

    def look(self) -> None:
        """Read what is new in the log."""
        if self._is_reading:
            self._is_asked_again = True
            return
        self._is_reading = True
        self._answer = self._ask(self._seq)
        self._wait.start()

    def _hear(self) -> None:
        # Asked for from this thread: an answer that comes on another one would find the page gone, or half gone.
        if not self._answer.done():
            return
        self._wait.stop()
        self._is_reading = False
        try:
            facts = self._answer.result()
        except Exception:
            logger.exception("The log could not be read")
            self.failed.emit()
            return
        if facts:
            self._seq = facts[-1].seq
            self._facts.update({fact.id: fact for fact in facts})
            self._waiting += facts
            self.look()
        elif self._is_asked_again:
            self._is_asked_again = False
            self.look()
        elif tombstones := {fact.id for fact in self._facts.values() if fact.kind in TOMBSTONES} - self._tombstones:
            self._tombstones |= tombstones
            self._begin_anew()
        else:
            self._waiting = in_order(self._waiting)
            self._fold.start()

    def _begin_anew(self) -> None:
        """The log was rewritten: what was read of it before says more than it does now."""
        self._fold.stop()
        self._facts, self._waiting, self._seq = {}, [], 0
        self.chronicle, self.is_ready = self._make(), False
        self.outdated.emit()
        self.look()

    def _fold_some(self) -> None:
        try:
            some = self._folded()
        except Exception:
            # A fact that cannot be told must not be tried again in every frame.
            logger.exception("The log could not be told")
            self._fold.stop()
            self.failed.emit()
            return
        if self._waiting:
            return
        self._fold.stop()
        if not self.is_ready:
            self.is_ready = True
            self.ready.emit()
        elif some:
            self.grew.emit()

    def _folded(self) -> list[Fact]:
        if self._waiting and not self.chronicle.history.is_next(self._waiting[0]):
            # Facts of another laptop have come in between: all is told anew, in the one order.
            self.chronicle, self.is_ready = self._make(), False
            self._waiting = in_order(self._facts.values())
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        self.chronicle.add(some)
        return some
