"""Debian's Chromium as a phone's browser, started once for all tests."""

from __future__ import annotations

import atexit
from functools import cache

from playwright.sync_api import Browser, sync_playwright

from tests.phones.room import HOST_NAME

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--host-resolver-rules=MAP {HOST_NAME} 127.0.0.1",
]  # fmt: skip


@cache
def chromium() -> Browser:
    """Start it. The room is reached by a name: 127.0.0.1 would be a secure context, which no room is."""
    driver = sync_playwright().start()
    atexit.register(driver.stop)
    return driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
