"""The process of the measuring phones, as a benchmark sees it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from concurrent.futures import Future
from typing import Any


class Crowd:
    """Phones in a process of their own that obey orders."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.clients"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def order(self, **order: Any) -> Future[dict[str, Any]]:
        """Give an order; the future tells what was measured."""
        answer: Future[dict[str, Any]] = Future()
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        threading.Thread(target=self._hear, args=(answer,), daemon=True).start()
        return answer

    def end(self) -> None:
        """Send everybody home."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _hear(self, answer: Future[dict[str, Any]]) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if line:
            answer.set_result(json.loads(line))
        else:
            answer.set_exception(RuntimeError("the phones are gone"))
