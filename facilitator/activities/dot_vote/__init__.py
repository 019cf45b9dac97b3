"""Dot vote: everybody gives a few dots, hidden until they are all in. A vote narrows; it does not decide."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.dot_vote.rules import RULES
from facilitator.i18n import N_

ACTIVITY = Activity(
    "dot_vote",
    N_("Dot vote"),
    "hand-pointing",
    "decide",
    15,
    RULES,
    {
        "vote.is_open": N_("The rules are fixed while the vote is open."),
        "vote.no_such_card": N_("One of these ideas is not there any more."),
    },
)
