"""Answers to the question the room lives with: when somebody has seen both halves be true, told without a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.cards import Card, own, proper
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Role, Seen, Wish, added, table_of


@dataclass(frozen=True, slots=True)
class Answer(Record[CardId]):
    """A card that answers a question. `is_shown` once the facilitator has let the room read it."""

    block: BlockId
    question: CardId
    is_shown: bool = False

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "block": "block", "question": "candidate"}


@dataclass(frozen=True, slots=True)
class Showing(Record[BlockId]):
    """Which answer of a block the stage shows, "" for the question alone."""

    answer: CardId = CardId("")

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block", "answer": "answer"}


@dataclass(frozen=True, slots=True)
class SendAnswer(Wish):
    """Say when both halves of a question were seen to be true. `question` is the one that was read."""

    question: CardId
    text: str
    source: str = "keyboard"


@dataclass(frozen=True, slots=True)
class RemoveAnswer(Wish):
    card: CardId


@dataclass(frozen=True, slots=True)
class ShowAnswer(Wish):
    """Let the room read one answer, "" for the question alone."""

    answer: CardId


RECORDS: tuple[type[Record[CardId]], type[Record[BlockId]]] = (Answer, Showing)
WISHES: tuple[type[Wish], ...] = (SendAnswer, RemoveAnswer, ShowAnswer)
OPEN_TO_ALL: frozenset[type[Wish]] = frozenset((SendAnswer, RemoveAnswer))


def decide(records: Records, wish: Wish, moment: Moment, question: CardId) -> Decision:
    """Answer one wish about answers. `question` is the one the room lives with now, "" before and after.

    Raises Refusal: wicked.not_answering, wicked.no_such_answer, card.none_such, card.not_yours, text.empty,
    text.too_long, wish.unknown.
    """
    match wish:
        case SendAnswer(asked, text, source):
            # A phone that was away may answer a question that the room has left since.
            if not question or asked != question:
                raise Refusal("wicked.not_answering")
            card = Card(CardId(moment.new_id()), proper(text), "", source, moment.by)
            return Decision(
                "wicked_questions.answer_sent", (added(card), added(Answer(card.id, moment.block, question)))
            )
        case RemoveAnswer(key):
            card = own(records, _found(records, key, moment).id, moment)
            return Decision("wicked_questions.answer_removed", removal(records, card))
        case ShowAnswer(key):
            return Decision("wicked_questions.answer_shown", _shown(records, key, moment, question))
    raise Refusal("wish.unknown")


def _shown(records: Records, key: CardId, moment: Moment, question: CardId) -> tuple[Change, ...]:
    if not key:
        return put_away(records, moment.block)
    found = _found(records, key, moment)
    if found.question != question:
        raise Refusal("wicked.no_such_answer")
    seen = stated(records, Answer(found.id, found.block, found.question, is_shown=True))
    return (*seen, *stated(records, Showing(moment.block, key)))


def _found(records: Records, key: CardId, moment: Moment) -> Answer:
    found = records[Answer].get(key)
    if found is None or found.block != moment.block or key not in records[Card]:
        raise Refusal("wicked.no_such_answer" if moment.role is Role.GUIDE else "card.none_such")
    return found


def put_away(records: Records, block: BlockId) -> tuple[Change, ...]:
    """Leave the stage to the question alone; nothing where no answer is shown."""
    return stated(records, Showing(block)) if shown(records, block) else ()


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide each answer until the facilitator shows it. One whose block is gone stays hidden."""
    shut = (key for key, answer in records[Answer].items() if not answer.is_shown)
    for key in (*shut, *records.resting(table_of(Answer))):
        yield table_of(Answer), key
        yield table_of(Card), key


def answers(records: Records, question: CardId) -> list[tuple[Answer, Card]]:
    """The answers to a question that these records hold, as they were written by the clocks of those who did."""
    cards = records[Card]
    found = ((answer, cards[key]) for key, answer in records[Answer].items() if key in cards)
    return sorted((each for each in found if each[0].question == question), key=lambda each: each[1].id)


def shown(records: Records, block: BlockId) -> CardId:
    """The answer that the stage shows in a block, "" for none."""
    found = records[Showing].get(block)
    return found.answer if found is not None else CardId("")


def unanswered(records: Records) -> Records:
    """Give the records without answers, and without their words: they were told to the room alone."""
    cards = (records[Card][key] for key in records[Answer] if key in records[Card])
    return records.after(change for card in cards for change in removal(records, card))
