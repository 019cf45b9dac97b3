"""What the library says of a method in few words, and which methods a filter leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from facilitator.activities import Activity
from facilitator.beginnings.methods import BEING, DOING, SEEING, Method
from facilitator.i18n import _, ngettext

FAMILIES = (SEEING, DOING, BEING)
"""The columns of the library, in their order."""

SHORT = 20
"""A method under so many minutes is a short one."""

ALL_WELCOME = 500
"""A method for so many people is for any room."""


class Filter(Enum):
    """Which methods are shown; `search` leaves less of them still."""

    ALL = "all"
    SHORT = "short"
    NO_PHONES = "no phones"
    USED = "used"


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """What a method took when it ran last, and how often it ran: minutes planned and taken."""

    planned: int
    taken: int
    times: int = 1


Times = Mapping[str, TimeTaken]
"""What methods took before, by their key. Source: practice, rule TM13."""


def family_name(family: str) -> str:
    """What a family is called."""
    return {SEEING: _("Seeing"), DOING: _("Doing"), BEING: _("Being")}[family]


def family_aim(family: str) -> str:
    """What a family is for."""
    return {
        SEEING: _("what is going on here"),
        DOING: _("what we choose and carry"),
        BEING: _("who we are while we do it"),
    }[family]


def people_words(method: Method) -> str:
    """For how many people it is: "4 to 100 people", "any number of people"."""
    fewest, most = method.people
    if most >= ALL_WELCOME:
        return ngettext("from {count} person", "from {count} people", fewest).format(count=fewest)
    return _("{fewest} to {most} people").format(fewest=fewest, most=most)


def minutes_words(seconds: int) -> str:
    """A length in minutes: "2 min", "2½ min"."""
    half = "½" if seconds % 60 else ""
    return _("{minutes} min").format(minutes=f"{seconds // 60 or ''}{half}" if half else seconds // 60)


def who_words(who: str) -> str:
    """Who works together in a step; "" if nothing is said."""
    return {
        "solo": _("alone"),
        "pairs": _("in pairs"),
        "trios": _("in threes"),
        "fours": _("in fours"),
        "groups": _("in groups"),
        "stations": _("at stations"),
        "circle": _("in a circle"),
        "all": _("all together"),
    }.get(who, "")


def taken_words(time: TimeTaken) -> str:
    """What it took last time, beside its plan."""
    return _("Last time {taken} min, planned {planned}").format(taken=time.taken, planned=time.planned)


def phone_words(*, has_phones: bool) -> str:
    """Whether phones take part."""
    return _("phones or paper") if has_phones else _("no phones needed")


def uses_phones(method: Method, activities: Mapping[str, Activity]) -> bool:
    """Whether the room takes part by phone while it runs here."""
    known = activities.get(method.activity)
    return known is not None and known.face("phone") is not None


def filtered(
    methods: Sequence[Method], chosen: Filter, search: str, times: Times, activities: Mapping[str, Activity]
) -> list[Method]:
    """The methods that a filter leaves and in which every word that is looked for stands."""
    keeps: dict[Filter, Callable[[Method], bool]] = {
        Filter.ALL: lambda _method: True,
        Filter.SHORT: lambda method: method.minutes < SHORT,
        Filter.NO_PHONES: lambda method: not uses_phones(method, activities),
        Filter.USED: lambda method: method.key in times,
    }
    wanted = search.casefold().split()
    return [m for m in methods if keeps[chosen](m) and all(word in _searched(m) for word in wanted)]


def _searched(method: Method) -> str:
    parts = (method.name, method.collection, family_name(method.family), method.purpose, method.when, *method.prompts)
    return " ".join(parts).casefold()
