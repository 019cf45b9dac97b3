"""The decision rule in words, as it is said to the room: how many are enough, who may block, and who is heard first."""

from __future__ import annotations

from facilitator.activities.scale.rules.points import Scale
from facilitator.activities.scale.rules.support import Asked, SupportRule, blocking, heard_first, supporting
from facilitator.i18n import _
from facilitator.kit.support_words import rule_words

Rule = SupportRule | Asked
"""How much support is enough: as it is set now, or as it was when a round opened."""


def rule_sentence(scale: Scale, rule: Rule, people: int) -> str:
    """Say what is enough: 15 of 22 or more that choose 1, 2 or 3, and no one who chooses 8.

    `people` is how many are expected to answer; where they are fewer than are enough, only what is enough is said.
    "" where nothing is decided, or the rule is not set yet.
    """
    if not rule.enough:
        return ""
    veto = blocking(scale) if rule.may_block else ""
    return rule_words(rule.enough, people, supporting(scale, rule.counts), veto)


def heard_sentence(scale: Scale, rule: Rule) -> str:
    """Say who is heard first: "Everyone from 4 to 8 is heard first."; "" where nothing is decided."""
    if not rule.enough:
        return ""
    points = heard_first(scale, rule.counts)
    if len(points) == 1:
        return _("Everyone at {point} is heard first.").format(point=points[0])
    return _("Everyone from {first} to {last} is heard first.").format(first=points[0], last=points[-1])


def set_sentence(time: str) -> str:
    """Say at which time of day the rule was set."""
    return _("Set at {time}.").format(time=time)
