"""What can be put on an agenda: talks, the activities there are, methods that are often used, and breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.activities import Activity
from facilitator.beginnings.methods import PLAIN, PlannedBlock, planned_from, shelf
from facilitator.convening.agenda import AddBlock, Block
from facilitator.convening.ids import BlockId, DayId
from facilitator.i18n import _


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to add, planned whole: its block, and the steps in it."""

    planned: PlannedBlock

    @property
    def title(self) -> str:
        """What it is called."""
        return self.planned.block.title

    @property
    def category(self) -> str:
        """Its kind."""
        return self.planned.block.category

    @property
    def minutes(self) -> int:
        """Its usual minutes."""
        return self.planned.block.minutes

    @property
    def icon(self) -> str:
        """Its icon."""
        return self.planned.block.icon

    def wish(self, day: DayId, place: str) -> AddBlock:
        """What adds it to a day, at a place of the order."""
        return AddBlock(replace(self.planned.block, day=day, place=place), self.planned.steps)


def offers(activities: Mapping[str, Activity]) -> tuple[Offer, ...]:
    """Everything on offer: to arrive and to talk, the activities, the methods of the shelf, then the breaks."""
    mine = [
        _offer(_(known.title), known.name, known.category, known.minutes, known.icon)
        for known in activities.values()
        if known.name != PLAIN
    ]
    return (
        _offer(_("Arrive"), PLAIN, "gather", 15, "door-open"),
        talk(),
        *mine,
        *(Offer(planned_from(key, activities)) for key in shelf()),
        _offer(_("Break"), PLAIN, "pause", 15, "coffee"),
        _offer(_("Lunch"), PLAIN, "pause", 60, "fork-knife"),
    )


def talk() -> Offer:
    """A talk: a timer and a line for the room."""
    return _offer(_("Talk"), PLAIN, "gather", 15, "chats-circle")


def _offer(title: str, activity: str, category: str, minutes: int, icon: str) -> Offer:
    return Offer(PlannedBlock(Block(BlockId(""), title, activity, "", minutes, category=category, icon=icon)))
