"""The port phones come to: the usual ones first, and the same one again after a restart."""

from __future__ import annotations

import contextlib
import socket
import sys

PORTS = (8080, 8000, 8888, 0)
"""Tried in this order; 0 lets the system choose."""

BACKLOG = 2048
_WANTED_DESCRIPTORS = 8192
# On Windows SO_REUSEADDR would let a second program take the port away from us.
_OPTION: int = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)


def listen(ports: tuple[int, ...] = PORTS, host: str = "0.0.0.0") -> socket.socket:  # noqa: S104 - phones must reach it
    """Listen on the first port that is free. Raises OSError when none is."""
    error = OSError("no port was named")
    for port in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, _OPTION, 1)
        try:
            listener.bind((host, port))
            listener.listen(BACKLOG)
        except OSError as refused:
            listener.close()
            error = refused
        else:
            return listener
    raise error


def raise_descriptors() -> int:
    """Let this process hold as many sockets as the system allows it; give that number, 0 if unknown."""
    if sys.platform == "win32":
        return 0
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, _WANTED_DESCRIPTORS)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return soft
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        return wanted
    return soft
