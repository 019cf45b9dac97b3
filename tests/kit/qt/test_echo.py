"""The echo: told from any thread, heard in the windows, gathered, in order, and never deaf."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.echo import Echo


class Ear:
    """Hears tellings, and how often, and where."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.times = 0
        self.threads: set[QThread] = set()

    def __call__(self, told: Sequence[int]) -> None:
        self.heard.extend(told)
        self.times += 1
        self.threads.add(QThread.currentThread())


def tell_from_thread(echo: Echo[int], tellings: range) -> None:
    def tell_all() -> None:
        for number in tellings:
            echo.tell(number)

    thread = threading.Thread(target=tell_all)
    thread.start()
    thread.join()


def test_what_is_told_by_another_thread_is_heard_in_the_windows(qtbot: QtBot) -> None:
    echo, ear = Echo[int](), Ear()
    echo.listen(ear)

    tell_from_thread(echo, range(500))
    qtbot.waitUntil(lambda: len(ear.heard) == 500)

    assert ear.heard == list(range(500))
    assert ear.threads == {QThread.currentThread()}


def test_a_burst_is_heard_at_once_and_not_five_hundred_times(qtbot: QtBot) -> None:
    echo, ear = Echo[int](), Ear()
    echo.listen(ear)

    tell_from_thread(echo, range(500))
    qtbot.waitUntil(lambda: len(ear.heard) == 500)

    assert ear.times <= 2


def test_tellings_are_heard_at_most_once_a_frame(qtbot: QtBot) -> None:
    echo, ear = Echo[int](frame_ms=60), Ear()
    echo.listen(ear)

    echo.tell(0)
    qtbot.waitUntil(lambda: ear.times == 1)
    for number in range(1, 6):
        echo.tell(number)
        QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: len(ear.heard) == 6)

    assert ear.times == 2


def test_a_listener_that_fails_does_not_make_the_windows_deaf(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    echo, ear = Echo[int](), Ear()
    failures: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda *raised: failures.append(str(raised[1])))

    def broken(told: Sequence[int]) -> None:
        raise RuntimeError(f"broken face at {told[0]}")

    echo.listen(broken)
    echo.listen(ear)
    echo.tell(1)
    qtbot.waitUntil(lambda: ear.heard == [1])
    echo.tell(2)
    qtbot.waitUntil(lambda: ear.heard == [1, 2])

    assert failures == ["broken face at 1", "broken face at 2"]


def test_who_forgets_hears_no_more(qtbot: QtBot) -> None:
    echo, gone, ear = Echo[int](), Ear(), Ear()
    echo.listen(gone)
    echo.listen(ear)

    echo.forget(gone)
    echo.tell(1)
    qtbot.waitUntil(lambda: ear.heard == [1])

    assert gone.heard == []
