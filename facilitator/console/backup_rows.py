"""What the console is told of backups, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from facilitator.console.times import day_words, iso_day, today_of
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.reading import Reading


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup: its file, when it was made (UTC ms), why (a word of `why_words`), how large (bytes), what it holds.

    `is_here` and `is_on_second` tell where it lies; one that is not sound holds nothing that can be counted.
    """

    name: str
    at: int
    why: str
    size: int
    convenings: int
    ideas: int
    is_here: bool = True
    is_on_second: bool = False
    is_sound: bool = True


@dataclass(frozen=True, slots=True)
class BackupsShown:
    """How backups stand: what there is, newest first, the second folder ("" for none) and what was there last.

    `sticks` are places that could be the second folder now; `looking_at` is when the copy was made that is looked at
    (UTC ms, 0 for none); `refusal` is why the last thing asked for could not be done.
    """

    rows: tuple[BackupRow, ...] = ()
    second: str = ""
    second_at: int = 0
    sticks: tuple[str, ...] = ()
    looking_at: int = 0
    is_busy: bool = False
    refusal: str = ""


def made_words(at: int, reading: Reading) -> str:
    """Say when something was made: "Today 14:32", "Yesterday 18:20", "Thu 11 March 09:05"."""
    day, time = iso_day(at, reading), reading.time_at(at)
    today = today_of(reading)
    if day == today.isoformat():
        return _("Today {time}").format(time=time)
    if day == (today - timedelta(days=1)).isoformat():
        return _("Yesterday {time}").format(time=time)
    return f"{day_words(day, today)} {time}"


def why_words(why: str) -> str:
    """Say why a backup was made."""
    return {
        "upgrade": _("Before an upgrade"),
        "open": _("When Facilitator was opened"),
        "live": _("While live"),
        "close": _("When Facilitator was closed"),
        "asked": _("You asked for it"),
        "kept": _("Done in a copy that was looked at"),
        "replaced": _("Before another one took its place"),
    }.get(why, why)


def holds_words(row: BackupRow) -> str:
    """Say what a backup holds: "43 ideas · 2 convenings"."""
    if not row.is_sound:
        return _("Damaged")
    ideas = ngettext("{count} idea", "{count} ideas", row.ideas).format(count=row.ideas)
    convenings = ngettext("{count} convening", "{count} convenings", row.convenings).format(count=row.convenings)
    return f"{ideas} · {convenings}"


def size_words(size: int) -> str:
    """Say a size: "3.2 MB"."""
    return _("{size} MB").format(size=f"{max(0.1, size / 2**20):.1f}")


def where_words(row: BackupRow) -> str:
    """Say where a backup lies."""
    if row.is_here and row.is_on_second:
        return _("Laptop and second folder")
    return _("This laptop") if row.is_here else _("Second folder only")


def about_words(row: BackupRow) -> str:
    """Say why a backup was made, its size and where it lies, in one line."""
    return " · ".join((why_words(row.why), size_words(row.size), where_words(row)))
