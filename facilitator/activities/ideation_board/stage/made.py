"""What a board made, as other scenes tell it: the letter of an idea's cluster, and how many ideas there are."""

from __future__ import annotations

from facilitator.activities.ideation_board.rules import Cluster, Placement, clusters
from facilitator.convening.cards import Card
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import ngettext
from facilitator.kit.letters import ClusterMark, cluster_letter, room_script


def letters(room: Records, block: BlockId) -> dict[str, ClusterMark]:
    """Say for each card of a board in which cluster it lies; a cluster that went on as one is its own."""
    script = room_script(room, block)
    marks = {
        cluster.id: ClusterMark(place, cluster_letter(place, script))
        for place, cluster in enumerate(clusters(room, block))
    }
    lying: dict[str, ClusterMark] = {
        lies.id: marks[lies.cluster] for lies in room[Placement].values() if lies.cluster in marks
    }
    return lying | {str(cluster): mark for cluster, mark in marks.items()}


def figure(room: Records) -> tuple[int, str, str]:
    """Count the ideas of all boards, and the groups they found."""
    cards = room[Card]
    count = sum(lies.id in cards and not cards[lies.id].merged_into for lies in room[Placement].values())
    groups = len(room[Cluster])
    detail = ngettext("in {count} cluster", "in {count} clusters", groups).format(count=groups) if groups else ""
    return count, ngettext("idea", "ideas", count), detail


def ideas_words(count: int) -> str:
    """Say how many ideas."""
    return ngettext("{count} idea", "{count} ideas", count).format(count=count)
