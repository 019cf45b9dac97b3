"""What the desk at home knows of each convening, and which of them comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from facilitator.console.times import day_of
from facilitator.convening.gathering import LIVE, OVER
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.ribbon import Ribbon, RibbonBlock


class ListedConvening(Protocol):
    """A convening as the home screen lists it. `blocks` are (category, minutes) in order."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def day_line(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def starts(self) -> int: ...
    @property
    def people(self) -> int: ...
    @property
    def countries(self) -> int: ...
    @property
    def blocks(self) -> Sequence[tuple[str, int]]: ...


@dataclass(frozen=True, slots=True)
class Shelf:
    """The convenings as home shows them: the one that comes next, those after it, those that are over."""

    next: tuple[ListedConvening, ...]
    coming: tuple[ListedConvening, ...]
    past: tuple[ListedConvening, ...]


def shelved(listed: Sequence[ListedConvening], today: date) -> Shelf:
    """Sort convenings: what is live comes first, then by date, those without a date last; the newest past one first."""
    coming = sorted((each for each in listed if is_ahead(each, today)), key=_nearness)
    past = sorted((each for each in listed if not is_ahead(each, today)), key=lambda each: each.date, reverse=True)
    return Shelf(tuple(coming[:1]), tuple(coming[1:]), tuple(past))


def is_ahead(listed: ListedConvening, today: date) -> bool:
    """Whether a convening is still to come, or running."""
    day = day_of(listed.date)
    return listed.state == LIVE or (listed.state != OVER and (day is None or day >= today))


def _nearness(listed: ListedConvening) -> tuple[bool, bool, str, str]:
    return (listed.state != LIVE, not listed.date, listed.date, listed.title.casefold())


def day_ribbon(blocks: Sequence[tuple[str, int]]) -> Ribbon:
    """A day's blocks, (category, minutes) each, as a ribbon."""
    return Ribbon(tuple(RibbonBlock(minutes, category) for category, minutes in blocks))


def people_words(listed: ListedConvening) -> str:
    """Say who comes: "22 people from 7 countries"."""
    people = ngettext("{count} person", "{count} people", listed.people).format(count=listed.people)
    if listed.countries < 2:
        return people
    return _("{people} from {count} countries").format(people=people, count=listed.countries)


def ends(listed: ListedConvening) -> int:
    """When the day ends by plan, in minutes since midnight, as long as no block is pinned."""
    return listed.starts + sum(minutes for _category, minutes in listed.blocks)
