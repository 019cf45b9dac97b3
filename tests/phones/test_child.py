"""A gateway's process as the app sees it."""

from __future__ import annotations

import sys
import threading
from typing import Any

from facilitator.phones.child import Child, command

ECHO = "import sys\nfor line in sys.stdin: print(line, end='', flush=True)"


class Ear:
    """Hears lines, and lets a test wait for the end."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Any]] = []
        self.ended = threading.Event()

    def __call__(self, child: Child, line: dict[str, Any]) -> None:
        self.heard.append(line)
        if line == {"t": "end"}:
            self.ended.set()


def test_what_is_said_is_heard_in_order_and_closing_ends_it() -> None:
    ear = Ear()
    child = Child([sys.executable, "-c", ECHO], ear)

    for number in range(20):
        child.say({"n": number})
    child.stop()

    assert ear.heard == [*({"n": number} for number in range(20)), {"t": "end"}]
    assert not child.is_alive()


def test_a_gateway_that_does_not_go_is_killed() -> None:
    ear = Ear()
    child = Child([sys.executable, "-c", "import time; time.sleep(60)"], ear)

    child.stop(0.2)

    assert ear.ended.wait(10)
    assert not child.is_alive()


def test_the_end_of_a_gateway_is_heard() -> None:
    ear = Ear()
    child = Child([sys.executable, "-c", "raise SystemExit(2)"], ear)

    assert ear.ended.wait(10)
    assert child.exit_status() == 2
    child.stop()


def test_the_gateway_is_this_very_program_with_the_ports_to_try() -> None:
    assert command((8080, 0)) == [sys.executable, "-m", "facilitator", "--gateway", "--port", "8080", "--port", "0"]
