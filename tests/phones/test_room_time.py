"""The time of the room, and a block's clock as phones count it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import Timebox
from facilitator.phones.room_time import RoomTime, clock_of, moment
from tests.laptop import HOUR, Laptop
from tests.stage.stepping import IN_FOURS, WORK, part
from tests.stage.stepping import running as room_with

BLOCK = BlockId("block")
TEN = 600_000


def test_the_desks_time_goes_on_by_a_clock_nobody_sets() -> None:
    """Fault 26. The clock on the wall is set; the gateway never looks at it once it has heard the desk."""
    laptop = Laptop()
    time = RoomTime(laptop.since_boot)
    time.hear(1_000_000, laptop.boot_ms)

    laptop.set_clock(HOUR)
    laptop.go_on(2_500)

    assert time.now_ms() == 1_002_500


@pytest.mark.parametrize("sleep", [Laptop.sleep_as_linux, Laptop.sleep_as_windows])
def test_after_a_sleep_phones_are_told_what_is_left_before_the_desk_has_spoken(
    sleep: Callable[[Laptop, int], None],
) -> None:
    """Fault 25. 90 s of sleep, of both kinds: a phone that asks at once is told 90 s less (TM3)."""
    laptop = Laptop()
    time = RoomTime(laptop.since_boot)
    time.hear(1_000_000, laptop.boot_ms)
    running = Timebox(BLOCK, began=1_000_000, started=1_000_000, length_ms=TEN)

    sleep(laptop, 90_000)

    assert clock_of(Countdown(running), time.now_ms())["left_ms"] == TEN - 90_000


def test_a_time_that_was_long_on_its_way_is_right_all_the_same() -> None:
    """A gateway takes seconds to start on a busy laptop: the first phone sees the room's second."""
    laptop = Laptop()
    time = RoomTime(laptop.since_boot)
    said = laptop.boot_ms

    laptop.go_on(3_000)
    time.hear(1_000_000, said)

    assert time.now_ms() == 1_003_000


def test_the_desk_may_turn_its_time_back() -> None:
    time = RoomTime(lambda: 5_000)
    time.hear(1_000_000, 5_000)

    time.hear(900_000, 5_000)

    assert time.now_ms() == 900_000


def test_the_moment_holds_both_clocks() -> None:
    time = RoomTime()

    time.hear(**moment(lambda: 1_000_000))

    assert 1_000_000 <= time.now_ms() < 1_010_000


def test_a_running_clock_says_what_is_left() -> None:
    running = Timebox(BLOCK, began=1000, started=1000, length_ms=TEN)

    assert clock_of(Countdown(running), 61_000) == {"left_ms": TEN - 60_000, "running": True, "sent_ms": 61_000}


def test_a_paused_clock_stands() -> None:
    paused = Timebox(BLOCK, began=1000, started=1000, paused_at=31_000, length_ms=TEN)

    assert clock_of(Countdown(paused), 999_000) == {"left_ms": TEN - 30_000, "running": False, "sent_ms": 999_000}


def test_overtime_is_less_than_nothing() -> None:
    assert clock_of(Countdown(Timebox(BLOCK, began=1, started=1, length_ms=TEN)), TEN + 5001)["left_ms"] == -5000


def test_without_a_clock_nothing_runs() -> None:
    assert clock_of(None, 7) == {"left_ms": 0, "running": False, "sent_ms": 7}


def test_with_steps_it_is_the_innermost_ones_and_says_which() -> None:
    """TM1: phones count what the stage counts."""
    room = room_with(IN_FOURS, minutes=15)
    found = countdown(room.seen, WORK)
    began = room.now

    assert clock_of(found, began + 200_000) == {
        "left_ms": 220_000, "running": True, "sent_ms": began + 200_000, "leg": 2, "block_ms": 700_000,
    }  # fmt: skip
    assert clock_of(found, began + 780_000) == {
        "left_ms": 120_000, "running": True, "sent_ms": began + 780_000, "leg": 4, "block_ms": 120_000,
    }  # fmt: skip


def test_a_step_that_waits_is_less_than_nothing_while_its_block_is_not() -> None:
    room = room_with([part("one", 60, waits=True), part("two", 660)])

    said = clock_of(countdown(room.seen, WORK), room.now + 90_000)

    assert (said["left_ms"], said["leg"], said["block_ms"]) == (-30_000, 0, 630_000)
