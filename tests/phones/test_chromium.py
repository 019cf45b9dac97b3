"""The browser that stands for the phones is as playwright wants it, but for what we switch off."""

from __future__ import annotations

import psutil
from playwright.sync_api import Browser

from tests.phones.chromium import OFF


def switched_off() -> list[set[str]]:
    """What each argument switches off by which a browser of this process was started; the last one counts."""
    begun = map(words, psutil.Process().children(recursive=True))
    browser = next(said for said in begun if "--headless" in said and not any("--type=" in word for word in said))
    return [set(word.removeprefix(OFF).split(",")) for word in browser if word.startswith(OFF)]


def words(program: psutil.Process) -> list[str]:
    """What a program was started with; nothing if it has just ended."""
    try:
        return list(program.cmdline())
    except psutil.NoSuchProcess:
        return []


def test_whatever_playwright_switches_off_stays_off(browser: Browser) -> None:
    *before, ours = switched_off()

    assert before
    assert set().union(*before) < ours
