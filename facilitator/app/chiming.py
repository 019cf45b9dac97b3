"""The chimes of an open convening, as loud as this laptop likes them: volume and mute are kept over restarts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from facilitator.convening.cues import Chime
from facilitator.desk.desk import Desk
from facilitator.kit.qt.loudness import Loudness, Volume
from facilitator.kit.qt.sound import Chimes
from facilitator.store import kept
from facilitator.store.workspace import Workspace

VOLUME, MUTED = "chime_volume", "chime_muted"
"""The settings that remember how loud it was: a number from 0 to 1, and "yes" while muted."""


class Chiming:
    """Plays the chimes. `volume` is what people turn; what they turn it to is kept on the desk's own thread."""

    def __init__(self, desk: Desk, chimes: Chimes | None = None) -> None:
        """Begin as loud as this laptop was last."""
        self._desk = desk
        self._chimes = chimes or Chimes()
        told = desk.errand(lambda workspace: kept.settings(workspace.connection)).result()
        self.volume = Volume(_read(told))
        self._chimes.turn_to(self.volume.loudness)
        self.volume.changed.connect(self._turn)

    def play(self, chime: Chime) -> None:
        """Play a chime beside the windows; returns at once."""
        self._chimes.play(chime)

    def ring(self) -> None:
        """Play the chime of an end."""
        self._chimes.play(Chime.END)

    def stop(self) -> None:
        """End what sounds, within two seconds."""
        self._chimes.stop()

    def _turn(self, loudness: Loudness) -> None:
        self._chimes.turn_to(loudness)
        self._desk.errand(partial(_write, loudness))


def _read(settings: Mapping[str, str]) -> Loudness:
    """What was kept; what cannot be read is as if nobody had turned it."""
    usual = Loudness()
    try:
        volume = float(settings.get(VOLUME, usual.volume))
    except ValueError:
        return usual
    return Loudness(volume, settings.get(MUTED) == "yes") if 0 <= volume <= 1 else usual


def _write(loudness: Loudness, workspace: Workspace) -> None:
    kept.set_setting(workspace.connection, VOLUME, f"{loudness.volume:.2f}")
    kept.set_setting(workspace.connection, MUTED, "yes" if loudness.is_muted else "no")
