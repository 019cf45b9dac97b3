"""What can be put on an agenda: the activities there are, and breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.activities import Activity
from facilitator.beginnings.methods import PLAIN
from facilitator.convening.agenda import Block
from facilitator.convening.ids import BlockId
from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to add: its title, what runs in it, its kind, its usual minutes, its icon."""

    title: str
    activity: str
    category: str
    minutes: int
    icon: str

    def block(self, place: str) -> Block:
        """The block that this adds, at a place of the order."""
        return Block(
            BlockId(""), self.title, self.activity, "", self.minutes, place, category=self.category, icon=self.icon
        )


def offers(activities: Mapping[str, Activity]) -> tuple[Offer, ...]:
    """Everything on offer: a talk first, then the activities, then the breaks."""
    mine = [
        Offer(_(known.title), known.name, known.category, known.minutes, known.icon)
        for known in activities.values()
        if known.name != PLAIN
    ]
    return (
        talk(),
        *mine,
        Offer(_("Break"), PLAIN, "pause", 15, "coffee"),
        Offer(_("Lunch"), PLAIN, "pause", 60, "fork-knife"),
    )


def talk() -> Offer:
    """A talk: a timer and a line for the room."""
    return Offer(_("Talk"), PLAIN, "gather", 15, "chats-circle")
