"""Days and times in words of the summary's own language."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from facilitator.kit.pdf.look import Look


def long_date(look: Look, iso: str) -> str:
    """Say "2027-03-18" as "Thursday 18 March 2027"; a text that is no date is given back as it is."""
    day = _day(iso)
    if day is None:
        return iso
    pattern = look.gettext("{weekday} {day} {month} {year}")
    return pattern.format(weekday=_weekday(look, day), day=day.day, month=_month(look, day), year=day.year)


def short_date(look: Look, iso: str) -> str:
    """Say "2027-03-18" as "18 March 2027"; a text that is no date is given back as it is."""
    day = _day(iso)
    if day is None:
        return iso
    return look.gettext("{day} {month} {year}").format(day=day.day, month=_month(look, day), year=day.year)


def minutes_as_time(minutes: int) -> str:
    """Say minutes since midnight as "09:05"."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def instant_as_time(at_ms: int, zone: tzinfo | None = None) -> str:
    """Say an instant (UTC ms) as the time of day in a zone, the laptop's own if none is given."""
    return f"{datetime.fromtimestamp(at_ms / 1000, zone).astimezone(zone):%H:%M}"


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _weekday(look: Look, day: date) -> str:
    _ = look.gettext
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[day.weekday()]


def _month(look: Look, day: date) -> str:
    _ = look.gettext
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[day.month - 1]
