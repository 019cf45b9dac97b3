"""The simulated participants as the rehearsal sees them: a child process that is given orders."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


class Crowd:
    """A process full of participants. Orders are answered one after the other."""

    def __init__(self, seed: int) -> None:
        """Start it."""
        start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
        self._process = subprocess.Popen(
            [*start, "--participants"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._say({"seed": seed})

    def order(self, order: dict[str, Any]) -> Future[list[dict[str, Any]]]:
        """Give an order; the future tells what was said, or raises RuntimeError when it could not be done."""
        answer: Future[list[dict[str, Any]]] = Future()
        self._say(order)
        threading.Thread(target=self._hear, args=(answer,), daemon=True).start()
        return answer

    def send_home(self) -> None:
        """End it, and wait."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _say(self, order: dict[str, Any]) -> None:
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()

    def _hear(self, answer: Future[list[dict[str, Any]]]) -> None:
        line = self._process.stdout.readline() if self._process.stdout is not None else ""
        heard: dict[str, Any] = json.loads(line) if line else {"failed": "the participants are gone"}
        if "failed" in heard:
            answer.set_exception(RuntimeError(heard["failed"]))
        else:
            answer.set_result(heard["said"])


Wait = Callable[["Future[Any]"], Any]
"""How the rehearsal waits for a future: with windows, while they go on painting."""
