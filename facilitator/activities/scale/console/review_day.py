"""The day on which a decision is looked at again: read as it is typed, or some weeks or months from today."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

WEEKS, MONTHS = 2, 3
"""What is offered: soon, while the first steps are fresh, and after a season."""

_YEAR = 12


def read_day(written: str) -> str:
    """Read a day as ISO writes it, with or without its dashes; "" for what is no day."""
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        return ""


def weeks_later(day: date, weeks: int = WEEKS) -> str:
    """The same day of the week, so many weeks later."""
    return (day + timedelta(weeks=weeks)).isoformat()


def months_later(day: date, months: int = MONTHS) -> str:
    """The same day of the month, so many months later; the last of a month that is too short for it."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()
