"""How loud this laptop chimes: one volume and one mute for all its windows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Loudness:
    """A volume from 0 to 1, and whether the chimes are muted; muting forgets no volume."""

    volume: float = 0.8
    is_muted: bool = False

    @property
    def gain(self) -> float:
        """What each sample is multiplied by: ears hear powers, so half the volume is a quarter of the gain."""
        return 0.0 if self.is_muted else self.volume**2


class Volume(QObject):
    """The loudness of the chimes, and who wants to know when it changes. `changed` tells the new Loudness."""

    changed = Signal(Loudness)

    def __init__(self, loudness: Loudness | None = None) -> None:
        """Begin with what was kept, or with the usual loudness."""
        super().__init__()
        self._loudness = loudness or Loudness()

    @property
    def loudness(self) -> Loudness:
        """How loud it is now."""
        return self._loudness

    def turn_to(self, volume: float) -> None:
        """Be so loud, from 0 to 1; what lies beyond is taken as the end it lies at. Whoever turns it wants to hear."""
        self._become(Loudness(min(1.0, max(0.0, round(volume, 2)))))

    def toggle_mute(self) -> None:
        """Be silent, or as loud as before."""
        self._become(replace(self._loudness, is_muted=not self._loudness.is_muted))

    def _become(self, loudness: Loudness) -> None:
        if loudness != self._loudness:
            self._loudness = loudness
            self.changed.emit(loudness)
