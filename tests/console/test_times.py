"""Times and days as people say them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from facilitator.console.times import (
    clock_minutes,
    clock_words,
    day_words,
    iso_day,
    length_words,
    midnight,
    minutes_now,
    moments_of,
    short_day_words,
    today_of,
    when_words,
)
from facilitator.convening.days import FIRST_DAY
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import MINUTE, NINE, Room

AT_NINE = Reading(NINE, UTC)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("9:05", 545),
        ("09.05", 545),
        ("0905", 545),
        ("9", 540),
        ("12h30", 750),
        ("25:00", -1),
        ("9:60", -1),
        ("noon", -1),
        ("", -1),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, minutes: int) -> None:
    assert clock_minutes(written) == minutes


def test_minutes_are_said_as_a_time_of_day() -> None:
    assert [clock_words(minutes) for minutes in (0, 545, 24 * 60 + 30)] == ["00:00", "09:05", "00:30"]


def test_lengths_are_said_in_hours_when_they_are_long() -> None:
    assert [length_words(minutes) for minutes in (15, 90, 120, 181, 320)] == [
        "15 min",
        "90 min",
        "2 h",
        "3 h 01",
        "5 h 20",
    ]


def test_a_date_names_its_year_only_when_it_is_another_one() -> None:
    today = date(2027, 3, 1)

    assert day_words("2027-03-18", today) == "Thu 18 March"
    assert day_words("2026-11-02", today) == "Mon 2 November 2026"
    assert day_words("in spring", today) == "in spring"


def test_how_far_a_convening_is() -> None:
    said = [when_words(day, 559, AT_NINE) for day in ("2027-03-18", "2027-03-19", "2027-03-23", "")]

    assert said == ["Today · starts in 19 min", "Tomorrow · 09:19", "In 5 days", "No date yet"]
    assert when_words("2027-03-18", 12 * 60, AT_NINE) == "Today · starts at 12:00"
    assert when_words("2027-03-18", 8 * 60, AT_NINE) == "Today · since 08:00"


def test_the_day_of_the_room_is_that_of_its_zone() -> None:
    far_east = Reading(NINE + 8 * 60 * MINUTE, timezone(timedelta(hours=9)))

    assert today_of(far_east) == date(2027, 3, 19)
    assert minutes_now(far_east) == 2 * 60


def test_a_day_counts_its_minutes_from_the_midnight_of_today_before_anything_began(room: Room) -> None:
    moments = moments_of(room.records, FIRST_DAY, AT_NINE)

    assert (moments.date, moments.minute_of(NINE)) == ("2027-03-18", 9 * 60)
    assert moments.minute_of(NINE + 24 * 60 * MINUTE) == 33 * 60


def test_the_date_is_that_of_the_room() -> None:
    east = timezone(timedelta(hours=3))

    assert iso_day(NINE + 13 * 60 * MINUTE, AT_NINE) == "2027-03-18"
    assert iso_day(NINE + 13 * 60 * MINUTE, Reading(NINE, east)) == "2027-03-19"


def test_the_day_of_a_moment_begins_at_midnight_in_the_room() -> None:
    assert midnight(AT_NINE) == NINE - 9 * 60 * MINUTE
    east = Reading(NINE, timezone(timedelta(hours=3)))
    assert midnight(east) == NINE - 12 * 60 * MINUTE


def test_where_there_is_little_room_a_date_is_its_day_and_month() -> None:
    assert short_day_words("2027-05-08") == "8 May"
    assert short_day_words("2027-03-18") == "18 Mar"
    assert short_day_words("one day") == "one day"


@pytest.fixture(params=["given", "own"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo | None]:
    """Paris, as a zone that is given and as the laptop's own."""
    if request.param == "own":
        monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield ZoneInfo("Europe/Paris") if request.param == "given" else None
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("month", "day", "hour"), [(3, 28, 23), (10, 31, 22)])
def test_the_midnight_of_a_day_on_which_clocks_change_is_that_of_before(
    zone: ZoneInfo | None, month: int, day: int, hour: int
) -> None:
    """Fault 26. Asked in the afternoon, when the clocks have changed already: the day began by the clock of then."""
    afternoon = datetime(2027, month, day, 14, tzinfo=UTC)
    began = datetime(2027, month, day, hour, tzinfo=UTC) - timedelta(days=1)

    assert midnight(Reading(round(afternoon.timestamp() * 1000), zone)) == round(began.timestamp() * 1000)


def test_today_is_the_day_that_the_laptops_clock_has_now() -> None:
    """Fault 26. The clock was a day slow and is set: it is the day it says, and that day's midnight."""
    a_day = 24 * 60 * MINUTE
    put_right = Reading(NINE, UTC, shift_ms=a_day)

    assert today_of(put_right) == today_of(AT_NINE) + timedelta(days=1)
    assert minutes_now(put_right) == minutes_now(AT_NINE)
    assert midnight(put_right) == midnight(AT_NINE)
