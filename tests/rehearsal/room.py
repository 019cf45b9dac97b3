"""A served room to rehearse in: the real command, in a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.ports import own_port


@contextmanager
def served(folder: Path, block: str) -> Iterator[dict[str, Any]]:
    """Serve the sample with a block live; gives what the command said: url, code, port, convening."""
    serve = ("serve", "--sample", "--block", block, "--port", str(own_port()))
    process = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *serve],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()
        assert process.returncode == 0


def address(said: dict[str, Any]) -> str:
    """Where a phone on this machine joins."""
    return f"http://127.0.0.1:{said['port']}/j/{said['code']}"
