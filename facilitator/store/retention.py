"""Which backups stay: the newest six, one of each of seven days and four weeks, and those made before an upgrade."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Protocol, TypeVar

RECENT, DAYS, WEEKS = 6, 7, 4
UPGRADES = 12
"""How many of those made before an upgrade stay: years of them, and still no leak on the disk."""


class Dated(Protocol):
    """Something made at a moment (UTC ms), perhaps before an upgrade."""

    @property
    def at(self) -> int: ...

    @property
    def is_before_upgrade(self) -> bool: ...


Kept = TypeVar("Kept", bound=Dated)


def outlived(backups: Iterable[Kept]) -> list[Kept]:
    """Name the backups that may go.

    Days (UTC) and weeks count only when they have a backup, so a laptop that lay in a drawer for a year loses none.
    Source: architecture, backups.
    """
    newest = sorted(backups, key=lambda each: each.at, reverse=True)
    upgrades = [each for each in newest if each.is_before_upgrade][:UPGRADES]
    stay = {each.at for each in (*newest[:RECENT], *_newest_of(newest, _day, DAYS), *_newest_of(newest, _week, WEEKS))}
    stay |= {each.at for each in upgrades}
    return [each for each in newest if each.at not in stay]


def _newest_of(newest: Sequence[Kept], span: Callable[[datetime], object], most: int) -> list[Kept]:
    first: dict[object, Kept] = {}
    for each in newest:
        first.setdefault(span(datetime.fromtimestamp(each.at / 1000, UTC)), each)
    return list(first.values())[:most]


def _day(moment: datetime) -> object:
    return moment.date()


def _week(moment: datetime) -> object:
    return moment.isocalendar()[:2]
