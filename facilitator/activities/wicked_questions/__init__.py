"""Wicked questions: two things that are true of us at once, and the question that holds them together."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.wicked_questions.rules import RULES
from facilitator.i18n import N_

ACTIVITY = Activity(
    "wicked_questions",
    N_("Wicked question"),
    "question",
    "think",
    25,
    RULES,
    {
        "wicked.unknown_stem": N_("There is no such beginning for a wicked question."),
        "wicked.unknown_half": N_("A truth belongs to the first half or to the second."),
        "wicked.half_missing": N_("A wicked question needs both halves."),
        "wicked.no_such_candidate": N_("That question is not on the list any more."),
        "wicked.unknown_step": N_("The wicked question has no such step."),
        "wicked.not_collecting": N_("The room is choosing now; no new truths for the moment."),
    },
)
