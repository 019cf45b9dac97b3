"""Dot vote: everybody gives a few dots, hidden until they are all in. A vote narrows; it does not decide."""

from __future__ import annotations

from facilitator.activities import Activity
from facilitator.activities.dot_vote.rules import RULES
from facilitator.i18n import N_
from facilitator.kit.told import Group, Told

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
    {
        "dot_vote.rules_set": Told(
            Group.VOTES,
            "hand-pointing",
            N_("You set the rules of the vote: {vote_dots} dots each, at most {vote_cap} on one idea."),
            N_("{who} set the rules of the vote: {vote_dots} dots each, at most {vote_cap} on one idea."),
        ),
        "dot_vote.options_chosen": Told(
            Group.VOTES,
            "hand-pointing",
            N_("You chose what stands on the ballot."),
            N_("{who} chose what stands on the ballot."),
        ),
    },
)
