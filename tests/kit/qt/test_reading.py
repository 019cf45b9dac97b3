"""What a clock says: time of day in the room's zone, and time left as people read it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from facilitator.kit.qt.reading import Reading, time_left

NOON_UTC = 1_805_976_000_000
PARIS = ZoneInfo("Europe/Paris")
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
HOUR = 3_600_000


def at(day: date, hour: int, minute: int = 0) -> int:
    """A moment by its time in Greenwich."""
    return round(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC).timestamp() * 1000)


@pytest.fixture
def laptop_in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The laptop's own zone, and not one that is given."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


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


def test_a_clock_that_was_put_right_is_shown_as_it_is() -> None:
    """Fault 26. The laptop's clock was an hour slow, and is set: times of day follow it, past ones too; what is left not."""
    reading = Reading(NOON_UTC, UTC, shift_ms=HOUR)

    assert reading.time_of_day() == "13:00"
    assert reading.time_at(NOON_UTC - 5 * 60_000) == "12:55"
    assert reading.minute_of(NOON_UTC, reading.local(NOON_UTC).date()) == 13 * 60
    assert reading.moment_of(reading.local(NOON_UTC)) == NOON_UTC


@pytest.mark.parametrize(
    ("day", "greenwich", "shown"),
    [
        (SPRING, 0, "01:30"),
        (SPRING, 1, "03:30"),
        (SPRING, 7, "09:30"),
        (AUTUMN, 0, "02:30"),
        (AUTUMN, 1, "02:30"),
        (AUTUMN, 8, "09:30"),
    ],
)
def test_minutes_of_a_day_are_what_the_clock_shows_though_it_is_put_forward_or_back(
    day: date, greenwich: int, shown: str
) -> None:
    """Fault 26. The night the clocks change: an agenda that says 09:30 means the clock, and not the hours since midnight."""
    reading = Reading(at(day, greenwich, 30), PARIS)
    hours, minutes = map(int, shown.split(":"))

    assert reading.time_of_day() == shown
    assert reading.minute_of(reading.wall_ms, day) == hours * 60 + minutes


def test_minutes_go_on_over_midnight_and_before_it() -> None:
    reading = Reading(at(SPRING, 7), PARIS)

    assert reading.minute_of(at(SPRING, 22, 30), SPRING) == 24 * 60 + 30
    assert reading.minute_of(at(SPRING, 22, 30) - 24 * HOUR, SPRING) == -30


def test_the_laptops_own_zone_changes_its_clocks_too(laptop_in_paris: None) -> None:
    """Fault 26. No zone is given: the laptop's own, before and after its clocks change."""
    assert Reading(at(SPRING, 0, 30)).time_of_day() == "01:30"
    assert Reading(at(SPRING, 1, 30)).time_of_day() == "03:30"
    assert Reading(0).minute_of(at(SPRING, 7, 30), SPRING) == 9 * 60 + 30
