"""Which wording of a proposal this is, what the last change changed, and how earlier rounds went, in words."""

from __future__ import annotations

from facilitator.activities.scale.rules.points import DECIDING
from facilitator.activities.scale.rules.proposal import Proposal, what_changed
from facilitator.activities.scale.rules.support import asked, is_told, people, support
from facilitator.convening.ballots import INTERRUPTED, REVEALED, Round
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext


def version_words(kind: str, version: int) -> str:
    """Name what is asked and its wording: "Proposal, version 3"; the first wording has no number yet."""
    if kind in DECIDING:
        return _("Proposal, version {version}").format(version=version) if version > 1 else _("Proposal")
    return _("Question, version {version}").format(version=version) if version > 1 else _("Question")


def change_words(proposal: Proposal, time: str) -> str:
    """Say what the last change changed, with the time of day it was made; "" for a first wording."""
    if proposal.version < 2:
        return ""
    before, now = what_changed(proposal.was, proposal.text)
    if before and now:
        said = _("changed at {time}: “{before}” became “{now}”")
    elif now:
        said = _("changed at {time}: “{now}” was added")
    elif before:
        said = _("changed at {time}: “{before}” was taken out")
    else:
        said = _("changed at {time}")
    return said.format(time=time, before=before, now=now)


def round_words(records: Records, round_: Round) -> str:
    """Say how a round went that is over: "Round 1: 12 of 22 supported version 2."; never how anybody answered."""
    if round_.state == INTERRUPTED:
        return _("Round {number} was interrupted and has no result.").format(number=round_.number)
    if round_.state != REVEALED:
        return ""
    question, expected = asked(records, round_.id), people(records, round_)
    if question.enough:
        words = ngettext(
            "Round {number}: {support} of {people} supported version {version}.",
            "Round {number}: {support} of {people} supported version {version}.",
            expected,
        )
        backing = support(records, round_)
        return words.format(number=round_.number, support=backing, people=expected, version=question.version)
    if not is_told(records, round_):
        return _("Round {number}: fewer than five answered.").format(number=round_.number)
    words = ngettext(
        "Round {number}: {count} of {people} answered.", "Round {number}: {count} of {people} answered.", expected
    )
    return words.format(number=round_.number, count=round_.ballots, people=expected)
