"""A scale: how far everybody goes along with a proposal, in private, revealed at once, heard, and decided."""

from __future__ import annotations

from dataclasses import replace

from facilitator.activities.scale.rules import reservations
from facilitator.activities.scale.rules.outcome import Decide, Outcome, the_outcome
from facilitator.activities.scale.rules.outcome import sound as sound_outcome
from facilitator.activities.scale.rules.points import DECIDING, Scale, SetScale, the_scale
from facilitator.activities.scale.rules.points import sound as sound_scale
from facilitator.activities.scale.rules.proposal import Proposal, SetProposal, the_proposal
from facilitator.activities.scale.rules.reservations import Reservation
from facilitator.activities.scale.rules.support import Asked, SetRule, SupportRule, the_rule, usual_counts
from facilitator.activities.scale.rules.support import sound as sound_rule
from facilitator.convening import ballots
from facilitator.convening.ballots import CLOSED, OPEN, REVEALED, CastBallot, OpenRound, latest
from facilitator.convening.cards import Card, proper
from facilitator.convening.findable import Findable
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rules
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Wish, added

WISHES: tuple[type[Wish], ...] = (
    SetScale, SetProposal, SetRule, Decide, *reservations.WISHES, *ballots.WISHES,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about a scale.

    Raises Refusal: scale.is_open, scale.no_proposal, scale.no_rule, scale.not_revealed, scale.bad_points,
    scale.long_label, scale.bad_rule, scale.bad_outcome, person.none_such, text.empty, text.too_long, and those of
    reservations and ballots.
    """
    block = moment.block
    match wish:
        case SetScale(kind, labels):
            return Decision("scale.chosen", _chosen(records, sound_scale(block, kind, labels)))
        case SetProposal(text):
            return Decision("scale.proposal_set", _worded(records, proper(text), moment))
        case SetRule():
            _not_open(records, block)
            wanted = sound_rule(the_scale(records, block), wish, moment.at)
            return Decision("scale.rule_set", stated(records, wanted))
        case Decide():
            return Decision("scale.decided", _decided(records, wish, moment))
        case OpenRound():
            return _opened(records, wish, moment)
    if isinstance(wish, reservations.WISHES):
        return reservations.decide(records, wish, moment)
    return ballots.decide(records, wish, moment)


def _chosen(records: Records, wanted: Scale) -> tuple[Change, ...]:
    """A scale; what was agreed about the points of another one is no rule for this."""
    _not_open(records, wanted.id)
    before, rule = the_scale(records, wanted.id), records[SupportRule].get(wanted.id)
    is_other = (before.kind, before.count) != (wanted.kind, wanted.count)
    unset = SupportRule(wanted.id, counts=usual_counts(wanted))
    freed = stated(records, unset) if rule is not None and is_other else ()
    return (*stated(records, wanted), *freed)


def _worded(records: Records, text: str, moment: Moment) -> tuple[Change, ...]:
    _not_open(records, moment.block)
    before = the_proposal(records, moment.block)
    if text == before.text:
        return ()
    return stated(records, Proposal(moment.block, text, before.version + 1, before.text, moment.at))


def _decided(records: Records, wish: Decide, moment: Moment) -> tuple[Change, ...]:
    round_, before = latest(records, moment.block), the_outcome(records, moment.block)
    if round_ is None or round_.state != REVEALED:
        raise Refusal("scale.not_revealed")
    return stated(records, sound_outcome(records, round_.id, wish, before, moment.at))


def _opened(records: Records, wish: OpenRound, moment: Moment) -> Decision:
    """Open a round about the proposal as it is worded now, by its scale and its rule. Source: practice, rule DE1."""
    proposal, scale = the_proposal(records, moment.block), the_scale(records, moment.block)
    rule = the_rule(records, moment.block)
    if not proposal.text:
        raise Refusal("scale.no_proposal")
    if scale.kind in DECIDING and not rule.enough:
        raise Refusal("scale.no_rule")
    if wish.options != scale.points or (wish.quota, wish.cap) != (1, 1):
        raise Refusal("scale.bad_points")
    opened = ballots.decide(records, wish, moment)
    question = Asked(RoundId(opened.changes[0].id), proposal.text, proposal.version, scale.kind, scale.labels)
    if scale.kind in DECIDING:
        question = replace(question, enough=rule.enough, counts=rule.counts, may_block=rule.may_block)
    return replace(opened, changes=(*opened.changes, added(question)))


def _not_open(records: Records, block: BlockId) -> None:
    round_ = latest(records, block)
    if round_ is not None and round_.state in (OPEN, CLOSED):
        raise Refusal("scale.is_open")


def settled(records: Records, block: BlockId) -> tuple[Wish, ...]:
    """The scale, where somebody chose one. A rule is agreed by the people who are there, so it is none of it."""
    scale = records[Scale].get(block)
    return (SetScale(scale.kind, scale.labels),) if scale is not None else ()


RULES = Rules(
    "scale",
    (Scale, Proposal, SupportRule, Asked, Reservation, Outcome),
    WISHES,
    decide,
    reservations.veil,
    open_to_all=frozenset((*reservations.OPEN_TO_ALL, CastBallot)),
    findable=(
        Findable(Proposal, "proposal", ("text",)),
        # Its words are its card's; found as what it is, and not as an idea.
        Findable(Reservation, "reservation", ("text", "met"), instead_of=Card),
    ),
    settled=settled,
    settings=(SetScale,),
)
