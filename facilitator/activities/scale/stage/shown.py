"""What the stage shows of a scale: chosen from the room's records, which hold no answer before the reveal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.activities.scale.rules.outcome import the_outcome
from facilitator.activities.scale.rules.points import Scale, the_scale
from facilitator.activities.scale.rules.proposal import the_proposal
from facilitator.activities.scale.rules.support import (
    Asked,
    asked,
    heard_first,
    is_told,
    people,
    spread,
    support,
    the_rule,
)
from facilitator.activities.scale.stage.words import quoted, rule_words
from facilitator.convening.agenda import Block
from facilitator.convening.ballots import INTERRUPTED, REVEALED, Round, Turnout, latest
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.kit.qt.countdown_look import reads_mirrored

WORDED = "worded"
"""The state of a proposal that nobody was asked about yet; "" before there is one, else that of its round."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One look at a scale. `state` is WORDED, "", or that of the round; `asks` is the proposal as it is read.

    `done` of `people` have answered. `counts` is how many chose each point, `supporters` how many support it by the
    rule, `is_heard` whether somebody is to be heard first: all of it empty before the reveal. `outcome` is "" while
    nobody said.
    """

    state: str = ""
    title: str = ""
    prompt: str = ""
    asks: str = ""
    version: int = 0
    scale: Scale = Scale(BlockId(""))
    rule: str = ""
    done: int = 0
    people: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    has_rule: bool = False
    supporters: int = 0
    is_heard: bool = False
    outcome: str = ""
    is_mirrored: bool = False


def shown_in(room: Records, block: BlockId) -> Shown:
    """What a room sees of a scale now."""
    entry, proposal, scale = room[Block].get(block), the_proposal(room, block), the_scale(room, block)
    asks = quoted(proposal.text, scale.kind)
    found = Shown(
        WORDED if proposal.text else "",
        entry.title if entry is not None else "",
        entry.prompt if entry is not None else "",
        asks,
        proposal.version,
        scale,
        rule_words(scale, the_rule(room, block)),
        is_mirrored=_is_mirrored(room, entry, proposal.text),
    )
    round_ = latest(room, block)
    return found if round_ is None or _is_left(room, round_) else _in_round(room, round_, found)


def _in_round(room: Records, round_: Round, found: Shown) -> Shown:
    """What is asked is what was asked when the round opened: later words are for the next one."""
    question = asked(room, round_.id)
    now = replace(
        found,
        state=round_.state,
        asks=quoted(question.text, question.kind),
        version=question.version,
        scale=question.scale,
        people=people(room, round_),
        done=room[Turnout].get(round_.id, Turnout(round_.id)).ballots,
        is_mirrored=_is_mirrored(room, room[Block].get(round_.block), question.text),
    )
    if round_.state != REVEALED:
        return replace(now, people=max(now.people, now.done))
    decided = the_outcome(room, round_.block)
    ended = replace(now, done=round_.ballots, outcome=decided.result if decided.round == round_.id else "")
    if not is_told(room, round_):
        return ended
    counts = spread(room, round_)
    return replace(
        ended,
        counts=counts,
        has_rule=question.enough > 0,
        supporters=support(room, round_),
        is_heard=_is_heard(question, counts),
    )


def _is_heard(question: Asked, counts: Mapping[str, int]) -> bool:
    """Whether somebody chose a point that is heard before the yes."""
    return question.enough > 0 and any(counts[point] for point in heard_first(question.scale, question.counts))


def _is_left(room: Records, round_: Round) -> bool:
    """Whether the room went on to other words than a round asked about, and decided nothing about those."""
    is_over = round_.state in (REVEALED, INTERRUPTED)
    is_reworded = the_proposal(room, round_.block).version > asked(room, round_.id).version
    return is_over and is_reworded and the_outcome(room, round_.block).round != round_.id


def _is_mirrored(room: Records, entry: Block | None, asks: str) -> bool:
    """Whether it is read from right to left, as the convening's language or what is asked says."""
    return reads_mirrored(room, replace(entry, prompt=asks or entry.prompt) if entry is not None else None)
