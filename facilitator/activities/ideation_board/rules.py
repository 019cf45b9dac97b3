"""Idea board: people write cards in silence, and the room finds what belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.convening.ballots import asked_about
from facilitator.convening.cards import Card, own, proper
from facilitator.convening.findable import Findable
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.place import is_sound, last
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
    Undo,
    Wish,
    added,
    changed,
    removed,
    table_of,
)

STEPS = ("prompt", "collect", "cluster")
"""A board's steps in order."""

MOST_CLUSTERS = 8
"""Clusters carry letters A to H and one of eight colours."""


@dataclass(frozen=True, slots=True)
class Board(Record[BlockId]):
    """One board. `shows_arriving` lets the room see ideas as they arrive; else they wait until they are revealed.

    `spotlight` is the one cluster the stage shows large, "" for all.
    """

    step: str = "prompt"
    is_collecting: bool = True
    shows_arriving: bool = False
    is_revealed: bool = False
    spotlight: ClusterId = ClusterId("")

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}


@dataclass(frozen=True, slots=True)
class Cluster(Record[ClusterId]):
    """Cards that belong together, under a sentence the room chose."""

    board: BlockId
    name: str
    place: str

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"board": "block"}


@dataclass(frozen=True, slots=True)
class Placement(Record[CardId]):
    """Where a card lies. A card that is held waits off stage; a starred one goes on to the next activity."""

    board: BlockId
    cluster: ClusterId = ClusterId("")
    place: str = ""
    is_held: bool = False
    is_starred: bool = False

    seen: ClassVar[Seen] = Seen.ROOM
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (("cluster", "place"),)
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "board": "block", "cluster": "cluster"}


@dataclass(frozen=True, slots=True)
class AddIdea(Wish):
    text: str
    source: str = "keyboard"
    language: str = ""


@dataclass(frozen=True, slots=True)
class AddIdeas(Wish):
    """Many at once: a pasted list."""

    texts: tuple[str, ...]
    source: str = "import"


@dataclass(frozen=True, slots=True)
class EditIdea(Wish):
    card: CardId
    text: str


@dataclass(frozen=True, slots=True)
class RemoveIdea(Wish):
    card: CardId


@dataclass(frozen=True, slots=True)
class PlaceIdea(Wish):
    """Put a card into a cluster ("" = back to the unsorted), at a place ("" = at the end)."""

    card: CardId
    cluster: ClusterId
    place: str = ""


@dataclass(frozen=True, slots=True)
class HoldIdea(Wish):
    """Take a card off the stage."""

    card: CardId


@dataclass(frozen=True, slots=True)
class ReleaseIdea(Wish):
    """Let a card be seen."""

    card: CardId


@dataclass(frozen=True, slots=True)
class StarIdea(Wish):
    """Put a card on the short list for what comes next, or off it."""

    card: CardId


@dataclass(frozen=True, slots=True)
class AddCluster(Wish):
    name: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenameCluster(Wish):
    cluster: ClusterId
    name: str


@dataclass(frozen=True, slots=True)
class RemoveCluster(Wish):
    """Take a cluster apart; its cards go back to the unsorted."""

    cluster: ClusterId


@dataclass(frozen=True, slots=True)
class GoToStep(Wish):
    step: str


@dataclass(frozen=True, slots=True)
class OpenCollecting(Wish):
    """New ideas are taken."""


@dataclass(frozen=True, slots=True)
class CloseCollecting(Wish):
    """No more ideas from phones."""


@dataclass(frozen=True, slots=True)
class ShowArriving(Wish):
    """Let the room see ideas as they arrive, those that wait included."""


@dataclass(frozen=True, slots=True)
class HideArriving(Wish):
    """New ideas wait until they are revealed."""


@dataclass(frozen=True, slots=True)
class RevealBoard(Wish):
    """Show all ideas that wait. This cannot be undone."""


@dataclass(frozen=True, slots=True)
class SpotlightCluster(Wish):
    """Show one cluster large, "" for all again."""

    cluster: ClusterId


WISHES: tuple[type[Wish], ...] = (
    AddIdea, AddIdeas, EditIdea, RemoveIdea, PlaceIdea, HoldIdea, ReleaseIdea, StarIdea, AddCluster, RenameCluster,
    RemoveCluster, GoToStep, OpenCollecting, CloseCollecting, ShowArriving, HideArriving, RevealBoard, SpotlightCluster,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about an idea board.

    Raises Refusal: board.not_collecting, board.no_such_card, board.no_such_cluster, board.too_many_clusters,
    board.unknown_step, form.unreadable (place), card.none_such, card.not_yours, text.empty, text.too_long,
    wish.unknown.
    """
    match wish:
        case AddIdea(text, source, language):
            return Decision("ideation_board.idea_added", _arrived(records, (text,), source, language, moment))
        case AddIdeas(texts, source):
            return Decision("ideation_board.ideas_added", _arrived(records, texts, source, "", moment))
        case EditIdea(card, text):
            _placement(records, card, moment)
            return Decision("ideation_board.idea_edited", (changed(own(records, card, moment), text=proper(text)),))
        case RemoveIdea(card):
            _placement(records, card, moment)
            return Decision("ideation_board.idea_removed", removal(records, own(records, card, moment)))
        case PlaceIdea() | HoldIdea() | ReleaseIdea() | StarIdea():
            return _moved(records, wish, moment)
        case AddCluster() | RenameCluster() | RemoveCluster():
            return _clustered(records, wish, moment)
    return _conducted(records, wish, moment)


def _arrived(
    records: Records, texts: tuple[str, ...], source: str, language: str, moment: Moment
) -> tuple[Change, ...]:
    board = the_board(records, moment.block)
    if not board.is_collecting and moment.role is not Role.GUIDE:
        raise Refusal("board.not_collecting")
    if not texts:
        raise Refusal("text.empty")
    changes: list[Change] = []
    for text in texts:
        card = Card(CardId(moment.new_id()), proper(text), language, source, moment.by)
        lies = Placement(card.id, board.id, is_held=not board.shows_arriving)
        changes += (added(card), added(lies))
    return tuple(changes)


def _moved(records: Records, wish: Wish, moment: Moment) -> Decision:
    match wish:
        case PlaceIdea(card, cluster, place):
            lies = _placement(records, card, moment)
            if not is_sound(place):
                raise Refusal("form.unreadable")
            if cluster:
                _cluster(records, cluster, moment)
            place = place or last([p.place for p in records[Placement].values() if p.cluster == cluster])
            # Placing is showing, once the room sees the board: a card in a column is on the stage.
            held = lies.is_held and not (cluster and the_board(records, moment.block).is_revealed)
            return Decision("ideation_board.idea_placed", (changed(lies, cluster=cluster, place=place, is_held=held),))
        case HoldIdea(card):
            return Decision("ideation_board.idea_held", (changed(_placement(records, card, moment), is_held=True),))
        case ReleaseIdea(card):
            return Decision("ideation_board.idea_shown", (changed(_placement(records, card, moment), is_held=False),))
        case StarIdea(card):
            lies = _placement(records, card, moment)
            return Decision("ideation_board.idea_starred", (changed(lies, is_starred=not lies.is_starred),))
    raise Refusal("wish.unknown")


def _clustered(records: Records, wish: Wish, moment: Moment) -> Decision:
    match wish:
        case AddCluster(name, cards):
            there = clusters(records, moment.block)
            if len(there) >= MOST_CLUSTERS:
                raise Refusal("board.too_many_clusters", most=MOST_CLUSTERS)
            cluster = Cluster(
                ClusterId(moment.new_id()), moment.block, proper(name), last([other.place for other in there])
            )
            place, changes = "", [added(cluster)]
            shown = the_board(records, moment.block).is_revealed
            for card in dict.fromkeys(cards):
                lies = _placement(records, CardId(card), moment)
                place = last([place] if place else [])
                held = lies.is_held and not shown
                changes.append(changed(lies, cluster=cluster.id, place=place, is_held=held))
            return Decision("ideation_board.cluster_added", tuple(changes))
        case RenameCluster(cluster, name):
            found = _cluster(records, cluster, moment)
            return Decision("ideation_board.cluster_renamed", (changed(found, name=proper(name)),))
        case RemoveCluster(cluster):
            found = _cluster(records, cluster, moment)
            loose = [
                changed(p, cluster=ClusterId(""), place="") for p in records[Placement].values() if p.cluster == cluster
            ]
            board = the_board(records, moment.block)
            dark = stated(records, replace(board, spotlight=ClusterId(""))) if board.spotlight == cluster else ()
            return Decision("ideation_board.cluster_removed", (*loose, *dark, removed(found)))
    raise Refusal("wish.unknown")


def _conducted(records: Records, wish: Wish, moment: Moment) -> Decision:
    board = the_board(records, moment.block)
    match wish:
        case GoToStep(step):
            if step not in STEPS:
                raise Refusal("board.unknown_step")
            return Decision("ideation_board.step_taken", stated(records, replace(board, step=step)))
        case OpenCollecting() | CloseCollecting():
            is_open = isinstance(wish, OpenCollecting)
            kind = "ideation_board.collecting_opened" if is_open else "ideation_board.collecting_closed"
            return Decision(kind, stated(records, replace(board, is_collecting=is_open)))
        case ShowArriving():
            shown = replace(board, shows_arriving=True, is_revealed=True)
            return Decision(
                "ideation_board.arriving_shown", (*stated(records, shown), *_released(records, board.id)), Undo.NO
            )
        case HideArriving():
            return Decision("ideation_board.arriving_hidden", stated(records, replace(board, shows_arriving=False)))
        case RevealBoard():
            shown = replace(board, is_revealed=True)
            changes = (*stated(records, shown), *_released(records, board.id))
            return Decision("ideation_board.revealed", changes, Undo.NO)
        case SpotlightCluster(cluster):
            if cluster:
                _cluster(records, cluster, moment)
            lit = stated(records, replace(board, spotlight=cluster))
            return Decision("ideation_board.cluster_spotlit", lit, Undo.NO)
    raise Refusal("wish.unknown")


def _released(records: Records, board: BlockId) -> tuple[Change, ...]:
    return tuple(changed(p, is_held=False) for p in records[Placement].values() if p.board == board and p.is_held)


def _placement(records: Records, card: CardId, moment: Moment) -> Placement:
    found = records[Placement].get(card)
    if found is None or found.board != moment.block:
        raise Refusal("board.no_such_card")
    return found


def _cluster(records: Records, cluster: ClusterId, moment: Moment) -> Cluster:
    found = records[Cluster].get(cluster)
    if found is None or found.board != moment.block:
        raise Refusal("board.no_such_cluster")
    return found


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide every card that is held, and where it lies, until it stands on a ballot; also when its board is gone."""
    asked = asked_about(records)
    for lies in records[Placement].values():
        if lies.is_held and lies.id not in asked:
            yield table_of(Card), lies.id
            yield table_of(Placement), lies.id
    for card, lay in records.resting(table_of(Placement)).items():
        if lay.get("is_held"):
            yield table_of(Card), card


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


def harvest(records: Records, block: BlockId) -> tuple[CardId, ...]:
    """What goes on to the next activity: the starred cards in the order of the board, or all if none is starred.

    What was taken off the stage stays behind, unless nothing was ever shown.
    """
    there = [card.id for cards in cards_by_cluster(records, block).values() for card in cards]
    order = [card for card in there if not records[Placement][card].is_held] or there
    starred = [card for card in order if records[Placement][card].is_starred]
    return tuple(starred or order)


RULES = Rules(
    "ideation_board",
    (Board, Cluster, Placement),
    WISHES,
    decide,
    veil,
    harvest=harvest,
    open_to_all=frozenset((AddIdea, EditIdea, RemoveIdea)),
    reveals=frozenset(("ideation_board.revealed", "ideation_board.arriving_shown")),
    findable=(Findable(Cluster, "cluster", ("name",)),),
)
