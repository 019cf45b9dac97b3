"""A live room with its doors open, for every test of phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.phones.chromium import chromium
from tests.phones.room import HOST_NAME, Phone, Room


@pytest.fixture
def room(data_folder: Path) -> Iterator[Room]:
    """A live room that begins with its welcome."""
    made = Room(data_folder)
    made.open()
    yield made
    made.close()


@pytest.fixture
def phone(room: Room) -> Callable[[], Phone]:
    """Hand out phones."""
    return lambda: Phone(room.bridge.port)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file."""
    with chromium() as started:
        yield started


@pytest.fixture
def screen(room: Room, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Hand out phones with a screen; any error of a page's script fails the test."""
    errors: list[str] = []
    opened: list[BrowserContext] = []

    def hand_out(width: int = 390, height: int = 844, **how: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=True, is_mobile=True,
            base_url=f"http://{HOST_NAME}:{room.bridge.port}", **how,
        )  # fmt: skip
        context.set_default_timeout(15_000)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
        return page

    yield hand_out
    for context in opened:
        context.close()
    assert not errors
