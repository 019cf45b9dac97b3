"""How sure the room is of what it says: a hunch, noticed by several, tested, or agreed. Source: practice, rule BD5."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.cards import Card, merged_with, resolved
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Decision, Moment, Record, Refusal, Seen, Wish

HUNCH, NOTICED, TESTED, AGREED = "hunch", "noticed", "tested", "agreed"
"""One voice, untested; several voices; tried, with evidence; decided by the group."""

LEVELS = (HUNCH, NOTICED, TESTED, AGREED)
"""From the least sure to the surest."""


@dataclass(frozen=True, slots=True)
class Confidence(Record[CardId]):
    """What the facilitator said of how sure the room is of a card; "" for what its voices say by themselves."""

    level: str = ""

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "card"}


@dataclass(frozen=True, slots=True)
class LabelCard(Wish):
    """Say how sure the room is of a card, "" to let its voices say it."""

    card: CardId
    level: str


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about confidence. Raises Refusal: card.none_such, form.unreadable (level), wish.unknown."""
    del moment
    match wish:
        case LabelCard(card, level):
            stands = resolved(records, card)
            if stands not in records[Card]:
                raise Refusal("card.none_such")
            if level not in ("", *LEVELS):
                raise Refusal("form.unreadable", field="level")
            return Decision("confidence.labelled", stated(records, Confidence(stands, level)))
    raise Refusal("wish.unknown")


def confidence_of(records: Records, card: CardId) -> str:
    """How sure the room is of a card: as somebody said, else noticed where several said it, else a hunch."""
    said = records[Confidence].get(card)
    if said is not None and said.level:
        return said.level
    return NOTICED if merged_with(records, card) else HUNCH


def worth_saying(records: Records, card: CardId) -> str:
    """As `confidence_of`, but "" for a hunch that nobody called one: most ideas are, and need not hear it."""
    level, said = confidence_of(records, card), records[Confidence].get(card)
    return level if level != HUNCH or (said is not None and said.level) else ""
