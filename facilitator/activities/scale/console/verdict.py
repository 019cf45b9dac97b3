"""What a revealed round came to, in plain sentences: by its own rule, never by an average, and whom to hear first."""

from __future__ import annotations

from facilitator.activities.scale.console.rule_words import heard_sentence
from facilitator.activities.scale.rules.points import DECIDING, ROTI
from facilitator.activities.scale.rules.support import (
    BLOCKED,
    SUPPORTED,
    asked,
    heard_first,
    is_told,
    people,
    spread,
    support,
    verdict,
)
from facilitator.convening.ballots import Round
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext


def count_words(records: Records, round_: Round) -> tuple[str, str]:
    """What is counted large and what stands beside it: ("17", "of 22 support it"), of a pulse how many answered."""
    expected = people(records, round_)
    if asked(records, round_.id).enough:
        supporters = support(records, round_)
        words = ngettext("of {people} supports it", "of {people} support it", supporters)
        return str(supporters), words.format(people=expected)
    words = ngettext("of {people} has answered", "of {people} have answered", expected)
    return str(round_.ballots), words.format(people=expected)


def verdict_words(records: Records, round_: Round) -> str:
    """Say what the answers come to by the rule of the round; "" where nothing is decided."""
    question, came_to = asked(records, round_.id), verdict(records, round_)
    if came_to == BLOCKED:
        return _("Somebody chose {point}, so it is not supported.").format(point=question.blocking)
    if came_to == SUPPORTED:
        return _("The rule asked for {enough}: supported.").format(enough=question.enough)
    return _("The rule asked for {enough}: not enough.").format(enough=question.enough) if came_to else ""


def hear_words(records: Records, round_: Round) -> str:
    """Say whom the room hears first, and what it asks them. Source: practice, rules DE2, DE3 and DE5."""
    question = asked(records, round_.id)
    if question.kind not in DECIDING:
        if question.kind == ROTI and is_told(records, round_):
            middle, best = question.scale.points[question.scale.count // 2], question.scale.points[-1]
            words = _("Those at {middle} or less: what would add one point? Those at {best}: what should be kept?")
            return words.format(middle=middle, best=best)
        return _("What would add one point? What should be kept?")
    counts = spread(records, round_)
    if not any(counts.get(point) for point in heard_first(question.scale, question.counts)):
        return _("Everybody who answered supports it. Ask once: what have we not seen yet?")
    return _("{who} What would move you one step?").format(who=heard_sentence(question.scale, question))
