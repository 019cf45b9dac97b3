"""Days and times are said in the summary's language."""

from __future__ import annotations

from datetime import UTC

from facilitator.i18n import PSEUDO, catalogue
from facilitator.kit.pdf.dates import instant_as_time, long_date, minutes_as_time, short_date
from facilitator.kit.pdf.look import Look
from tests.kit.pdf.paper import plain_look


def test_a_day_is_said_long_and_short() -> None:
    look = plain_look()

    assert long_date(look, "2027-03-18") == "Thursday 18 March 2027"
    assert short_date(look, "2027-03-18") == "18 March 2027"


def test_another_language_has_other_names_for_days() -> None:
    assert "Thursday" not in long_date(Look(catalogue(PSEUDO)), "2027-03-18")


def test_what_is_no_date_is_left_as_it_was_written() -> None:
    assert long_date(plain_look(), "in spring") == "in spring"
    assert short_date(plain_look(), "") == ""


def test_minutes_since_midnight_are_a_time_of_day_past_midnight_too() -> None:
    assert minutes_as_time(9 * 60 + 5) == "09:05"
    assert minutes_as_time(25 * 60) == "01:00"


def test_an_instant_is_a_time_of_day_in_its_zone() -> None:
    assert instant_as_time(11 * 3_600_000 + 16 * 60_000, UTC) == "11:16"
