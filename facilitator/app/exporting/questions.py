"""What a convening came to, read once for every kind of file: ideas with their dots, votes, wicked questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.activities.ideation_board.rules import (
    WHOLE,
    Spot,
    authors,
    cards_by_cluster,
    clusters,
    layout_of,
    spots,
    table_of_card,
)
from facilitator.activities.scale.rules import support as scale
from facilitator.activities.wicked_questions import rules as wicked
from facilitator.activities.wicked_questions.rules import Candidate
from facilitator.activities.wicked_questions.rules.answers import answers
from facilitator.convening.agenda import Block, agenda
from facilitator.convening.ballots import REVEALED, RevealedBallot, Round, counting, rounds_of
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.option_words import option_words

_WICKED = "wicked_questions"


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea where it lies. `twins` are the cards that were merged into it, with their own words and authors.

    `author` is the name that the room may read beside it, "" for none; `table` is where a paper card was written,
    0 where it is not known.
    """

    board: Block
    cluster: str
    card: Card
    twins: tuple[Card, ...]
    dots: int
    voters: int
    author: str = ""
    table: int = 0
    zone: str = ""
    """The title of the zone of the canvas it lies in, "" for none."""
    place: tuple[float, float] | tuple[()] = ()
    """Where it lies on the canvas of its board, from the left and the top, from 0 to 1; () where it lies on none."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words of what was merged into it."""
        return tuple(twin.text for twin in self.twins)


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option of a revealed round. Ties share a rank, and the next one is skipped."""

    rank: int
    text: str
    dots: int
    voters: int
    is_tied: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A wicked question in its own grammar; `support` is how many chose it in the last revealed round.

    `answers` are what people told of it, as far as these records hold them, and whether the room has read each.
    """

    block: Block
    text: str
    is_chosen: bool
    support: int
    answers: tuple[tuple[str, bool], ...] = ()


def ideas(records: Records) -> Iterator[Idea]:
    """All ideas, board by board, cluster by cluster, in their order; merged ones with the one that stands for them."""
    dots, voters = _given(records)
    merged: dict[CardId, list[Card]] = {}
    for card in records[Card].values():
        if card.merged_into:
            merged.setdefault(resolved(records, card.id), []).append(card)
    for block in agenda(records):
        names = {cluster.id: cluster.name for cluster in clusters(records, block.id)}
        named = authors(records, block.id)
        titles = {zone.key: _(zone.title) for zone in layout_of(records, block.id).zones}
        lying = spots(records, block.id)
        for cluster_id, cards in cards_by_cluster(records, block.id).items():
            for card in cards:
                also = tuple(merged.get(card.id, ()))
                cluster, author = names.get(cluster_id, ""), named.get(card.id, "")
                table = table_of_card(records, card.id)
                spot = lying.get(card.id)
                zone, place = ("", ()) if spot is None else (titles.get(spot.zone, ""), _place(spot))
                yield Idea(block, cluster, card, also, dots[card.id], voters[card.id], author, table, zone, place)


def _place(spot: Spot) -> tuple[float, float]:
    return spot.x / WHOLE, spot.y / WHOLE


def rounds(records: Records) -> Iterator[tuple[Block, Round]]:
    """All rounds of voting, in the order of the agenda. What was asked on a scale is no vote: see `decisions`."""
    for block in agenda(records):
        for round_ in rounds_of(records, block.id):
            if round_.id not in records[scale.Asked]:
                yield block, round_


def ranking(records: Records, round_: Round) -> list[Ranked]:
    """The result of a round, most dots first; nothing before its reveal."""
    if round_.state != REVEALED:
        return []
    dots, voters = _counted(records, round_)
    options = dict.fromkeys(str(resolved(records, CardId(option))) for option in round_.options)
    ordered = sorted(options, key=lambda option: -dots[option])
    count = [dots[option] for option in ordered]
    return [
        Ranked(
            count.index(dots[option]) + 1, _words_of(records, option), dots[option], voters[option],
            count.count(dots[option]) > 1,
        )
        for option in ordered
    ]  # fmt: skip


def questions(records: Records) -> Iterator[Asked]:
    """All wicked questions that stand, in the order of the agenda, the chosen one of a block first."""
    for block in agenda(records):
        if block.activity != _WICKED:
            continue
        chosen, support = wicked.the_inquiry(records, block.id).chosen, wicked.support(records, block.id)
        for one in sorted(wicked.candidates(records, block.id), key=lambda one: one.id != chosen):
            told = tuple((card.text, answer.is_shown) for answer, card in answers(records, one.id))
            yield Asked(block, question(one), one.id == chosen, support[one.id], told)


def question(one: Candidate) -> str:
    """A wicked question as a sentence, by the grammar of its stem. Source: practice, rule WQ1."""
    match one.stem:
        case "want_why":
            line = _("If people want {first}, why do we {second}?")
        case "say_do":
            line = _("Why do we say {first} and do {second}?")
        case _stem:
            line = _("How is it that we are {first} and we are {second}, simultaneously?")
    return line.format(first=one.first, second=one.second)


def _words_of(records: Records, option: str) -> str:
    candidate = records[Candidate].get(option)
    if candidate is not None:
        return question(candidate)
    card = records[Card].get(option)
    return option_words(records, card) if card is not None else _("Taken away since")


def _counted(records: Records, round_: Round) -> tuple[Counter[str], Counter[str]]:
    dots: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    for ballot in records[RevealedBallot].values():
        if ballot.round == round_.id:
            given = counting(records, round_, ballot.choice)
            dots.update(given)
            voters.update(set(given))
    return dots, voters


def _given(records: Records) -> tuple[Counter[str], Counter[str]]:
    dots: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    for round_ in records[Round].values():
        if round_.state == REVEALED:
            more_dots, more_voters = _counted(records, round_)
            dots += more_dots
            voters += more_voters
    return dots, voters
