"""Times and days as people say them on the console: 09:05, 5 h 20, Thu 18 March, today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from facilitator.convening.ids import DayId
from facilitator.convening.records import Records
from facilitator.convening.timetable import Moments, began_on
from facilitator.i18n import _, ngettext, pgettext
from facilitator.kit.qt.reading import Reading

Clock = Callable[[], Reading]
"""How the console looks at the time."""

DAY = 24 * 60
"""Minutes of a day."""


def clock_words(minutes: int) -> str:
    """Say minutes since midnight as "09:05"; past midnight the hours begin again."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def clock_minutes(words: str) -> int:
    """Read "9:05", "9.05", "0905" or "9" as minutes since midnight; -1 for what is no time."""
    plain = words.strip().replace(".", ":").replace("h", ":")
    hours, colon, minutes = plain.partition(":")
    if not colon and len(plain) in (3, 4):
        hours, minutes = plain[:-2], plain[-2:]
    if not hours.isdecimal() or (minutes and not minutes.isdecimal()):
        return -1
    found = int(hours) * 60 + int(minutes or 0)
    return found if int(minutes or 0) < 60 and found < DAY else -1


def length_words(minutes: int) -> str:
    """Say a length: "40 min", "2 h", "5 h 20", "3 h 01"."""
    hours, rest = divmod(minutes, 60)
    if minutes <= 90:
        return _("{minutes} min").format(minutes=minutes)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")


def today_of(reading: Reading) -> date:
    """The day it is in the room."""
    return _moment(reading.wall_ms, reading).date()


def day_words(iso: str, today: date) -> str:
    """Say a date: "Thu 18 March", with its year if that is another one; a text that is no date as it stands."""
    day = day_of(iso)
    if day is None:
        return iso
    values = {"weekday": _weekdays()[day.weekday()], "day": day.day, "month": _months()[day.month - 1]}
    if day.year == today.year:
        return _("{weekday} {day} {month}").format(**values)
    return _("{weekday} {day} {month} {year}").format(**values, year=day.year)


def short_day_words(iso: str) -> str:
    """Say a date where there is little room: "18 Mar"."""
    day = day_of(iso)
    return _("{day} {month}").format(day=day.day, month=_short_months()[day.month - 1]) if day is not None else iso


def day_of(iso: str) -> date | None:
    """Read an ISO date; None for anything else."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def when_words(iso: str, starts: int, reading: Reading) -> str:
    """Say how far a convening is: "Today · starts in 19 min", "Tomorrow", "In 5 days", "No date yet"."""
    day, today = day_of(iso), today_of(reading)
    if day is None:
        return _("No date yet")
    ahead = (day - today).days
    if ahead == 0:
        return _today_words(starts - minutes_now(reading), starts)
    if ahead == 1:
        return _("Tomorrow · {time}").format(time=clock_words(starts))
    if ahead > 1:
        return ngettext("In {days} day", "In {days} days", ahead).format(days=ahead)
    return day_words(iso, today)


def _today_words(wait: int, starts: int) -> str:
    if wait > 90:
        return _("Today · starts at {time}").format(time=clock_words(starts))
    if wait > 0:
        return _("Today · starts in {minutes} min").format(minutes=wait)
    return _("Today · since {time}").format(time=clock_words(starts))


def minutes_now(reading: Reading) -> int:
    """Minutes since midnight in the room."""
    moment = _moment(reading.wall_ms, reading)
    return moment.hour * 60 + moment.minute


def moments_of(records: Records, day: DayId, reading: Reading) -> Moments:
    """How the room's clock tells time on a day: from the midnight before its first block began, else before now.

    An hour that the clocks leave out or hold twice is told as the clock on the wall tells it.
    """
    base = _moment(began_on(records, day) or reading.wall_ms, reading).date()
    return Moments(reading.wall_ms, base.isoformat(), lambda wall_ms: reading.minute_of(wall_ms, base))


def midnight(reading: Reading) -> int:
    """The midnight (UTC ms) that began this day in the room."""
    return _midnight(_moment(reading.wall_ms, reading), reading)


def iso_day(wall_ms: int, reading: Reading) -> str:
    """The date (ISO) at a moment, in the room."""
    return _moment(wall_ms, reading).date().isoformat()


def _moment(wall_ms: int, reading: Reading) -> datetime:
    return reading.local(wall_ms)


def _midnight(moment: datetime, reading: Reading) -> int:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    # The laptop's own zone is read for another hour anew: that day's clocks may have been put forward or back.
    return reading.moment_of(midnight if reading.zone is not None else midnight.replace(tzinfo=None).astimezone())


def _weekdays() -> tuple[str, ...]:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))


def _months() -> tuple[str, ...]:
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def _short_months() -> tuple[str, ...]:
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), pgettext("month, short", "May"), _("Jun"), _("Jul"), _("Aug"),
        _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
