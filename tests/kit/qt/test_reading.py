"""What a clock says: time of day in the room's zone, and time left as people read it."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

import pytest

from facilitator.kit.qt.reading import Reading, time_left

NOON_UTC = 1_805_976_000_000


def test_time_of_day_is_that_of_the_room() -> None:
    assert Reading(NOON_UTC, timezone(timedelta(hours=3))).time_of_day() == "15:00"


def test_another_moment_is_told_in_the_same_zone() -> None:
    assert Reading(NOON_UTC, UTC).time_at(NOON_UTC + 90 * 60_000) == "13:30"


@pytest.mark.parametrize(
    ("remaining_ms", "said"),
    [
        (520_000, "8:40"),
        (59_001, "1:00"),
        (1, "0:01"),
        (0, "0:00"),
        (-999, "0:00"),
        (-1000, "+0:01"),
        (-72_000, "+1:12"),
        (3_900_000, "1:05:00"),
    ],
)
def test_time_left_is_told_in_digits_and_time_over_with_a_plus(remaining_ms: int, said: str) -> None:
    assert time_left(remaining_ms) == said
