"""Ports for rooms that have to come back on their own one: no other room of the tests takes it in between."""

from __future__ import annotations

import random
import socket

_OURS = range(20_000, 32_000)
"""Below those that Linux hands out by itself, above those that the app tries first."""


def own_port() -> int:
    """A free port that nobody else asks for, but by a chance of one in thousands."""
    while True:
        port = random.SystemRandom().choice(_OURS)
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if tried.connect_ex(("127.0.0.1", port)):
                return port
