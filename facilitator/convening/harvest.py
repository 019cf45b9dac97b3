"""What one activity yields is the next one's seed: the cards it starts with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.words import Decision, Moment, Record, Refusal, Seen, Wish


@dataclass(frozen=True, slots=True)
class Harvest(Record[BlockId]):
    """The cards that a block begins with, in the order its predecessor gave them. Its id is the block's."""

    cards: tuple[str, ...] = ()

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


CLUSTER = "cluster"
"""The source of a card that stands for a cluster; its words are the cluster's name."""


@dataclass(frozen=True, slots=True)
class Sheaf(Record[CardId]):
    """The cards that went on as one, a cluster as one option. Its id is that of the card that stands for them."""

    cards: tuple[str, ...] = ()

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "card"}


@dataclass(frozen=True, slots=True)
class TakeHarvest(Wish):
    """Take the cards of the activity before once more, as they are now."""

    block: BlockId


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about harvests. The rule book adds the cards, since it knows who yields what."""
    del records, moment
    match wish:
        case TakeHarvest():
            return Decision("harvest.taken")
    raise Refusal("wish.unknown")


def held_in(records: Records, card: CardId) -> int:
    """How many ideas a card stands for since they went on as one: merged ones once, 0 for a card of its own."""
    found = records[Sheaf].get(card)
    if found is None:
        return 0
    return len({resolved(records, CardId(one)) for one in found.cards if one in records[Card]})


def seeds(records: Records, block: BlockId) -> tuple[CardId, ...]:
    """The cards a block began with; none if nothing came before."""
    found = records[Harvest].get(block)
    return tuple(CardId(card) for card in found.cards) if found is not None else ()
