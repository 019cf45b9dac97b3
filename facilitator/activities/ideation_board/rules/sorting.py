"""Ideas find what belongs together: cards in clusters, clusters with names, a short list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import (
    MOST_CLUSTERS,
    Cluster,
    Placement,
    cluster_of,
    clusters,
    end_of,
    placement_of,
    the_board,
)
from facilitator.activities.ideation_board.rules.yielding import renamed
from facilitator.convening.cards import proper
from facilitator.convening.ids import CardId, ClusterId
from facilitator.convening.place import between, is_sound, last
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Decision, Moment, Refusal, Wish, added, changed, removed


@dataclass(frozen=True, slots=True)
class PlaceIdea(Wish):
    """Put a card into a cluster ("" = back to the unsorted), at a place ("" = at the end)."""

    card: CardId
    cluster: ClusterId
    place: str = ""


@dataclass(frozen=True, slots=True)
class PlaceIdeas(Wish):
    """Put several cards into a cluster ("" = back to the unsorted), at its end, in this order."""

    cards: tuple[str, ...]
    cluster: ClusterId


@dataclass(frozen=True, slots=True)
class MoveCluster(Wish):
    """Give a cluster another position in the order, from 0; letters and colours follow the order."""

    cluster: ClusterId
    position: int


@dataclass(frozen=True, slots=True)
class StarIdea(Wish):
    """Put a card on the short list for what comes next, or off it."""

    card: CardId


@dataclass(frozen=True, slots=True)
class YieldCluster(Wish):
    """Let a cluster go on to the next activity, or not: as soon as one does, the others stay behind."""

    cluster: ClusterId


@dataclass(frozen=True, slots=True)
class ParkIdea(Wish):
    """Put a card aside for later, or take it back among the unsorted."""

    card: CardId


@dataclass(frozen=True, slots=True)
class AddCluster(Wish):
    name: str
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskAlso(Wish):
    """Ask one more question on the board: a column that people send ideas to."""

    question: str


@dataclass(frozen=True, slots=True)
class RenameCluster(Wish):
    cluster: ClusterId
    name: str


@dataclass(frozen=True, slots=True)
class RemoveCluster(Wish):
    """Take a cluster apart; its cards go back to the unsorted."""

    cluster: ClusterId


WISHES: tuple[type[Wish], ...] = (
    PlaceIdea,
    PlaceIdeas,
    StarIdea,
    ParkIdea,
    YieldCluster,
    AddCluster,
    AskAlso,
    RenameCluster,
    MoveCluster,
    RemoveCluster,
)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what belongs together.

    Raises Refusal: board.no_such_card, board.no_such_cluster, board.too_many_clusters, form.unreadable (place),
    text.empty, text.too_long, wish.unknown.
    """
    match wish:
        case PlaceIdea() | StarIdea() | ParkIdea():
            return _moved(records, wish, moment)
        case PlaceIdeas(cards, cluster):
            return _placed(records, cards, cluster, moment)
    return _clustered(records, wish, moment)


def _moved(records: Records, wish: Wish, moment: Moment) -> Decision:
    match wish:
        case PlaceIdea(card, cluster, place):
            lies = placement_of(records, card, moment)
            if not is_sound(place):
                raise Refusal("form.unreadable")
            if cluster:
                cluster_of(records, cluster, moment)
            place = place or end_of(records, cluster)
            # Placing is showing, once the room sees the board: a card in a column is on the stage.
            held = lies.is_held and not (cluster and the_board(records, moment.block).is_revealed)
            moved = changed(lies, cluster=cluster, place=place, is_held=held, **_unparked(lies, cluster))
            return Decision("ideation_board.idea_placed", (moved,))
        case ParkIdea(card):
            lies = placement_of(records, card, moment)
            away = changed(lies, is_parked=not lies.is_parked, cluster=ClusterId(""), place="")
            return Decision("ideation_board.idea_parked", (away,))
        case StarIdea(card):
            lies = placement_of(records, card, moment)
            return Decision("ideation_board.idea_starred", (changed(lies, is_starred=not lies.is_starred),))
    raise Refusal("wish.unknown")


def _placed(records: Records, cards: tuple[str, ...], cluster: ClusterId, moment: Moment) -> Decision:
    if cluster:
        cluster_of(records, cluster, moment)
    if not cards:
        raise Refusal("board.no_such_card")
    is_shown = bool(cluster) and the_board(records, moment.block).is_revealed
    place = end_of(records, cluster)
    changes = []
    for card in dict.fromkeys(cards):
        lies = placement_of(records, CardId(card), moment)
        held = lies.is_held and not is_shown
        changes.append(changed(lies, cluster=cluster, place=place, is_held=held, **_unparked(lies, cluster)))
        place = last([place])
    return Decision("ideation_board.ideas_placed", tuple(changes))


def _clustered(records: Records, wish: Wish, moment: Moment) -> Decision:
    match wish:
        case AddCluster(name, cards):
            cluster = _new_cluster(records, name, moment)
            place, changes = "", [added(cluster)]
            shown = the_board(records, moment.block).is_revealed
            for card in dict.fromkeys(cards):
                lies = placement_of(records, CardId(card), moment)
                place = last([place] if place else [])
                held = lies.is_held and not shown
                freed = _unparked(lies, cluster.id)
                changes.append(changed(lies, cluster=cluster.id, place=place, is_held=held, **freed))
            return Decision("ideation_board.cluster_added", tuple(changes))
        case AskAlso(question):
            asked = replace(_new_cluster(records, question, moment), is_question=True)
            return Decision("ideation_board.question_added", (added(asked),))
        case YieldCluster(cluster):
            cluster_of(records, cluster, moment)
            board = the_board(records, moment.block)
            kept = tuple(one for one in board.yields if one != cluster)
            wanted = replace(board, yields=kept if cluster in board.yields else (*kept, cluster))
            return Decision("ideation_board.harvest_chosen", stated(records, wanted))
        case RenameCluster(cluster, name):
            found = cluster_of(records, cluster, moment)
            clean = proper(name)
            gone_on = renamed(records, found.id, clean)
            return Decision("ideation_board.cluster_renamed", (changed(found, name=clean), *gone_on))
        case MoveCluster(cluster, position):
            found = cluster_of(records, cluster, moment)
            others = [each.place for each in clusters(records, moment.block) if each != found]
            if not 0 <= position <= len(others):
                raise Refusal("form.unreadable")
            before, after = ["", *others][position], [*others, ""][position]
            return Decision("ideation_board.cluster_moved", (changed(found, place=between(before, after)),))
        case RemoveCluster(cluster):
            found = cluster_of(records, cluster, moment)
            loose = [
                changed(p, cluster=ClusterId(""), place="") for p in records[Placement].values() if p.cluster == cluster
            ]
            board = the_board(records, moment.block)
            dark = stated(records, replace(board, spotlight=ClusterId(""))) if board.spotlight == cluster else ()
            return Decision("ideation_board.cluster_removed", (*loose, *dark, removed(found)))
    raise Refusal("wish.unknown")


def _unparked(lies: Placement, cluster: str) -> dict[str, bool]:
    """A card that is put into a cluster is parked no more."""
    return {"is_parked": False} if cluster and lies.is_parked else {}


def _new_cluster(records: Records, name: str, moment: Moment) -> Cluster:
    """A column at the end of the board, while there is a letter for it."""
    there = clusters(records, moment.block)
    if len(there) >= MOST_CLUSTERS:
        raise Refusal("board.too_many_clusters", most=MOST_CLUSTERS)
    return Cluster(ClusterId(moment.new_id()), moment.block, proper(name), last([other.place for other in there]))
