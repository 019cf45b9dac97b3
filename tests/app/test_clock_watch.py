"""Somebody sets the laptop's clock: the console says so once, no timer moves, and times of day follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.app.clock_watch import KEY, ClockWatch, step_words
from facilitator.app.kept_clock import KeptClock
from facilitator.console.surroundings import Trouble
from tests.laptop import HOUR, MINUTE, NINE, SECOND, Laptop


@dataclass
class Told:
    """What the bar tells now, and how often it was told."""

    troubles: dict[str, Trouble] = field(default_factory=dict)
    times: int = 0

    def tell(self, trouble: Trouble) -> None:
        self.troubles[trouble.key] = trouble
        self.times += 1

    def settle(self, key: str) -> None:
        self.troubles.pop(key, None)

    def words(self) -> str:
        return " ".join(f"{each.fact} {each.meaning}" for each in self.troubles.values())


@dataclass
class Desk:
    """A laptop before a data folder, looked at by a watch."""

    folder: Path
    laptop: Laptop = field(default_factory=Laptop)
    told: Told = field(default_factory=Told)
    is_live: bool = True

    def __post_init__(self) -> None:
        self.kept = KeptClock(self.folder, self.laptop.boot, self.laptop.wall, self.laptop.since_boot)
        self.watch = ClockWatch(self.kept, self.told, lambda: self.is_live)
        self.watch.begin()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.watch.end()


def test_a_clock_that_is_set_is_told_once(desk: Desk) -> None:
    """Fault 26. Set forward by an hour in the middle of a timer: one line, and none at the looks after it."""
    desk.laptop.go_on(SECOND)
    desk.laptop.set_clock(HOUR)
    for _ in range(5):
        desk.laptop.go_on(SECOND)
        desk.watch.look()

    assert desk.told.times == 1
    assert desk.told.words() == (
        "This laptop's clock was set forward by 1 h. Timers go on as they were. Times of day follow the clock."
    )
    assert desk.kept.clock.now() == NINE + 6 * SECOND
    desk.told.troubles[KEY].acts[0].do()
    assert desk.told.words() == ""


def test_a_clock_that_is_set_back_says_back(desk: Desk) -> None:
    """Fault 26. By the laptop's own looking, a second later."""
    desk.laptop.set_clock(-20 * MINUTE)

    desk.watch.look()

    assert desk.told.words().startswith("This laptop's clock was set back by 20 min.")


def test_a_clock_that_is_made_true_bit_by_bit_is_nobodys_concern(desk: Desk) -> None:
    """Fault 26. The network makes the clock true by half a second at a time: nothing is told, however far it goes."""
    for _ in range(20):
        desk.laptop.go_on(SECOND)
        desk.laptop.set_clock(500)
        desk.watch.look()

    assert desk.told.times == 0
    assert desk.kept.clock.shift() == 10 * SECOND


@pytest.mark.parametrize("sleep", [Laptop.sleep_as_linux, Laptop.sleep_as_windows])
def test_a_sleep_is_no_step(desk: Desk, sleep: object) -> None:
    """Fault 25. An hour of sleep, of both kinds: the clock was not set, and nothing is told."""
    assert callable(sleep)
    sleep(desk.laptop, HOUR)

    desk.watch.look()

    assert desk.told.times == 0
    assert desk.kept.clock.now() == NINE + HOUR


def test_while_nothing_is_live_the_room_takes_the_clock_as_it_is(desk: Desk) -> None:
    desk.is_live = False
    desk.laptop.set_clock(-HOUR)

    desk.watch.look()

    assert desk.told.times == 0
    assert (desk.kept.clock.now(), desk.kept.clock.shift()) == (NINE - HOUR, 0)


def test_a_clock_that_was_set_between_two_runs_is_told_by_the_second(desk: Desk) -> None:
    """Fault 26. Killed, set, started again while a convening is live: it is told then, and the timer goes on."""
    desk.laptop.go_on(10 * SECOND)
    desk.laptop.set_clock(HOUR)

    again = Desk(desk.folder, desk.laptop)

    assert again.told.words().startswith("This laptop's clock was set forward by 1 h.")
    assert again.kept.clock.now() == NINE + 10 * SECOND
    third = Desk(desk.folder, desk.laptop)
    assert third.told.times == 0
    assert third.kept.clock.shift() == HOUR
    for each in (again, third):
        each.watch.end()


def test_the_next_run_takes_the_clock_as_it_is_once_the_day_is_over(desk: Desk) -> None:
    desk.laptop.set_clock(HOUR)
    desk.watch.look()

    again = Desk(desk.folder, desk.laptop, is_live=False)

    assert (again.kept.clock.now(), again.kept.clock.shift()) == (NINE + HOUR, 0)
    again.watch.end()


def test_it_looks_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.laptop.set_clock(HOUR)

    qtbot.waitUntil(lambda: desk.told.times == 1, timeout=15_000)


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (2_000, "2 s"),
        (59_400, "59 s"),
        (59_600, "1 min"),
        (20 * MINUTE, "20 min"),
        (HOUR + 300, "1 h"),
        (2 * HOUR, "2 h"),
        (24 * HOUR - 20 * MINUTE, "23 h 40"),
        (24 * HOUR, "1 day"),
        (3 * 24 * HOUR, "3 days"),
    ],
)
def test_the_length_is_said_as_people_say_it(ms: int, words: str) -> None:
    assert step_words(ms) == words
