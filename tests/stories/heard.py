"""The loudspeaker of the laptop in a story: it draws each chime as the laptop's own would, and tells which it was."""

from __future__ import annotations

import wave
from collections.abc import Generator

from facilitator.convening.cues import Chime
from facilitator.paths import resources


class Speaker:
    """Stands where the laptop's own device is opened; `heard` is what sounded, in its order."""

    def __init__(self) -> None:
        self.heard: list[Chime] = []
        self._lengths = {_length(chime): chime for chime in Chime}

    def open(self, nchannels: int, sample_rate: int, buffersize_msec: int) -> Speaker:
        """Be opened as the device is."""
        assert (nchannels, sample_rate > 0, buffersize_msec > 0) == (1, True, True)
        return self

    def start(self, frames: Generator[memoryview, int, None]) -> None:
        """Draw a whole sound at once; one without a loud sample in it was not heard."""
        drawn, loudest = 0, 0
        try:
            while True:
                piece = frames.send(4410)
                drawn += len(piece)
                loudest = max(loudest, *(abs(sample) for sample in piece))
        except StopIteration:
            if loudest > 1000:
                self.heard.append(self._lengths[drawn])

    def close(self) -> None:
        """There is nothing to let go of."""


def _length(chime: Chime) -> int:
    with wave.open(str(resources() / "sounds" / f"{chime.value}.wav")) as file:
        return int(file.getnframes())
