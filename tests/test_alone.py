"""The tests speak to this machine only, as the room has no internet."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

ELSEWHERE = ("198.51.100.7", 9)
"""An address of the documentation. Source: RFC 5737."""


@pytest.mark.parametrize("ask", [socket.socket.connect, socket.socket.connect_ex])
def test_no_test_reaches_another_machine(ask: Callable[[socket.socket, tuple[str, int]], object]) -> None:
    with socket.socket() as plug, pytest.raises(PermissionError, match="may not connect"):
        ask(plug, ELSEWHERE)


def test_a_test_reaches_this_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door, socket.socket() as plug:
        plug.connect(door.getsockname())
