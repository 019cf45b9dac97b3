"""What looks after the app begins with it, and ends with it."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.app.kept_clock import CLOCK, KeptClock
from facilitator.app.watches import Watches
from facilitator.app.windows import Windows


def watching() -> bool:
    return "stalls" in [thread.name for thread in threading.enumerate()]


def test_they_begin_once_the_folder_is_ours_and_leave_nothing_behind(
    windows: Windows, data_folder: Path, qtbot: QtBot
) -> None:
    before = sys.excepthook
    watches = Watches(data_folder, windows, KeptClock(data_folder))
    assert not data_folder.exists()
    windows.open_sample()

    watches.begin()
    assert not watching()  # what begins is still opening what was open
    qtbot.waitUntil(watching, timeout=5_000)
    assert sys.excepthook is not before
    assert (data_folder / CLOCK).exists()
    watches.rest()
    assert not watching()
    watches.end()

    assert sys.excepthook is before


def test_what_never_began_writes_nothing_when_it_ends(windows: Windows, data_folder: Path) -> None:
    """The folder was another's: a second start ends at once."""
    data_folder.mkdir()

    Watches(data_folder, windows, KeptClock(data_folder)).end()

    assert list(data_folder.iterdir()) == []
