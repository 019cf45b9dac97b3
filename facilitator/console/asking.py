"""The voices the console speaks with, and the sentences of those who say no."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.activities import Activity
from facilitator.convening.words import Say

SayTo = Callable[[str], Say]
"""Gives the voice that speaks to a block's activity, by the block's id, or to the convening itself (`ids.ROOM`)."""


def refusals_of(activities: Mapping[str, Activity]) -> dict[str, str]:
    """All sentences of all activities, by code."""
    return {code: words for activity in activities.values() for code, words in activity.refusals.items()}
