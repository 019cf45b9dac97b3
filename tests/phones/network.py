"""A network of its own for a test: a laptop's Wi-Fi and a phone's, joined by a cable, in namespaces of the kernel."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

_NEW_NETWORK = 0x4000_0000
_libc = ctypes.CDLL(None, use_errno=True)

LAPTOP, PHONE = "10.42.0.1", "10.42.0.22"

needs_networks = pytest.mark.skipif(
    os.geteuid() != 0 or subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode != 0,
    reason="only root may make networks",
)
"""Marks a test that makes a network of its own."""


def ip(*words: str) -> None:
    """Run `ip` in the network of this thread."""
    subprocess.run(["ip", *words], check=True, capture_output=True)


class Air:
    """Two networks joined by one cable: `wlan0` of the laptop, which is this thread's, and `wlan0` of a phone."""

    def __init__(self) -> None:
        """Join them."""
        self._phone = subprocess.Popen(["unshare", "-n", "sleep", "600"])
        while Path(f"/proc/{self._phone.pid}/ns/net").readlink() == Path("/proc/thread-self/ns/net").readlink():
            assert self._phone.poll() is None
        ip("link", "set", "lo", "up")
        ip("link", "add", "wlan0", "type", "veth", "peer", "name", "phone0")
        ip("link", "set", "phone0", "netns", str(self._phone.pid))
        self.have(LAPTOP)
        for words in (
            ("link", "set", "lo", "up"),
            ("addr", "add", f"{PHONE}/24", "dev", "phone0"),
            ("link", "set", "phone0", "up"),
        ):
            subprocess.run(self.on_phone(["ip", *words]), check=True)
        # Both ends are up; the kernel says a moment later, up to a second, that the air carries.
        while not psutil.net_if_stats()["wlan0"].isup:
            assert self._phone.poll() is None

    def have(self, address: str) -> None:
        """Give the laptop this address."""
        ip("addr", "add", f"{address}/24", "dev", "wlan0")
        ip("link", "set", "wlan0", "up")

    def lose(self, address: str) -> None:
        """Take an address from the laptop."""
        ip("addr", "del", f"{address}/24", "dev", "wlan0")

    def on_phone(self, command: Sequence[str]) -> list[str]:
        """Say how to run a command in the phone's network."""
        return ["nsenter", "-t", str(self._phone.pid), "-n", *command]

    def close(self) -> None:
        """Take the networks away."""
        self._phone.kill()
        self._phone.wait()


@contextmanager
def air() -> Iterator[Air]:
    """Move this thread, and every thread and process it starts, into a network of its own for a while."""
    before = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    assert _libc.unshare(_NEW_NETWORK) == 0, os.strerror(ctypes.get_errno())
    try:
        made = Air()
        try:
            yield made
        finally:
            made.close()
    finally:
        assert _libc.setns(before, _NEW_NETWORK) == 0
        os.close(before)
