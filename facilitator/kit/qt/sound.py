"""The chime: one soft sound when time is up, played beside the windows; silence where there is no loudspeaker."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from pathlib import Path
from types import ModuleType

from facilitator.paths import resources

_STOP = ""
_LONGEST_WAIT_S = 2.0
_TAIL_S = 0.2


class Chime:
    """Rings on a thread of its own. Nothing is opened before the first ring; a laptop without sound stays silent.

    Always pair a chime with a change that can be seen.
    """

    def __init__(self, sound: Path | None = None) -> None:
        self._sound = sound or resources() / "sounds" / "chime.wav"
        self._asked: queue.Queue[str] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._is_silent = False

    @property
    def is_silent(self) -> bool:
        """Whether this laptop turned out to have no sound; known after the first ring."""
        return self._is_silent

    def ring(self) -> None:
        """Ring once; returns at once. Rings asked for while one sounds follow it, at most one of them."""
        if self._is_silent or self._asked.qsize() > 1:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="chime", daemon=True)
            self._thread.start()
        self._asked.put("ring")

    def stop(self) -> None:
        """End the thread, within two seconds, sounding or not."""
        if self._thread is not None:
            self._asked.put(_STOP)
            self._thread.join(_LONGEST_WAIT_S)
            self._thread = None

    def _work(self) -> None:
        try:
            import miniaudio
        except Exception:  # noqa: BLE001 - whatever is missing, the room goes on without the chime
            self._is_silent = True
            return
        while self._asked.get() != _STOP:
            if not self._is_silent:
                self._play(miniaudio)

    def _play(self, miniaudio: ModuleType) -> None:
        try:
            length = miniaudio.get_file_info(str(self._sound)).duration
            with contextlib.closing(miniaudio.PlaybackDevice()) as device:
                device.start(miniaudio.stream_file(str(self._sound)))
                self._wait(length + _TAIL_S)
        except Exception:  # noqa: BLE001 - no device, no driver, a device taken away: silence, for the rest of the run
            self._is_silent = True

    def _wait(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        while (rest := ends - time.monotonic()) > 0 and not self._is_stopping():
            time.sleep(min(rest, 0.05))

    def _is_stopping(self) -> bool:
        with self._asked.mutex:
            return _STOP in self._asked.queue
