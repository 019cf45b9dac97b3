"""Days to look at a decision again."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.activities.scale.console.review_day import months_later, read_day, weeks_later


@pytest.mark.parametrize("written", ["2027-03-31", " 2027-03-31 ", "20270331"])
def test_a_day_is_read_as_iso_writes_it(written: str) -> None:
    assert read_day(written) == "2027-03-31"


@pytest.mark.parametrize("written", ["", "soon", "31.3.2027", "2027-02-30", "2027-13-01"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written) == ""


def test_two_weeks_keep_the_day_of_the_week() -> None:
    assert weeks_later(date(2027, 12, 25)) == "2028-01-08"


@pytest.mark.parametrize(
    ("day", "later"),
    [((2027, 3, 18), "2027-06-18"), ((2027, 11, 30), "2028-02-29"), ((2027, 10, 1), "2028-01-01")],
)
def test_three_months_end_where_the_month_does(day: tuple[int, int, int], later: str) -> None:
    assert months_later(date(*day)) == later
