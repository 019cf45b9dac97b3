"""What a board is: its cards in their places, its clusters, and what is asked about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.place import last
from facilitator.convening.records import Records
from facilitator.convening.words import Moment, Record, Refusal, Seen

STEPS = ("prompt", "collect", "cluster")
"""A board's steps in order."""

MOST_CLUSTERS = 8
"""Clusters carry letters A to H and one of eight colours."""


@dataclass(frozen=True, slots=True)
class Board(Record[BlockId]):
    """One board. `shows_arriving` lets the room see ideas as they arrive; else they wait until they are revealed.

    `spotlight` is the one cluster the stage shows large, "" for all. `limit` is how many ideas each person may send,
    0 for any number; `focus` the one note that the stage shows large, before any cluster, "" for none; `yields` names
    the clusters that go on to the next activity, none for the short list or everything. With `yields_whole` each
    cluster goes on as one, not its ideas one by one. `shows_authors` lets the room see who wrote an idea, of those who
    said so when they sent it. `layout` is the key of its layout, "" for columns.
    """

    step: str = "prompt"
    is_collecting: bool = True
    shows_arriving: bool = False
    is_revealed: bool = False
    spotlight: ClusterId = ClusterId("")
    limit: int = 0
    focus: CardId = CardId("")
    yields: tuple[str, ...] = ()
    yields_whole: bool = False
    shows_authors: bool = False
    layout: str = ""

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class Cluster(Record[ClusterId]):
    """Cards that belong together, under a sentence the room chose; or a question of its own, answered by cards."""

    board: BlockId
    name: str
    place: str
    is_question: bool = False

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"board": "block"}


@dataclass(frozen=True, slots=True)
class Placement(Record[CardId]):
    """Where a card lies. A card that is held waits off stage; a starred one goes on to the next activity.

    A parked one lies in no cluster, off the stage and out of what goes on, and is in every record of the day. Of a
    merged one, `shows_wordings` lets the stage show the other wordings too, and `tells_authors` lets the phones of
    those who wrote one say that it was joined.
    """

    board: BlockId
    cluster: ClusterId = ClusterId("")
    place: str = ""
    is_held: bool = False
    is_starred: bool = False
    is_parked: bool = False
    shows_wordings: bool = False
    tells_authors: bool = False

    seen: ClassVar[Seen] = Seen.ROOM
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (("cluster", "place"),)
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "board": "block", "cluster": "cluster"}


@dataclass(frozen=True, slots=True)
class Apart(Record[str]):
    """Two notes that look alike and are not the same: somebody said so. Its id is that of the pair."""

    board: BlockId

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"board": "block"}


def pair_id(one: str, other: str) -> str:
    """Name a pair of cards, whichever is said first."""
    return ":".join(sorted((one, other)))


def the_board(records: Records, block: BlockId) -> Board:
    """The board of a block; as it is before anybody touched it if need be."""
    return records[Board].get(block, Board(block))


def clusters(records: Records, block: BlockId) -> list[Cluster]:
    """The clusters of a board in their order, which is their letter and colour."""
    return sorted((c for c in records[Cluster].values() if c.board == block), key=lambda c: (c.place, c.id))


def cards_by_cluster(records: Records, block: BlockId) -> dict[ClusterId, list[Card]]:
    """The cards of a board by cluster, "" for the unsorted; each in its order, merged twins left out."""
    found: dict[ClusterId, list[tuple[str, Card]]] = {c.id: [] for c in clusters(records, block)}
    found[ClusterId("")] = []
    cards = records[Card]
    for lies in records[Placement].values():
        card = cards.get(lies.id)
        if lies.board == block and card is not None and not card.merged_into:
            found.setdefault(lies.cluster, []).append((lies.place, card))
    return {key: [card for _, card in sorted(pairs, key=lambda pair: pair[0])] for key, pairs in found.items()}


def end_of(records: Records, cluster: str) -> str:
    """The place after the last card of a cluster, "" for the unsorted of all boards."""
    return last([lies.place for lies in records[Placement].values() if lies.cluster == cluster])


def parked(records: Records, block: BlockId) -> frozenset[CardId]:
    """The cards of a board that were put aside for later."""
    return frozenset(lies.id for lies in records[Placement].values() if lies.board == block and lies.is_parked)


def questions(records: Records, block: BlockId) -> list[Cluster]:
    """The questions that a board asks beside its first one."""
    return [cluster for cluster in clusters(records, block) if cluster.is_question]


def placement_of(records: Records, card: CardId, moment: Moment) -> Placement:
    """Where a card lies on the board that is spoken to. Raises Refusal board.no_such_card."""
    found = records[Placement].get(card)
    if found is None or found.board != moment.block:
        raise Refusal("board.no_such_card")
    return found


def cluster_of(records: Records, cluster: ClusterId, moment: Moment) -> Cluster:
    """A cluster of the board that is spoken to. Raises Refusal board.no_such_cluster."""
    found = records[Cluster].get(cluster)
    if found is None or found.board != moment.block:
        raise Refusal("board.no_such_cluster")
    return found
