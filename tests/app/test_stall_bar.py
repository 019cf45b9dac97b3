"""What the console says after its windows did not answer."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from facilitator.app.stall_bar import StallBar
from facilitator.app.windows import Windows
from tests.console.conftest import names, press


def test_it_says_for_how_long_and_that_nothing_was_lost(windows: Windows, qtbot: QtBot) -> None:
    """Fault 28. One plain line, until it is read."""
    StallBar(windows.console).tell(6.2)

    bar = windows.console.home.trouble
    assert bar.words() == "This window did not answer for 6 seconds. Nothing was lost. Phones and timers went on."
    qtbot.waitUntil(lambda: "All right" in names(windows.console), timeout=5_000)
    press(qtbot, windows.console, "All right")
    assert bar.words() == ""
