"""How late the day is, in one truth: the badge says what the colours of the rows say."""

from __future__ import annotations

from datetime import UTC

import pytest

from facilitator.console.day import Day as DayShown
from facilitator.console.day import day_of
from facilitator.console.lateness import Lateness
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.convening.words import Plain, changed
from facilitator.kit.qt.reading import Reading
from tests.console.conftest import MINUTE, NINE, Room
from tests.console.test_day import lived, replanned


def told(records: Records, minutes: int) -> DayShown:
    """The day so many minutes after nine."""
    return day_of(records, Reading(NINE + minutes * MINUTE, UTC))


def said(day: DayShown) -> tuple[str, str]:
    return day.late_words(), day.further_words()


def with_lunch_fixed(room: Room, *spent: int) -> tuple[Records, list[BlockId]]:
    """Arrive 15, Ideas 40, and a lunch that begins at ten, five minutes after them."""
    records, blocks = lived(room, *spent)
    return replanned(records, blocks[2], pinned=10 * 60), blocks


def test_tm8_a_delay_that_free_minutes_take_away_is_said_with_its_end(room: Room) -> None:
    """TM8. Red times until lunch, and "On time" beside them, were two truths."""
    records, _ = with_lunch_fixed(room, 18)

    day = told(records, 20)

    assert said(day) == ("3 min late", "until 10:00, then on time")
    assert day.rows[2].likely == ""
    assert day.likely_ends == day.ends == "11:00"


def test_a_delay_that_is_larger_than_the_free_minutes_is_said_with_what_is_left(room: Room) -> None:
    records, _ = with_lunch_fixed(room, 22)

    assert said(told(records, 25)) == ("7 min late", "until 10:00, then 2 min late")


def test_a_day_as_late_at_its_end_as_now_says_only_that(room: Room) -> None:
    records, _ = lived(room, 21)

    assert said(told(records, 30)) == ("6 min late", "")


def test_an_early_day_says_until_when(room: Room) -> None:
    records, _ = with_lunch_fixed(room, 11)

    assert said(told(records, 20)) == ("4 min early", "until 10:00, then on time")


def test_what_only_comes_later_is_said_with_its_beginning(room: Room) -> None:
    records, blocks = with_lunch_fixed(room, 15)

    assert said(told(replanned(records, blocks[2], replanned=75), 20)) == ("15 min late", "at the end of the day")
    assert said(told(replanned(records, blocks[2], pinned=9 * 60 + 40), 20)) == ("15 min late", "from 09:55 on")


@pytest.mark.parametrize(("minutes", "calm"), [(61, True), (60, False)])
def test_a_delay_that_people_were_told_of_is_no_trouble(room: Room, minutes: int, calm: bool) -> None:
    """BD: what people count on is the end that they were told; its delay is not red."""
    records, _ = lived(room, 21)
    later: dict[str, Plain] = {"told_end": 10 * 60 + minutes}
    records = records.after([changed(convening, **later) for convening in records[Convening].values()])

    day = told(records, 30)

    assert (day.rows[2].likely, day.rows[2].is_calm) == ("10:01", calm)
    assert day.late_words() == ("On time" if calm else "1 min late")


def test_red_rows_and_the_badge_agree_at_any_delay(room: Room) -> None:
    records, _ = with_lunch_fixed(room, 15)

    for minutes in range(16, 120, 3):
        day = told(records, minutes)
        red = any(row.likely and not row.is_calm for row in day.rows)
        assert not (red and day.late_words() == "On time"), minutes


def test_every_change_has_its_words() -> None:
    words = {
        Lateness(5, 0, 0, 600).further(): "until 10:00, then on time",
        Lateness(5, -3, -3, 600).further(): "until 10:00, then 3 min early",
        Lateness(5, 0, 0, 600, is_at_end=True).further(): "on time at the end of the day",
        Lateness(5, 9, 9, 600, is_at_end=True).further(): "9 min late at the end of the day",
        Lateness(0, 9, 9, 600).further(): "from 10:00 on",
        Lateness(0, 9, 9, 600, is_at_end=True).further(): "at the end of the day",
    }

    assert all(told == wanted for told, wanted in words.items())
    assert Lateness(0, 9, 9, 600).words() == "9 min late"
