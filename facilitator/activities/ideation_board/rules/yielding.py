"""What goes on to the next activity: the ideas of a board, its short list, or each cluster as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facilitator.activities.ideation_board.rules.board import Placement, cards_by_cluster, clusters, parked, the_board
from facilitator.convening.cards import Card
from facilitator.convening.harvest import CLUSTER, Sheaf
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Wish, changed


@dataclass(frozen=True, slots=True)
class YieldWhole(Wish):
    """Let each cluster go on as one: its name, and how many ideas it holds."""


@dataclass(frozen=True, slots=True)
class YieldIdeas(Wish):
    """Let ideas go on one by one."""


WISHES: tuple[type[Wish], ...] = (YieldWhole, YieldIdeas)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what goes on. Raises Refusal: wish.unknown."""
    if not isinstance(wish, YieldWhole | YieldIdeas):
        raise Refusal("wish.unknown")
    wanted = replace(the_board(records, moment.block), yields_whole=isinstance(wish, YieldWhole))
    return Decision("ideation_board.harvest_shaped", stated(records, wanted))


def harvest(records: Records, block: BlockId) -> tuple[CardId, ...]:
    """What goes on to the next activity, in the order of the board.

    Each cluster as one where the board says so and has any; else the cards of the clusters that were chosen; else the
    starred ones, or all if none is starred.

    What was taken off the stage stays behind, unless nothing was ever shown; what is parked always does.
    """
    groups = _going(records, block)
    if whole := _whole(records, block, groups):
        return tuple(CardId(cluster) for cluster in whole)
    order = [card for cards in groups.values() for card in cards]
    chosen = _chosen(records, block, groups)
    starred = [card for card in order if records[Placement][card].is_starred and not chosen]
    return tuple(starred or order)


def stand_ins(records: Records, block: BlockId) -> tuple[Record[Any], ...]:
    """One card for each cluster that goes on as one, with the ideas it holds. It bears the cluster's own id."""
    groups = _going(records, block)
    there = {cluster.id: cluster for cluster in clusters(records, block)}
    found: list[Record[Any]] = []
    for cluster in _whole(records, block, groups):
        languages = {records[Card][card].language for card in groups[cluster]}
        language = languages.pop() if len(languages) == 1 else ""
        card = Card(CardId(cluster), there[cluster].name, language, CLUSTER)
        found += (card, Sheaf(card.id, tuple(groups[cluster])))
    return tuple(found)


def renamed(records: Records, cluster: ClusterId, name: str) -> tuple[Change, ...]:
    """A cluster that has gone on as one has its new name there too."""
    card = records[Card].get(cluster)
    return (changed(card, text=name),) if card is not None and card.source == CLUSTER else ()


def _going(records: Records, block: BlockId) -> dict[ClusterId, list[CardId]]:
    """The cards that may go on, by cluster; of the chosen clusters only, where some are."""
    aside = parked(records, block)
    groups = {key: [card.id for card in cards] for key, cards in cards_by_cluster(records, block).items()}
    chosen = _chosen(records, block, groups)
    going = {key: [card for card in cards if card not in aside] for key, cards in groups.items()}
    going = {key: cards for key, cards in going.items() if not chosen or key in chosen}
    lies = records[Placement]
    shown = {key: [card for card in cards if not lies[card].is_held] for key, cards in going.items()}
    return shown if any(shown.values()) else going


def _chosen(records: Records, block: BlockId, groups: dict[ClusterId, list[CardId]]) -> list[str]:
    """The clusters that were chosen to go on and are there."""
    return [one for one in the_board(records, block).yields if ClusterId(one) in groups]


def _whole(records: Records, block: BlockId, groups: dict[ClusterId, list[CardId]]) -> list[ClusterId]:
    """The clusters that go on as one, in their order; an empty one does not."""
    if not the_board(records, block).yields_whole:
        return []
    return [cluster.id for cluster in clusters(records, block) if groups.get(cluster.id)]
