"""Dot vote: everybody gives a few dots, hidden until they are all in. A vote narrows; it does not decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from facilitator.convening import ballots
from facilitator.convening.ballots import (
    CLOSED,
    INTERRUPTED,
    OPEN,
    CastBallot,
    OpenRound,
    Round,
    counting,
    latest,
    revealed,
    rounds_of,
)
from facilitator.convening.cards import Card, resolved
from facilitator.convening.harvest import seeds
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rules
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Seen, Wish

COMFORTABLE = 20
"""Above so many options propose merging. Source: practice, rule DV4."""


@dataclass(frozen=True, slots=True)
class Vote(Record[BlockId]):
    """One vote before it opens: dots for each person, the most on one idea, and the ideas on the ballot.

    No ideas named means those that came from the activity before. `after` is the interrupted round after which they
    were named or taken again, "" before the first.
    """

    dots: int = 3
    cap: int = 2
    options: tuple[str, ...] = ()
    criterion: str = ""
    after: str = ""

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class SetVote(Wish):
    """Say how many dots each has, the most on one idea, and by what to choose."""

    dots: int
    cap: int
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class ChooseOptions(Wish):
    """Put these ideas on the ballot, in this order."""

    cards: tuple[str, ...]


WISHES: tuple[type[Wish], ...] = (SetVote, ChooseOptions, *ballots.WISHES)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about a dot vote.

    Raises Refusal: vote.is_open, vote.no_such_card, round.bad_quota, and those of ballots.
    """
    vote = the_vote(records, moment.block)
    match wish:
        case SetVote(dots, cap, criterion):
            _not_open(records, moment.block)
            if not 1 <= cap <= dots:
                raise Refusal("round.bad_quota")
            wanted = replace(vote, dots=dots, cap=cap, criterion=criterion)
            return Decision("dot_vote.rules_set", stated(records, wanted))
        case ChooseOptions(cards):
            _not_open(records, moment.block)
            if any(card not in records[Card] for card in cards):
                raise Refusal("vote.no_such_card")
            chosen = replace(vote, options=tuple(cards), after=_lost(records, moment.block))
            return Decision("dot_vote.options_chosen", stated(records, chosen))
        case OpenRound(cards) if any(card not in records[Card] for card in cards):
            raise Refusal("vote.no_such_card")
    return ballots.decide(records, wish, moment)


def _not_open(records: Records, block: BlockId) -> None:
    round_ = latest(records, block)
    if round_ is not None and round_.state in (OPEN, CLOSED):
        raise Refusal("vote.is_open")


def the_vote(records: Records, block: BlockId) -> Vote:
    """The vote of a block; as it is before anybody touched it if need be."""
    return records[Vote].get(block, Vote(block))


def options(records: Records, block: BlockId) -> list[Card]:
    """The ideas on the ballot: those of the newest round, else those chosen, else those of the activity before.

    A round that was interrupted is asked once more about the same, until somebody chooses others or takes the ideas
    again. What was merged meanwhile is one option, what was taken away is none.
    """
    round_, vote = latest(records, block), the_vote(records, block)
    if round_ is None or (round_.state == INTERRUPTED and vote.after == round_.id):
        return _standing(records, vote.options or seeds(records, block))
    return _standing(records, round_.options)


def _standing(records: Records, wanted: Sequence[str]) -> list[Card]:
    """The cards that stand for these now."""
    stand = dict.fromkeys(resolved(records, CardId(card)) for card in wanted)
    return [records[Card][card] for card in stand if card in records[Card]]


def _lost(records: Records, block: BlockId) -> str:
    """The newest round if it was interrupted, "" otherwise."""
    round_ = latest(records, block)
    return round_.id if round_ is not None and round_.state == INTERRUPTED else ""


def let_go(records: Records, block: BlockId) -> tuple[Change, ...]:
    """Take back which ideas were chosen for the ballot: with new ones from the activity before, those are on it."""
    vote, lost = the_vote(records, block), _lost(records, block)
    if not vote.options and vote.after == lost:
        return ()
    return stated(records, replace(vote, options=(), after=lost))


def suggested_dots(count: int) -> tuple[int, int]:
    """Suggest how many dots to give each person, as (fewest, most).

    A quarter to a third of the options, rounded half up, within 2 and 7; below 5 options, one each.
    `count` is of options after twins are merged. Raises ValueError below 1. Source: practice, rule DV2.
    """
    if count < 1:
        raise ValueError(f"a vote needs an option, got {count}")
    if count < 5:
        return 1, 1
    return min(7, max(2, (count + 2) // 4)), min(7, max(2, (2 * count + 3) // 6))


@dataclass(frozen=True, slots=True)
class Standing:
    """One idea in the result: its rank (ties share one, the next is skipped), dots, and people who gave any."""

    card: Card
    rank: int
    dots: int
    voters: int
    is_tied: bool


def ranking(records: Records, round_: Round) -> list[Standing]:
    """The result of a revealed round, most dots first; ties as ties. Nothing before the reveal.

    Ideas merged since are counted together; a person is counted once for an idea and its twin, and gives no more
    than the cap to both.
    """
    if round_.state != ballots.REVEALED:
        return []
    dots: Counter[CardId] = Counter()
    voters: Counter[CardId] = Counter()
    for choice in revealed(records, round_.id):
        given = [CardId(card) for card in counting(records, round_, choice)]
        dots.update(given)
        voters.update(set(given))
    cards = _standing(records, round_.options)
    ordered = sorted(cards, key=lambda card: -dots[card.id])
    count = [dots[card.id] for card in ordered]
    return [
        Standing(card, count.index(dots[card.id]) + 1, dots[card.id], voters[card.id], count.count(dots[card.id]) > 1)
        for card in ordered
    ]


def above_the_cut(dots: Sequence[int]) -> int:
    """How many ideas stand above the widest gap within the better half; 0 where no gap stands out.

    `dots` are sorted, most first. Of equal gaps the later one counts; a tie is never cut in two.
    Source: practice, rule DV8.
    """
    gaps = [above - below for above, below in pairwise(dots)][: max(len(dots) // 2, 1)]
    widest = max(gaps, default=0)
    return max(place for place, gap in enumerate(gaps, start=1) if gap == widest) if widest else 0


def share_of_possible(dots: int, ballots: int, cap: int) -> int:
    """What share of the dots that could lie on one idea lie on it, in percent: everybody giving it all they may."""
    return round(100 * dots / (ballots * cap)) if ballots and cap else 0


def harvest(records: Records, block: BlockId) -> tuple[CardId, ...]:
    """What goes on: the ideas that got dots, most first; none before the reveal.

    A round that was interrupted asked for nothing that is known: what was revealed before it still goes on.
    """
    asked = [round_ for round_ in rounds_of(records, block) if round_.state != INTERRUPTED]
    return tuple(s.card.id for s in ranking(records, asked[-1]) if s.dots) if asked else ()


def settled(records: Records, block: BlockId) -> tuple[Wish, ...]:
    """The dots of each, the most on one idea, and by what to choose, where somebody said so."""
    vote = records[Vote].get(block)
    return (SetVote(vote.dots, vote.cap, vote.criterion),) if vote is not None else ()


RULES = Rules(
    "dot_vote",
    (Vote,),
    WISHES,
    decide,
    harvest=harvest,
    let_go=let_go,
    open_to_all=frozenset((CastBallot,)),
    settled=settled,
    settings=(SetVote,),
)
