"""The gateway as the app sees it: a child process, a thread that hears it and a thread that speaks to it."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from facilitator import paths
from facilitator.phones.pipe import LineWriter, read_lines

MOST_WAITING = 20_000
"""Lines that may wait for a gateway. One that reads no more is started anew; nobody waits for it."""

_log = logging.getLogger(__name__)


def command(ports: Sequence[int]) -> list[str]:
    """Say how to start a gateway."""
    return paths.command("--gateway", *(word for port in ports for word in ("--port", str(port))))


class Child:
    """One running gateway."""

    def __init__(self, start: Sequence[str], hear: Callable[[Child, dict[str, Any]], None]) -> None:
        """Start it; `hear` is called on its own thread for each line, and with {"t": "end"} when it has ended."""
        self._hear = hear
        self._process = subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None  # noqa: S101 - both are pipes, as asked for
        self._down = LineWriter(self._process.stdin, "to the phones")
        self._up = threading.Thread(target=self._listen, name="from the phones", daemon=True)
        self._up.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def say(self, said: Mapping[str, Any]) -> None:
        """Queue a line for it. Never waits; a gateway that reads no more is killed."""
        if self._down.waiting() > MOST_WAITING:
            self.kill()
        else:
            self._down.say(said)

    def is_alive(self) -> bool:
        """Tell whether it runs."""
        return self._process.poll() is None

    def exit_status(self) -> int | None:
        """Say how it ended, None while it runs."""
        return self._process.poll()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def stop(self, seconds: float = 3.0) -> None:
        """Close its pipe, which ends it, and wait; kill it when it does not go."""
        self._down.close()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._up.join(seconds)
        self._down.join(seconds)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - a pipe, as asked for
        try:
            read_lines(self._process.stdout, lambda line: self._hear(self, line))
        except (OSError, ValueError) as error:
            _log.warning("the gateway's pipe broke: %s", error)
        self._process.wait()
        self._hear(self, {"t": "end"})
