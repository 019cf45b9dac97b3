"""What goes wrong in the app itself is kept, told once, and stops nobody."""

from __future__ import annotations

import faulthandler
import logging
import signal
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app.mark import MARK
from facilitator.app.mishaps import CRASHES, LOG, MOST_BYTES, MOST_STACKS, STACK, Mishaps, keep_stack, plainly
from facilitator.convening.words import Refusal
from tests.app.left import leave_the_sample_live
from tests.stories.started import Started

SECONDS = 15_000
SAFE = "Something went wrong. Your board is safe."


class Told:
    """What was told, and where it is kept."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / CRASHES / LOG
        self.told: list[str] = []

    def tell(self, details: str, file: str) -> None:
        assert file == str(self.log)
        self.told.append(details)

    def kept(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""


@pytest.fixture
def told(tmp_path: Path, qapp: QApplication) -> Iterator[Told]:
    found = Told(tmp_path)
    mishaps = Mishaps(tmp_path, found.tell)
    mishaps.begin()
    yield found
    mishaps.end()
    assert not (tmp_path / CRASHES / STACK).exists()
    faulthandler.enable(2)  # as the tests had it before


def fail() -> None:
    raise LookupError("a slot has failed")


def test_a_slot_that_fails_again_and_again_is_told_and_kept_once(told: Told, qtbot: QtBot) -> None:
    failed: list[int] = []

    def again() -> None:
        failed.append(1)
        fail()

    timer = QTimer(interval=1)
    timer.timeout.connect(again)
    timer.start()
    qtbot.waitUntil(lambda: len(failed) > 20 and bool(told.told), timeout=SECONDS)
    timer.stop()
    qtbot.wait(50)

    (details,) = told.told
    assert "LookupError: a slot has failed" in details
    assert told.kept().count("Traceback") == 1


def test_another_mistake_is_told_too(told: Told, qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(told.told) == 1, timeout=SECONDS)

    QTimer.singleShot(0, lambda: told.told[99])

    qtbot.waitUntil(lambda: len(told.told) == 2, timeout=SECONDS)
    assert "IndexError" in told.told[1]


def test_a_bar_that_fails_too_tells_nobody_for_ever(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    tried: list[str] = []

    def tell(details: str, file: str) -> None:
        tried.append(details)
        raise ValueError("the bar has failed")

    mishaps = Mishaps(tmp_path, tell)
    mishaps.begin()
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(tried) == 2, timeout=SECONDS)
    qtbot.wait(100)
    mishaps.end()
    faulthandler.enable(2)

    assert ["LookupError" in tried[0], "ValueError" in tried[1], len(tried)] == [True, True, 2]


def test_a_thread_that_fails_is_told(told: Told, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: len(told.told) == 1, timeout=SECONDS)


def test_what_fails_while_it_is_cleared_away_is_only_kept(told: Told, qtbot: QtBot) -> None:
    class Clinging:
        def __del__(self) -> None:
            fail()

    Clinging()
    qtbot.wait(50)

    assert not told.told
    assert "LookupError: a slot has failed" in told.kept()


def test_what_the_app_warns_of_is_kept(told: Told) -> None:
    logging.getLogger("facilitator.desk").warning("The disk did not take %d wishes", 3)

    assert "The disk did not take 3 wishes" in told.kept()


def test_the_log_stays_small(told: Told) -> None:
    for _ in range(40):
        logging.getLogger("facilitator.desk").warning("x" * 30_000)

    files = list(told.log.parent.glob(f"{LOG}*"))
    assert len(files) == 3
    assert all(file.stat().st_size <= MOST_BYTES for file in files)


def test_stacks_are_few_and_small(tmp_path: Path) -> None:
    for number in range(MOST_STACKS + 2):
        (tmp_path / f"stack-20270318-0900{number:02}.txt").touch()
    (tmp_path / STACK).write_bytes(b"x" * (MOST_BYTES + 1))

    keep_stack(tmp_path)

    kept = sorted(tmp_path.glob("stack-*.txt"))
    assert len(kept) == MOST_STACKS
    assert not (tmp_path / STACK).exists()
    assert sum(file.stat().st_size for file in kept) <= MOST_BYTES


def test_a_failing_slot_leaves_the_app_running_and_its_end_clean(data_folder: Path) -> None:
    """Fault 4. An exception in a slot: the bar says that the board is safe; nothing else changes, nothing on stderr."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample") as app:
        app.until_painted("Live")
        app.until((data_folder / MARK).exists)
        app.do("fail")
        app.until_said(SAFE)

        assert app.end() == (0, "")
    assert app.said.count(SAFE) == 1
    assert (data_folder / CRASHES / LOG).read_text("utf-8").count("LookupError: a slot has failed") == 1


def test_a_native_crash_leaves_its_stack_and_the_next_start_comes_back(data_folder: Path) -> None:
    """Fault 3. A native crash: its stack is kept, and the next start has everything back and says so."""
    leave_the_sample_live(data_folder)
    with Started(data_folder, "--sample") as app:
        app.until_painted("Live")
        app.until((data_folder / CRASHES / STACK).exists)
        app.process.send_signal(signal.SIGSEGV)
        assert app.ended()[0] == -signal.SIGSEGV

    with Started(data_folder) as again:
        again.until_painted("Live")
        (kept,) = (data_folder / CRASHES).glob("stack-*.txt")
        assert "Segmentation fault" in kept.read_text("utf-8")
        assert "run_windows" in kept.read_text("utf-8")
        again.until_said("Everything is back.")
        assert again.end() == (0, "")


def test_an_error_is_said_without_a_word_that_somebody_wrote(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as of_the_database:
        sqlite3.connect(tmp_path / "nowhere" / "Clean Water.db")
    said = [
        plainly(error)
        for error in (
            Refusal("file.missing", path="/home/Clean Water.pdf"),
            FileNotFoundError(2, "No such file or directory", "Clean Water.pdf"),
            of_the_database.value,
            KeyError("Clean Water"),
        )
    ]

    assert said == [
        "Refusal file.missing",
        "FileNotFoundError No such file or directory",
        "OperationalError SQLITE_CANTOPEN",
        "KeyError",
    ]
