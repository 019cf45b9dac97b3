"""The steps of a scale on the console: which there are, what they are called, and which one a room stands at."""

from __future__ import annotations

from enum import Enum

from facilitator.activities.scale.rules.outcome import the_outcome
from facilitator.activities.scale.rules.points import DECIDING, the_scale
from facilitator.activities.scale.rules.support import asked
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED, latest
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _


class Step(Enum):
    """A step, by the page that shows it."""

    PROPOSAL = "proposal"
    QUESTIONS = "questions"
    ANSWER = "answer"
    LISTEN = "listen"
    DECIDE = "decide"


def steps_of(kind: str) -> tuple[Step, ...]:
    """The steps of a kind of scale; nothing is decided by a pulse or a rating."""
    return tuple(step for step in Step if step is not Step.DECIDE or kind in DECIDING)


def title_of(step: Step, kind: str) -> str:
    """What a step is called."""
    return {
        Step.PROPOSAL: _("Proposal") if kind in DECIDING else _("Question"),
        Step.QUESTIONS: _("Questions"),
        Step.ANSWER: _("Answer"),
        Step.LISTEN: _("Listen"),
        Step.DECIDE: _("Decide"),
    }[step]


def may_be(step: Step, state: str) -> bool:
    """Whether a step can be gone to while the latest round is in this state; "" before the first."""
    if state in (OPEN, CLOSED):
        return step is Step.ANSWER
    if step in (Step.LISTEN, Step.DECIDE):
        return state == REVEALED
    return step is not Step.ANSWER


def kind_at(step: Step, records: Records, block: BlockId) -> str:
    """By which kind of scale a step goes: that of the latest round once it asks, before that the one to be asked by."""
    round_ = latest(records, block)
    if step in (Step.PROPOSAL, Step.QUESTIONS) or round_ is None:
        return the_scale(records, block).kind
    return asked(records, round_.id).kind


def stands_at(records: Records, block: BlockId) -> Step:
    """The step at which a room stands, by what it has done so far."""
    round_ = latest(records, block)
    if round_ is None:
        return Step.PROPOSAL
    if round_.state == REVEALED:
        outcome = the_outcome(records, block)
        return Step.DECIDE if outcome.result and outcome.round == round_.id else Step.LISTEN
    return Step.QUESTIONS if round_.state == INTERRUPTED else Step.ANSWER
