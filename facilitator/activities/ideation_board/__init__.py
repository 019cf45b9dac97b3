"""Idea board: people write cards in silence, and the room finds what belongs together."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.ideation_board.rules import RULES
from facilitator.i18n import N_

ACTIVITY = Activity(
    "ideation_board",
    N_("Idea board"),
    "sticker",
    "think",
    40,
    RULES,
    {
        "board.not_collecting": N_("The board is not taking new ideas at the moment."),
        "board.no_such_card": N_("That idea is not on this board any more."),
        "board.no_such_cluster": N_("That group is not on this board any more."),
        "board.too_many_clusters": N_("A board has at most {most} groups. Put two of them together first."),
        "board.unknown_step": N_("The board has no such step."),
    },
)
