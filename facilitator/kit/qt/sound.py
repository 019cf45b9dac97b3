"""The chimes: soft sounds beside the windows, one at a time; silence where there is no loudspeaker."""

from __future__ import annotations

import contextlib
import logging
import threading
import wave
from array import array
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Protocol

from facilitator.convening.cues import Chime
from facilitator.kit.qt.loudness import Loudness
from facilitator.paths import resources

logger = logging.getLogger(__name__)

_LONGEST_WAIT_S = 2.0
_TAIL_S = 0.4
_BUFFER_MS = 100

Frames = Generator["array[int]", int, None]
"""What a loudspeaker draws from: it is sent how many samples are wanted, and yields them."""


class Loudspeaker(Protocol):
    """What sounds: one channel of 16 bits."""

    def start(self, callback_generator: Frames) -> None:
        """Begin to draw samples."""

    def close(self) -> None:
        """Stop drawing, and let go of the device."""


def laptops_own(rate: int) -> Loudspeaker:
    """Open the loudspeaker of this laptop. Raises whatever the system has to say when there is none."""
    import miniaudio

    speaker: Loudspeaker = miniaudio.PlaybackDevice(nchannels=1, sample_rate=rate, buffersize_msec=_BUFFER_MS)
    return speaker


class Chimes:
    """Plays chimes on a thread of its own. Nothing is opened before the first; a laptop without sound stays silent.

    A loudspeaker that goes away after it has sounded is looked for again at the next chime. Always pair a chime with a
    change that can be seen.
    """

    def __init__(self, folder: Path | None = None, open_speaker: Callable[[int], Loudspeaker] = laptops_own) -> None:
        """Play the files of a folder, ours unless another is named; `open_speaker` is given the samples a second."""
        self._folder = folder or resources() / "sounds"
        self._open_speaker = open_speaker
        self._loudness = Loudness()
        self._news = threading.Condition()
        self._waiting: list[Chime] = []
        self._thread: threading.Thread | None = None
        self._is_stopping, self._is_played = False, False
        self._is_silent, self._has_sounded, self._is_told = False, False, False

    @property
    def is_silent(self) -> bool:
        """Whether this laptop turned out to have no sound; known after the first chime."""
        return self._is_silent

    def turn_to(self, loudness: Loudness) -> None:
        """Be so loud from now on, also in the chime that sounds now."""
        self._loudness = loudness

    def play(self, chime: Chime) -> None:
        """Play a chime; returns at once. While another sounds the newest asked for waits; muted ones are not played."""
        if self._is_silent or not self._loudness.gain:
            return
        with self._news:
            self._waiting = [chime]
            self._news.notify_all()
        if self._thread is None:
            self._is_stopping = False
            self._thread = threading.Thread(target=self._work, name="chime", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End the thread, within two seconds, sounding or not."""
        if self._thread is None:
            return
        with self._news:
            self._is_stopping = True
            self._news.notify_all()
        self._thread.join(_LONGEST_WAIT_S)
        self._thread = None

    def _work(self) -> None:
        while (asked := self._next()) and not self._is_silent:
            self._try(asked[0])

    def _next(self) -> list[Chime]:
        """Wait for a chime; none when it is time to stop."""
        with self._news:
            self._news.wait_for(lambda: self._waiting or self._is_stopping)
            asked, self._waiting = self._waiting, []
            return [] if self._is_stopping else asked

    def _try(self, chime: Chime) -> None:
        try:
            self._sound(chime)
        except Exception as error:  # noqa: BLE001 - whatever is missing, the room goes on without the chime
            self._is_silent = not self._has_sounded
            if not self._is_told:
                self._is_told = True
                logger.info("No chime can be heard: %s", error)

    def _sound(self, chime: Chime) -> None:
        with wave.open(str(self._folder / f"{chime.value}.wav"), "rb") as file:
            rate, samples = file.getframerate(), array("h", file.readframes(file.getnframes()))
        with contextlib.closing(self._open_speaker(rate)) as speaker:
            self._is_played = False
            frames = self._frames(samples)
            next(frames)
            speaker.start(frames)
            # One that went away draws nothing any more, and is not waited for much longer than the chime is long.
            self._wait(len(samples) / rate + _LONGEST_WAIT_S, lambda: self._is_played)
            self._wait(_TAIL_S, lambda: False)

    def _wait(self, seconds: float, is_done: Callable[[], bool]) -> None:
        with self._news:
            self._news.wait_for(lambda: self._is_stopping or is_done(), seconds)

    def _frames(self, samples: array[int]) -> Frames:
        wanted = yield array("h")
        at, gain = 0, self._loudness.gain
        while at < len(samples):
            self._has_sounded = True
            piece = samples[at : at + wanted]
            before, gain = gain, self._loudness.gain
            # From one loudness to another in a slope: a leap would click.
            slope = (gain - before) / max(1, len(piece))
            yielded = array("h", (round(each * (before + slope * place)) for place, each in enumerate(piece)))
            at += wanted
            wanted = yield yielded
        with self._news:
            self._is_played = True
            self._news.notify_all()
