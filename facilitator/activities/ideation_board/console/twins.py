"""Looks in the background which ideas say nearly the same, a few milliseconds at a time."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.activities.ideation_board.rules import pair_id
from facilitator.kit.alike import Likeness

MOST_PAIRS = 30
"""So many pairs are pointed out at most: who settles them sees the next ones."""

_SLICE_S = 0.004


class TwinWatch(QObject):
    """Compares ideas as they come. It never merges: it only knows which look alike."""

    found = Signal()
    """All ideas are compared, and what looks alike is not what looked alike before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known = Likeness()
        self._texts: dict[str, str] = {}
        self._apart: frozenset[str] = frozenset()
        self._waiting: list[str] = []
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._go_on = QTimer(self)
        self._go_on.setSingleShot(True)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(self._compare)

    def show_ideas(self, texts: Mapping[str, str], apart: Collection[str]) -> None:
        """Compare these ideas (id -> text), in the order they are read; `apart` names the pairs that are not alike."""
        if dict(texts) == self._texts and frozenset(apart) == self._apart:
            return
        self._texts, self._apart = dict(texts), frozenset(apart)
        for gone in self._known.known().keys() - self._texts.keys():
            self._known.forget(gone)
        self._waiting = [card for card, text in reversed(self._texts.items()) if not self._known.knows(card, text)]
        self._go_on.start()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that look alike, those read first before the others; thirty at most."""
        return self._pairs

    def twins(self, card: str) -> tuple[str, ...]:
        """The ideas that look like this one."""
        found = (other for other in self._known.twins(card) if self._is_pair(card, other))
        return tuple(sorted(found, key=list(self._texts).index))

    def is_done(self) -> bool:
        """Whether all ideas are compared."""
        return not self._waiting and not self._go_on.isActive()

    def _compare(self) -> None:
        began = time.perf_counter()
        while self._waiting and time.perf_counter() - began < _SLICE_S:
            card = self._waiting.pop()
            self._known.learn(card, self._texts[card])
        if self._waiting:
            self._go_on.start()
            return
        places = {card: place for place, card in enumerate(self._texts)}
        pairs = (
            (card, other)
            for card, place in places.items()
            for other in sorted(self._known.twins(card), key=places.__getitem__)
            if place < places[other] and self._is_pair(card, other)
        )
        first = tuple(islice(pairs, MOST_PAIRS))
        if first != self._pairs:
            self._pairs = first
            self.found.emit()

    def _is_pair(self, card: str, other: str) -> bool:
        return pair_id(card, other) not in self._apart
