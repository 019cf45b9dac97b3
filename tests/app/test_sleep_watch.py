"""A laptop that slept: console, stage and phones show what is truly left, and what ended meanwhile is told once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.app import house
from facilitator.app.sleep_watch import SleepWatch
from facilitator.app.windows import Windows
from facilitator.console.live import Live
from facilitator.convening.agenda import Block, current
from facilitator.convening.clock import AddMinutes, PauseTimer, StartBlock
from facilitator.convening.gathering import GoLive, the_convening
from facilitator.convening.room_clock import RoomClock
from facilitator.convening.timebox import Timebox
from facilitator.kit.qt.dress import dress
from facilitator.kit.qt.reading import time_left
from facilitator.kit.qt.widgets.timer import TimerDigits
from facilitator.rehearsal.phone import Phone
from tests.laptop import HOUR, MINUTE, SECOND, Laptop

LONG_MS = 20_000
BOTH = pytest.mark.parametrize("sleep", [Laptop.sleep_as_linux, Laptop.sleep_as_windows])

Sleep = Callable[[Laptop, int], None]


class Going(Laptop):
    """A laptop whose clocks go on by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._began = time.monotonic()

    def wall(self) -> int:
        return super().wall() + self._passed()

    def since_boot(self) -> int:
        return super().since_boot() + self._passed()

    def _passed(self) -> int:
        return round((time.monotonic() - self._began) * 1000)


class Day:
    """A live room before the windows, its timer running, on a laptop that a test lets sleep."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.laptop, self._qtbot = Going(), qtbot
        self.clock = RoomClock("", None, self.laptop.wall, self.laptop.since_boot)
        self.windows = Windows(folder, house.Doors(ports=(0,)), self.clock.now, self.clock.shift)
        self.windows.show()
        self.windows.open_sample()
        board = next(each for each in self.windows.records()[Block].values() if each.activity == "ideation_board")
        self.room.tell(StartBlock(board.id))
        self.room.tell(GoLive())
        self.watch = SleepWatch(self.clock.now, self.windows.console, self.windows.records)
        self.watch.begin()
        self.until(lambda: self.room.bridge is not None)

    @property
    def room(self) -> house.Room:
        assert self.windows.room is not None
        return self.windows.room.room

    def close(self) -> None:
        self.watch.end()
        self.windows.close()
        self.windows.console.close()
        self.windows.console.deleteLater()

    def until(self, is_so: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(is_so()), timeout=LONG_MS)

    def left(self) -> int:
        """What is truly left, in milliseconds."""
        return self.windows.records()[Timebox][current(self.windows.records())].left(self.clock.now())

    def digits(self) -> tuple[str, ...]:
        """What is truly left, in the digits of a second ago, of now and of a second from now."""
        return tuple(time_left(self.left() + more) for more in (SECOND, 0, -SECOND))

    def console(self) -> str:
        (live,) = self.windows.console.findChildren(Live)
        return next(each.text() for each in live.findChildren(TimerDigits) if each.isVisible())

    def stage(self) -> str:
        assert self.windows.room is not None
        return self.windows.room.stage.painted_text()

    def bar(self) -> str:
        (live,) = self.windows.console.findChildren(Live)
        return live.trouble.words()

    def phone(self) -> int:
        """What a phone that comes now is told to be left, in milliseconds."""
        bridge = self.room.bridge
        assert bridge is not None
        code = the_convening(self.windows.records()).code
        phone = Phone(f"http://{bridge.host}:{bridge.port}/j/{code}", "127.0.0.1")

        async def ask() -> int:
            await phone.enter()
            await phone.until(lambda phone: "clock" in phone.page)
            await phone.leave()
            return int(phone.page["clock"]["left_ms"])

        with ThreadPoolExecutor(1) as hand:
            asked = hand.submit(lambda: asyncio.run(ask()))
            self.until(asked.done)
            return asked.result()

    def until_all_show_it(self) -> None:
        """Wait until console, stage and phone show the same second, give or take one."""
        self.until(lambda: self.console() in self.digits())
        self.until(lambda: any(digits in self.stage().split() for digits in self.digits()))
        self.until(lambda: abs(self.phone() - self.left()) <= 1_500)


@pytest.fixture
def day(data_folder: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Day]:
    dress(qapp)
    made = Day(data_folder, qtbot)
    yield made
    made.close()


@BOTH
def test_check_7_after_a_sleep_every_face_shows_what_is_left(day: Day, sleep: Sleep) -> None:
    """Check 7. Fault 25. 90 s of sleep, of both kinds: console, stage and phone show 90 s less, and nothing is told (TM3)."""
    day.until_all_show_it()
    before = day.left()

    sleep(day.laptop, 90 * SECOND)

    assert before - day.left() == pytest.approx(90 * SECOND, abs=500)
    day.until_all_show_it()
    assert day.bar() == ""


@BOTH
def test_a_timer_that_ended_in_a_sleep_says_how_long_ago_once(day: Day, sleep: Sleep) -> None:
    """Fault 25. Asleep for 3:10 longer than the timer: time over on every face, one line, and none at later looks."""
    day.until_all_show_it()
    told: list[str] = []

    sleep(day.laptop, day.left() + 3 * MINUTE + 10 * SECOND)

    day.until(lambda: day.bar().startswith("The timer ended 3:1"))
    told.append(day.bar())
    assert "ago. This laptop was asleep or busy for 43 min." in told[0]
    day.until(lambda: day.console().startswith("+3:1"))
    day.until_all_show_it()
    day.windows.console.settle("slept")
    sleep(day.laptop, 10 * MINUTE)
    for _ in range(5):
        day.watch.look()
    assert day.bar() == ""


def test_a_timer_that_ends_while_everybody_is_awake_says_nothing_here(day: Day) -> None:
    day.room.tell(AddMinutes(-39))

    for _ in range(8):
        day.laptop.go_on(10 * SECOND)
        day.watch.look()

    assert day.left() < 0
    assert day.bar() == ""


def test_a_step_of_the_clock_is_no_sleep(day: Day) -> None:
    """Fault 26. Set forward past the end of the timer: it goes on, and nothing has ended."""
    day.room.tell(AddMinutes(-30))
    day.laptop.set_clock(HOUR)

    day.watch.look()

    assert day.left() > 9 * MINUTE
    day.until_all_show_it()
    assert day.bar() == ""


def test_a_timer_that_was_held_did_not_end_in_a_sleep(day: Day) -> None:
    day.room.tell(PauseTimer())
    before = day.left()

    day.laptop.sleep_as_linux(2 * HOUR)
    day.watch.look()

    assert day.left() == before
    assert day.bar() == ""
