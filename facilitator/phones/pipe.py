"""The pipe between gateway and desk: a line of JSON each, read and written on threads of their own."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from typing import IO, Any

_log = logging.getLogger(__name__)


def line_of(said: Mapping[str, Any]) -> bytes:
    """Write one line."""
    return json.dumps(said, separators=(",", ":")).encode() + b"\n"


def read_lines(source: IO[bytes], hear: Callable[[dict[str, Any]], None]) -> None:
    """Hear every line until the other side closes. A line that is no JSON object is logged and dropped."""
    for raw in source:
        try:
            line = json.loads(raw)
        except (ValueError, RecursionError):
            _log.warning("dropped a line of %d bytes that is no JSON", len(raw))
            continue
        if isinstance(line, dict):
            hear(line)


class LineWriter:
    """Writes lines on a thread, all that wait in one write, so that whoever speaks never waits."""

    def __init__(self, target: IO[bytes], name: str) -> None:
        """Write to this end of a pipe."""
        self._target = target
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def say(self, said: Mapping[str, Any]) -> None:
        """Queue one line."""
        self._queue.put(line_of(said))

    def waiting(self) -> int:
        """Count the lines that wait."""
        return self._queue.qsize()

    def close(self) -> None:
        """Write what waits, then close the pipe."""
        self._queue.put(None)

    def join(self, timeout: float) -> None:
        """Wait until all is written."""
        self._thread.join(timeout)

    def _run(self) -> None:
        is_open = True
        while is_open:
            lines = [self._queue.get()]
            while True:
                try:
                    lines.append(self._queue.get_nowait())
                except Empty:
                    break
            is_open = None not in lines
            try:
                self._target.write(b"".join(line for line in lines if line is not None))
                self._target.flush()
            except (OSError, ValueError):  # the other side is gone: whoever minds will notice by the silence
                is_open = False
        try:
            self._target.close()
        except OSError:
            _log.debug("the pipe was broken already")
