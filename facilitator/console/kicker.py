"""What a block is called by in small above its question: its activity, its method, or what kind of time it is."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.activities import Activity
from facilitator.beginnings.methods import PLAIN, name_of
from facilitator.console.home_cards import category_words
from facilitator.convening.agenda import Block
from facilitator.i18n import _


def kicker_of(block: Block, activities: Mapping[str, Activity]) -> str:
    """Name what runs: an activity by its title; a block without one by its method, or else by its category.

    A method is not named where the block's title begins with it: the room's question stands right below.
    """
    activity = activities.get(block.activity)
    if activity is not None and block.activity != PLAIN:
        return _(activity.title)
    name = name_of(block.method)
    if name and not block.title.casefold().startswith(name.casefold()):
        return name
    return category_words(block.category)
