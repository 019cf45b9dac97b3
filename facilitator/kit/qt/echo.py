"""The echo: what the desk tells from its own thread reaches the windows, gathered, at most once a frame."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

Told = TypeVar("Told")
Listener = Callable[[Sequence[Told]], None]

_FRAME_MS = 16


class _Bell(QObject):
    """Rings from any thread; the GUI thread hears it when it gets to it."""

    rung = Signal()


class Echo(Generic[Told]):
    """Bridges the telling thread into Qt. Give `tell` to the desk; `listen` from the GUI thread.

    A listener that fails is reported through `sys.excepthook`, and everybody else, and the next telling, is heard.
    """

    def __init__(self, frame_ms: int = _FRAME_MS) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Told] = []
        self._is_rung = False
        self._listeners: list[Listener[Told]] = []
        self._frame_ms = frame_ms
        self._flushed_at = 0.0
        self._bell = _Bell()
        self._bell.rung.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._pause = QTimer(self._bell)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._flush)

    def tell(self, told: Told) -> None:
        """Pass on one telling; safe from any thread, returns at once."""
        with self._lock:
            self._waiting.append(told)
            if self._is_rung:
                return
            self._is_rung = True
        self._bell.rung.emit()

    def listen(self, listener: Listener[Told]) -> None:
        """Hear all tellings from now on, in the GUI thread, in the order they were told."""
        self._listeners.append(listener)

    def forget(self, listener: Listener[Told]) -> None:
        """Hear no more; whoever does not hear stays so."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def _hear(self) -> None:
        passed_ms = (time.monotonic() - self._flushed_at) * 1000
        rest = self._frame_ms - passed_ms
        if rest <= 0:
            self._flush()
        elif not self._pause.isActive():
            self._pause.start(round(rest) or 1)

    def _flush(self) -> None:
        self._flushed_at = time.monotonic()
        with self._lock:
            # The flag goes first: were it cleared after the listeners, one that fails would leave the windows deaf.
            self._is_rung = False
            told, self._waiting = self._waiting, []
        if not told:
            return
        for listener in tuple(self._listeners):
            try:
                listener(told)
            except Exception:  # noqa: BLE001 - one face that fails must not silence the others
                sys.excepthook(*sys.exc_info())
