"""Phones in people's hands: a real browser in a thread of its own, which does what it is told while the windows go on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from playwright.sync_api import Browser, Page, sync_playwright

from tests.phones.chromium import ARGUMENTS
from tests.phones.room import HOST_NAME

Done = TypeVar("Done")
Order = tuple[Callable[[Browser], Any], "Future[Any]"]

PATIENCE_MS = 15_000


class Browsing:
    """One browser. Playwright belongs to the thread that started it, and Qt to the main one, so they never meet."""

    def __init__(self) -> None:
        self._orders: queue.SimpleQueue[Order | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="browser", daemon=True)
        self._thread.start()

    def do(self, act: Callable[[Browser], Done]) -> Future[Done]:
        """Let the browser's thread do something."""
        done: Future[Done] = Future()
        self._orders.put((act, done))
        return done

    def close(self) -> None:
        """Close the browser, and wait."""
        self._orders.put(None)
        self._thread.join()

    def _run(self) -> None:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            while (order := self._orders.get()) is not None:
                act, done = order
                try:
                    done.set_result(act(browser))
                except Exception as error:  # noqa: BLE001 - whoever gave the order hears of it
                    done.set_exception(error)
            browser.close()


class Handset:
    """One phone with its screen, as large as most."""

    def __init__(self, browsing: Browsing, port: int) -> None:
        self._browsing = browsing
        self.errors: list[str] = []
        self._page: Page | None = None
        self.opened = browsing.do(lambda browser: self._open(browser, port))

    def do(self, act: Callable[[Page], Done]) -> Future[Done]:
        """Let the person do something with the phone."""

        def on_page(_: Browser) -> Done:
            assert self._page is not None
            return act(self._page)

        return self._browsing.do(on_page)

    def close(self) -> Future[None]:
        """Put the phone away."""
        return self.do(lambda page: page.context.close())

    def _open(self, browser: Browser, port: int) -> None:
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True,
            base_url=f"http://{HOST_NAME}:{port}",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE_MS)
        page = self._page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
