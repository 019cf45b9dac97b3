"""Who somebody is, in the words of whoever reads: you, the facilitator, a name, or somebody else."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.convening.ids import HOST, PersonId
from facilitator.i18n import _

Names = Callable[[str], str]
"""Gives the name of somebody, "" for who has none."""


def nameless(_person: str) -> str:
    """Know nobody's name."""
    return ""


def who_is(person: str, names: Names, reader: PersonId = HOST) -> str:
    """Say who did something, in the middle of a sentence; `reader` is who reads it, the facilitator if not said."""
    if person and person == reader:
        return _("you")
    if person == HOST:
        return _("the facilitator")
    return names(person) or _("somebody else")
