"""Wicked questions: two things that are true of us at once, and the question that holds them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.activities.wicked_questions.rules import answers
from facilitator.activities.wicked_questions.rules.answers import Answer
from facilitator.convening import ballots
from facilitator.convening.ballots import CastBallot, latest, revealed
from facilitator.convening.cards import Card, own, proper
from facilitator.convening.findable import Findable
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.place import last
from facilitator.convening.records import Records
from facilitator.convening.rulebook import Rules
from facilitator.convening.states import removal, stated
from facilitator.convening.words import (
    Change,
    Decision,
    Moment,
    Record,
    Refusal,
    Role,
    Seen,
    Wish,
    added,
    changed,
    removed,
    table_of,
)

STEPS = ("truths", "build", "choose", "live")
"""The steps in order: hear truths, build candidates, choose one, live with it."""

STEMS = ("at_once", "want_why", "say_do")
"""How is it that we are A and we are B, simultaneously? · If people want A, why do we B? · Why do we say A and do B?

Each stem has a grammar of its own; halves of one never go into another. Source: practice, rule WQ1.
"""

FIRST, SECOND = "first", "second"
"""The halves of a wicked question."""


@dataclass(frozen=True, slots=True)
class Inquiry(Record[BlockId]):
    """One search for a wicked question: its step, and the question that was chosen, "" until then."""

    step: str = "truths"
    chosen: CardId = CardId("")

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block", "chosen": "candidate"}


@dataclass(frozen=True, slots=True)
class Truth(Record[CardId]):
    """A card that may become half of a question: which half it was sent for."""

    block: BlockId
    half: str

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "block": "block"}


@dataclass(frozen=True, slots=True)
class Candidate(Record[CardId]):
    """A wicked question: a stem and its two halves, one thing together. `by` is who built it."""

    block: BlockId
    stem: str
    first: str
    second: str
    place: str = ""
    by: PersonId = PersonId("")

    seen: ClassVar[Seen] = Seen.ROOM
    private: ClassVar[tuple[str, ...]] = ("by",)
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (("stem", "first", "second"),)
    points_to: ClassVar[Mapping[str, str]] = {"block": "block"}


@dataclass(frozen=True, slots=True)
class SendTruths(Wish):
    """Say what is true, for either half or both."""

    first: str = ""
    second: str = ""
    source: str = "keyboard"


@dataclass(frozen=True, slots=True)
class RemoveTruth(Wish):
    card: CardId


@dataclass(frozen=True, slots=True)
class KeepCandidate(Wish):
    stem: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class EditCandidate(Wish):
    candidate: CardId
    stem: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class SetAside(Wish):
    candidate: CardId


@dataclass(frozen=True, slots=True)
class ChooseCandidate(Wish):
    """Live with one question, "" for none yet."""

    candidate: CardId


@dataclass(frozen=True, slots=True)
class TakeStep(Wish):
    step: str


WISHES: tuple[type[Wish], ...] = (
    SendTruths, RemoveTruth, KeepCandidate, EditCandidate, SetAside, ChooseCandidate, TakeStep,
    *answers.WISHES, *ballots.WISHES,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about wicked questions.

    Raises Refusal: wicked.unknown_stem, wicked.half_missing, wicked.no_such_candidate, wicked.unknown_step,
    wicked.not_collecting, wicked.has_answers, card.none_such, card.not_yours, text.empty, text.too_long, and those of
    answers and ballots.
    """
    inquiry = the_inquiry(records, moment.block)
    match wish:
        case SendTruths(first, second, source):
            return _sent(inquiry, {FIRST: first, SECOND: second}, source, moment)
        case RemoveTruth(card):
            truth = records[Truth].get(card)
            if truth is None or truth.block != moment.block:
                raise Refusal("card.none_such")
            return Decision("wicked_questions.truth_removed", removal(records, own(records, card, moment)))
        case TakeStep(step):
            if step not in STEPS:
                raise Refusal("wicked.unknown_step")
            away = answers.put_away(records, moment.block)
            return Decision("wicked_questions.step_taken", (*stated(records, replace(inquiry, step=step)), *away))
        case KeepCandidate() | EditCandidate() | SetAside() | ChooseCandidate():
            return _candidate(records, inquiry, wish, moment)
        case answers.SendAnswer() | answers.RemoveAnswer() | answers.ShowAnswer():
            return answers.decide(records, wish, moment, lived_with(records, inquiry))
    return ballots.decide(records, wish, moment)


def _sent(inquiry: Inquiry, halves: Mapping[str, str], source: str, moment: Moment) -> Decision:
    if inquiry.step not in ("truths", "build") and moment.role is not Role.GUIDE:
        raise Refusal("wicked.not_collecting")
    changes: list[Change] = []
    for half, text in halves.items():
        if text.strip():
            card = Card(CardId(moment.new_id()), proper(text), "", source, moment.by)
            changes += (added(card), added(Truth(card.id, moment.block, half)))
    if not changes:
        raise Refusal("text.empty")
    return Decision("wicked_questions.truths_sent", tuple(changes))


def _candidate(records: Records, inquiry: Inquiry, wish: Wish, moment: Moment) -> Decision:
    match wish:
        case KeepCandidate(stem, first, second):
            place = last([c.place for c in candidates(records, moment.block)])
            fresh = Candidate(CardId(moment.new_id()), moment.block, *_pair(stem, first, second), place, moment.by)
            return Decision("wicked_questions.candidate_kept", (added(fresh),))
        case EditCandidate(candidate, stem, first, second):
            found = _found(records, candidate, moment)
            stem, first, second = _pair(stem, first, second)
            return Decision(
                "wicked_questions.candidate_edited", (changed(found, stem=stem, first=first, second=second),)
            )
        case SetAside(candidate):
            found = _found(records, candidate, moment)
            if any(answer.question == candidate for answer in records[Answer].values()):
                raise Refusal("wicked.has_answers")
            free = stated(records, replace(inquiry, chosen=CardId(""))) if inquiry.chosen == candidate else ()
            return Decision("wicked_questions.candidate_set_aside", (*free, removed(found)))
        case ChooseCandidate(candidate):
            if candidate:
                _found(records, candidate, moment)
            away = answers.put_away(records, moment.block)
            changes = (*stated(records, replace(inquiry, chosen=candidate)), *away)
            return Decision("wicked_questions.chosen", changes)
    raise Refusal("wish.unknown")


def _pair(stem: str, first: str, second: str) -> tuple[str, str, str]:
    if stem not in STEMS:
        raise Refusal("wicked.unknown_stem")
    if not first.strip() or not second.strip():
        raise Refusal("wicked.half_missing")
    return stem, proper(first), proper(second)


def _found(records: Records, candidate: CardId, moment: Moment) -> Candidate:
    found = records[Candidate].get(candidate)
    if found is None or found.block != moment.block:
        raise Refusal("wicked.no_such_candidate")
    return found


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide the truths: the room sees the questions that are made of them. A truth whose block is gone stays hidden."""
    yield from answers.veil(records)
    for card in (*records[Truth], *records.resting(table_of(Truth))):
        yield table_of(Card), card


def the_inquiry(records: Records, block: BlockId) -> Inquiry:
    """The search of a block; as it is before anybody touched it if need be."""
    return records[Inquiry].get(block, Inquiry(block))


def lived_with(records: Records, inquiry: Inquiry) -> CardId:
    """The question that the room lives with now, "" while it is still looking for one."""
    return inquiry.chosen if inquiry.step == "live" and inquiry.chosen in records[Candidate] else CardId("")


def candidates(records: Records, block: BlockId) -> list[Candidate]:
    """The questions kept so far, in order."""
    return sorted((c for c in records[Candidate].values() if c.block == block), key=lambda c: (c.place, c.id))


def truths(records: Records, block: BlockId, half: str) -> list[tuple[str, int]]:
    """What was sent for one half: each text once with how many sent it, most first, ignoring case."""
    texts = [
        records[Card][truth.id].text
        for truth in records[Truth].values()
        if truth.block == block and truth.half == half and truth.id in records[Card]
    ]
    first_said = {text.casefold(): text for text in reversed(texts)}
    counts = Counter(text.casefold() for text in texts)
    return [(first_said[text], count) for text, count in counts.most_common()]


def support(records: Records, block: BlockId) -> Counter[str]:
    """How many chose each candidate in the newest round that is revealed; empty before the reveal."""
    round_ = latest(records, block)
    return Counter(c for choice in revealed(records, round_.id) for c in choice) if round_ is not None else Counter()


RULES = Rules(
    "wicked_questions",
    (Inquiry, Truth, Candidate, *answers.RECORDS),
    WISHES,
    decide,
    veil,
    open_to_all=frozenset((SendTruths, RemoveTruth, *answers.OPEN_TO_ALL, CastBallot)),
    findable=(Findable(Candidate, "wicked_question", ("first", "second")),),
)
