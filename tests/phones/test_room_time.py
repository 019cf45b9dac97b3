"""The time of the room, and a block's clock as phones count it."""

from __future__ import annotations

from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import Timebox
from facilitator.phones.room_time import RoomTime, clock_of

BLOCK = BlockId("block")
TEN = 600_000


def test_the_desks_time_goes_on_by_a_clock_nobody_sets() -> None:
    now = [5.0]
    time = RoomTime(lambda: now[0])
    time.hear(1_000_000)

    now[0] = 7.5

    assert time.now_ms() == 1_002_500


def test_a_time_that_was_long_on_its_way_does_not_turn_the_clock_back() -> None:
    time = RoomTime(lambda: 5.0)
    time.hear(1_000_000)

    time.hear(999_500)
    assert time.now_ms() == 1_000_000

    time.hear(900_000)
    assert time.now_ms() == 900_000


def test_a_running_clock_says_what_is_left() -> None:
    running = Timebox(BLOCK, began=1000, started=1000, length_ms=TEN)

    assert clock_of(running, 61_000) == {"left_ms": TEN - 60_000, "running": True, "sent_ms": 61_000}


def test_a_paused_clock_stands() -> None:
    paused = Timebox(BLOCK, began=1000, started=1000, paused_at=31_000, length_ms=TEN)

    assert clock_of(paused, 999_000) == {"left_ms": TEN - 30_000, "running": False, "sent_ms": 999_000}


def test_overtime_is_less_than_nothing() -> None:
    assert clock_of(Timebox(BLOCK, began=1, started=1, length_ms=TEN), TEN + 5001)["left_ms"] == -5000


def test_without_a_clock_nothing_runs() -> None:
    assert clock_of(None, 7) == {"left_ms": 0, "running": False, "sent_ms": 7}
