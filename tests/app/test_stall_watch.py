"""The windows do not answer for a while: it is kept what everybody was doing, told afterwards, and nobody else waits."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from facilitator.app.stall_watch import StallWatch
from facilitator.app.windows import Windows
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.rehearsal.phone import Phone, Said

SOON = 0.5
"""So long one waits here for a window, in seconds."""

LONG_MS = 15_000


@pytest.fixture
def told(qtbot: QtBot) -> Iterator[list[float]]:
    """What is told while a watch looks."""
    heard: list[float] = []
    watch = StallWatch(heard.append, SOON)
    watch.begin()
    yield heard
    watch.end()


def stall(qtbot: QtBot, seconds: float) -> tuple[float, float]:
    """Let a slot take so long; give when it began and ended, by the machine's steady clock."""
    taken: list[float] = []

    def slot() -> None:
        taken.append(time.monotonic())
        until = threading.Event()
        until.wait(seconds)
        taken.append(time.monotonic())

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: len(taken) == 2, timeout=LONG_MS)
    began, ended = taken
    return began, ended


def test_a_window_that_did_not_answer_is_told_of_once_it_does(
    told: list[float], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Fault 28. A slot that takes 2.5 s: told once, for how long about, and the log has the stacks of all threads."""
    stall(qtbot, 2.5)

    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)

    (seconds,) = told
    assert 1.0 <= seconds <= 4.0
    (record,) = [each for each in caplog.records if each.name == "facilitator.app.stall_watch"]
    assert "The windows do not answer." in record.getMessage()
    assert "in slot" in record.getMessage()
    assert record.getMessage().count("hread 0x") >= 2


def test_a_window_that_is_slow_is_not_told_of(told: list[float], qtbot: QtBot) -> None:
    for _ in range(8):
        stall(qtbot, 0.2)

    assert not told


def test_who_closes_is_not_asked_any_more(qtbot: QtBot) -> None:
    told: list[float] = []
    watch = StallWatch(told.append, SOON)
    watch.begin()

    watch.end()
    watch.end()
    stall(qtbot, 2.5)

    assert not told


def test_phones_are_answered_while_the_windows_do_not(windows: Windows, told: list[float], qtbot: QtBot) -> None:
    """Fault 28. A real phone says an idea while a slot holds the windows: it has its tick before they go on."""
    windows.open_sample()
    assert windows.room is not None
    room = windows.room.room
    board = next(each for each in room.desk.news.records[Block].values() if each.activity == "ideation_board")
    room.tell(StartBlock(board.id))
    room.tell(GoLive())
    qtbot.waitUntil(lambda: room.bridge is not None, timeout=LONG_MS)
    assert room.bridge is not None
    code = the_convening(room.desk.news.records).code
    phone = Phone(f"http://{room.bridge.host}:{room.bridge.port}/j/{code}", "127.0.0.1")
    said: list[Said] = []
    is_here, speaks = threading.Event(), threading.Event()

    async def talk() -> None:
        await phone.enter()
        await phone.say("room", "join", {"name": "Amina"})
        is_here.set()
        await asyncio.to_thread(speaks.wait)
        said.append(await phone.say("ideation_board", "add_idea", {"text": "Said in the meantime"}))
        await phone.leave()

    talking = threading.Thread(target=lambda: asyncio.run(talk()))
    talking.start()
    qtbot.waitUntil(is_here.is_set, timeout=LONG_MS)

    QTimer.singleShot(0, speaks.set)
    began, ended = stall(qtbot, 3.0)
    talking.join()

    assert said[0].status == 200
    assert began * 1000 <= said[0].answered <= ended * 1000
    assert "Said in the meantime" in {card.text for card in room.desk.news.records[Card].values()}
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)


@pytest.fixture
def hasty() -> Iterator[None]:
    """Let threads take turns after every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty", "qapp")
def test_a_watch_ends_in_whatever_moment_of_its_asking_it_is_told_to() -> None:
    """Fault 6. The app is closed just when the windows are asked: nobody waits for an answer of who waits himself."""
    began: list[tuple[float, StallWatch]] = []
    for _ in range(500):
        watch = StallWatch(lambda _seconds: None, 60)
        began.append((time.monotonic(), watch))
        watch.begin()
        pause(0.001)

    for number, (at, watch) in enumerate(began):
        # It asks about a second after it began: each is ended a few microseconds later than the one before.
        pause(at + 1.0 + number % 100 * 1e-5 - time.monotonic())
        hand = threading.Thread(target=watch.end, daemon=True)
        hand.start()
        hand.join(5)
        assert not hand.is_alive()


def pause(seconds: float) -> None:
    """Do nothing for so long, to the microsecond."""
    until = time.monotonic() + seconds
    while (rest := until - time.monotonic()) > 0:
        threading.Event().wait(max(0.0, rest - 0.002))
