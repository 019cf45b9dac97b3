"""Rooms in which a block with steps runs, for pictures and tests of what the stage shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.activities import discover
from facilitator.beginnings.methods import planned_from
from facilitator.convening.agenda import Block
from facilitator.convening.clock import StartBlock
from facilitator.convening.ids import BlockId, StepId
from facilitator.convening.planning import PlanSteps
from facilitator.convening.steps import Step
from tests.convening.given import CONVENING, Room

WORK = BlockId("work")
LATER = Block(BlockId("later"), "What nobody must see yet", "plain", "The next block", 30, "Z")


def part(name: str, seconds: int, who: str = "", title: str = "", *, waits: bool = False) -> Step:
    """A step of the block."""
    return Step(StepId(name), WORK, f"Do {name}", seconds, title, who, waits=waits)


IN_FOURS = (
    Step(StepId("1"), WORK, "Note what would help.", 60, who="solo"),
    Step(StepId("2"), WORK, "Share with one person.", 120, who="pairs"),
    Step(StepId("3"), WORK, "Choose one idea your four would start.", 240, "In fours: what came up twice?", "fours"),
    Step(StepId("4"), WORK, "Each four says one thing.", 300, "One voice from each four", "all"),
)
"""1-2-4-All, as a guide wrote it."""


def running(
    steps: Sequence[Step],
    minutes: int = 12,
    *,
    title: str = "1-2-4-All",
    prompt: str = "What would help?",
    language: str = "",
) -> Room:
    """A room in which a plain block with these steps has just begun."""
    block = Block(WORK, title, "plain", prompt, minutes, "A")
    room = Room(replace(CONVENING, language=language, state="live"), block, LATER)
    room.when(PlanSteps(WORK, tuple(steps)))
    room.when(StartBlock(WORK))
    return room


def running_method(key: str) -> Room:
    """A room in which a block made from a method has just begun."""
    planned = planned_from(key, discover())
    return running(planned.steps, planned.block.minutes, prompt=planned.block.prompt, title=planned.block.title)


ENDINGS = [
    ("Beobachtungen der Gruppen zusammentragen und gemeinsam", "einordnen", "aufordnen"),
    ("تختار كل مجموعة فكرة واحدة لم تُذكر بعد وتشاركها مع الجميع", "الآن", "غدا"),
]
"""Long titles with two last words: where neither is cut, two pictures differ there."""
