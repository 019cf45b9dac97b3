"""Runs of the app as a process: however it is ended, it ends in order, and a crash leads back to where it was."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.running import ways_of
from facilitator.app.windows import Windows
from facilitator.rehearsal.phone import Phone
from tests.app.left import leave_the_sample_live
from tests.stories.started import Started

MOST_SECONDS = 30.0


def start(folder: Path, *asked: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *asked],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_sample(folder: Path, process: subprocess.Popen[str]) -> None:
    """Wait until the sample is told whole."""
    until = time.monotonic() + MOST_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if (folder / "workspace.db").exists():
            connection = sqlite3.connect(f"file:{folder / 'workspace.db'}?mode=ro", uri=True)
            try:
                if connection.execute("select 1 from setting where name = ?", (house.SAMPLE,)).fetchone():
                    return
            except sqlite3.OperationalError:
                pass
            finally:
                connection.close()
        go_on(process)
    raise AssertionError(f"the sample did not open: {process.poll()}")


def go_on(process: subprocess.Popen[str]) -> None:
    """Give the other process a moment to get somewhere."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(0.02)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """How it ended, and what it said that a person should not read."""
    try:
        _, said = process.communicate(timeout=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    # The offscreen platform has no window manager to hint at.
    lines = [line for line in said.splitlines() if "propagateSizeHints" not in line]
    return process.returncode, "\n".join(lines)


@pytest.mark.parametrize("times", [pytest.param(3), pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.timeout(900)
def test_a_polite_end_leaves_nothing_behind_and_nothing_said(data_folder: Path, times: int) -> None:
    def open_and_end(turn: int) -> tuple[int, str]:
        folder = data_folder / str(turn)
        process = start(folder, "--sample")
        wait_for_sample(folder, process)
        process.send_signal(signal.SIGTERM)
        return ended(process)

    with ThreadPoolExecutor(2) as hands:
        ends = list(hands.map(open_and_end, range(times)))

    assert ends == [(0, "")] * times


def test_an_end_in_the_middle_of_opening_waits_until_that_is_done(data_folder: Path) -> None:
    process = start(data_folder, "--sample")
    until = time.monotonic() + MOST_SECONDS
    while not (data_folder / "workspace.db").exists() and time.monotonic() < until:
        go_on(process)

    process.send_signal(signal.SIGTERM)

    assert ended(process) == (0, "")


CLOSED_BY_HAND = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from facilitator.app.picturing import application
from facilitator.app.running import run_windows
from facilitator.console.window import ConsoleWindow
from facilitator.stage.window import StageWindow

application()

def close():
    shown = QApplication.topLevelWidgets()
    console = next((window for window in shown if isinstance(window, ConsoleWindow)), None)
    stage = next((window for window in shown if isinstance(window, StageWindow)), None)
    if console is not None and stage is not None:
        stage.show()
        console.close()
        look.stop()

look = QTimer()
look.timeout.connect(close)
look.start(50)
sys.exit(run_windows(Path(sys.argv[1]), opens_sample=True))
"""


def test_closing_the_console_ends_the_app_though_the_stage_is_open(data_folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", CLOSED_BY_HAND, str(data_folder)], stderr=subprocess.PIPE, text=True
    )

    assert ended(process) == (0, "")


ONE_MORE = {"text": "one more"}


def keep_talking(url: str, acknowledged: list[str]) -> None:
    """Phones that say one idea after the other until nobody listens, or another room does: ports are taken again."""

    async def talk() -> None:
        phone = Phone(url)
        await phone.enter()
        await phone.say("room", "join", {"name": ""})
        while (said := await asyncio.wait_for(phone.say("ideation_board", "add_idea", ONE_MORE), 2)).status == 200:
            acknowledged.append(said.id)

    async def all_talk() -> None:
        await asyncio.gather(*(talk() for _ in range(4)), return_exceptions=True)

    asyncio.run(all_talk())


@pytest.mark.parametrize("times", [pytest.param(1), pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.timeout(1800)
def test_an_end_in_the_middle_of_everything_is_soon_and_quiet(data_folder: Path, times: int) -> None:
    """Fault 5. Closed while phones speak and a summary is made: it ends at once, with 0, and nothing is lost."""
    leave_the_sample_live(data_folder)
    took, acknowledged = list[float](), list[str]()
    for _ in range(times):
        with Started(data_folder, "--sample") as app:
            app.until_painted("Live")
            talking = threading.Thread(target=keep_talking, args=(app.join_url(), acknowledged))
            before = len(acknowledged)
            talking.start()
            app.until(lambda: len(acknowledged) > before + 5)  # noqa: B023 - asked at once
            app.do("press Ctrl+P")
            app.until(app.summary)
            began = time.monotonic()
            app.do("close")

            assert app.ended() == (0, "")
            took.append(time.monotonic() - began)
            talking.join()
    with contextlib.closing(sqlite3.connect(data_folder / "workspace.db")) as connection:
        cards = {key for (key,) in connection.execute("select id from card")}
    assert not {f"{key}.1" for key in acknowledged} - cards
    print(f"closed in the middle of everything: worst {max(took):.2f} s")
    if times >= 100:
        # The figure of the catalogue; measured only in the night, when nothing else runs.
        assert max(took) <= 2.0


@pytest.mark.parametrize(
    "times", [pytest.param(2), pytest.param(4, marks=pytest.mark.long), pytest.param(200, marks=pytest.mark.long)]
)
@pytest.mark.timeout(1800)
def test_started_used_and_closed_many_times_it_always_ends_well(data_folder: Path, times: int) -> None:
    """Fault 6. Started, used and closed with all of Python's own checks on: every end is a clean one."""

    def use(turn: int) -> tuple[int, str]:
        folder = data_folder / str(turn)
        with Started(folder, "--sample", more={"PYTHONDEVMODE": "1"}) as app:
            app.until_painted("Live")
            app.do("press Ctrl+L")
            app.until(app.port)
            app.do("press Shift+N")
            app.do("press B")
            app.do("close")
            status, said = app.ended()
        # With these checks on, asyncio also tells how long things took; that is about this machine.
        lines = [line for line in said.splitlines() if not re.search(r"Executing <.* took [\d.]+ seconds$", line)]
        return status, "\n".join(lines)

    with ThreadPoolExecutor(2) as hands:
        ends = list(hands.map(use, range(times)))

    assert ends == [(0, "")] * times


@pytest.fixture
def windows(windows: Windows) -> Windows:
    windows.open_sample()
    return windows


def shown(windows: Windows) -> str:
    parts = (each for each in windows.console.findChildren(QWidget) if each.isVisible())
    return "\n".join(f"{each.accessibleName()} {each.text() if isinstance(each, QLabel) else ''}" for each in parts)


def test_after_a_crash_the_last_minute_can_be_looked_at(windows: Windows, qtbot: QtBot) -> None:
    see = ways_of(windows).last_minute
    assert see is not None

    see("", 0)

    qtbot.waitUntil(lambda: "What happened, in plain words" in shown(windows), timeout=10_000)


def test_after_two_crashes_the_last_backup_opens_as_a_copy(windows: Windows, data_folder: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(list((data_folder / "backups").glob("*.db"))), timeout=30_000)
    see = ways_of(windows).last_backup
    assert see is not None

    see()

    qtbot.waitUntil(lambda: "This is a copy." in shown(windows), timeout=10_000)
    assert (data_folder / "workspace.db").exists()
