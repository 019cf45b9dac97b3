"""Boards with a few ideas on them, for tests of their rules."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AddIdeas,
    Cluster,
    cards_by_cluster,
)
from facilitator.convening.cards import Card
from facilitator.convening.ids import CardId, ClusterId
from tests.convening.given import BOARD, Room, given


def board(*texts: str) -> tuple[Room, list[CardId]]:
    room = given()
    room.when(AddIdeas(texts), at=BOARD.id)
    return room, list(room.records[Card])  # type: ignore[arg-type]


def cluster(room: Room, name: str, *cards: CardId) -> ClusterId:
    return ClusterId(room.when(AddCluster(name, cards), at=BOARD.id))


def shown(room: Room) -> dict[str, list[str]]:
    found = cards_by_cluster(room.records, BOARD.id)
    return {
        (room.records[Cluster][key].name if key else ""): [card.text for card in cards] for key, cards in found.items()
    }
