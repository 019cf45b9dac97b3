"""Debian's Chromium as a phone's browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

OFF = "--disable-features="
_BY_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion",
)  # fmt: skip
"""What playwright switches off. Of two such arguments Chromium hears only the last, so that ours has to say all of it."""

_BY_US = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
"""The lists under the address bar: no phone here shows one, but each window loads both, which took longer than our page."""

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP *.test 127.0.0.1",
    OFF + ",".join((*_BY_PLAYWRIGHT, *_BY_US)),
]  # fmt: skip


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """Start it for a while, with `more` arguments. The room is reached by a name: 127.0.0.1 would be a secure context, which no room is.

    While it is there, this thread has a running event loop: nobody else may call asyncio.run.
    """
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=[*ARGUMENTS, *more])
        yield browser
        browser.close()
