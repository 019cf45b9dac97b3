"""Plays the day: one place after the other in some fifteen seconds, in a few still pictures where motion is reduced."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.kit.qt.theme import Motion, theme_in_use

_WHOLE_MS, _LEAST_MS, _MOST_MS = 15_000, 60, 600
_STILL_MS, _STILLS = 1500, 10


class Playing(QObject):
    """Goes on from where one looks, or from the beginning at the end. `changed` tells that it began or stopped."""

    changed = Signal()

    def __init__(
        self, place: Callable[[], int], last: Callable[[], int], go: Callable[[int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place, self._last, self._go = place, last, go
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def is_on(self) -> bool:
        """Whether the day is playing."""
        return self._timer.isActive()

    def toggle(self) -> None:
        """Play, or pause."""
        if self.is_on:
            self.pause()
            return
        if self._last() < 2:
            return
        if self._place() >= self._last():
            self._go(1)
        is_still = theme_in_use().motion is Motion.REDUCED
        paced = max(_LEAST_MS, min(_MOST_MS, _WHOLE_MS // self._last()))
        self._timer.start(_STILL_MS if is_still else paced)
        self.changed.emit()

    def pause(self) -> None:
        """Stop where it is."""
        if self.is_on:
            self._timer.stop()
            self.changed.emit()

    def _step(self) -> None:
        is_still = theme_in_use().motion is Motion.REDUCED
        steps = _STILLS if is_still else _WHOLE_MS // _LEAST_MS
        place = min(self._last(), self._place() + max(1, self._last() // steps))
        self._go(place)
        if place >= self._last():
            self.pause()
