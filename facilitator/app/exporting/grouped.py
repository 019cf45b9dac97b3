"""The ideas of a board as they stand together: its clusters in order, then what is in none, then what was parked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitator.activities.ideation_board.rules import Placement, clusters, parked
from facilitator.app.exporting.questions import Idea
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.letters import cluster_letter, room_script
from facilitator.kit.theme import cluster_colour

GREY = "grey"


@dataclass(frozen=True, slots=True)
class Group:
    """Ideas under a name; what is no cluster of the room has no letter. `colour` is a name of the theme ("sky")."""

    key: str
    letter: str
    name: str
    colour: str
    ideas: tuple[Idea, ...]


def groups(seen: Records, block: BlockId, lying: Sequence[Idea]) -> Iterator[Group]:
    """The clusters of a board as they stand, those too that hold none of these ideas."""
    script = room_script(seen, block)
    for place, cluster in enumerate(clusters(seen, block)):
        there = tuple(idea for idea in lying if seen[Placement][idea.card.id].cluster == cluster.id)
        yield Group(cluster.id, cluster_letter(place, script), cluster.name, cluster_colour(place), there)


def beneath(seen: Records, block: BlockId, lying: Sequence[Idea], name: str) -> Iterator[Group]:
    """Ideas that have no place, under a name, and what was parked; only what there is."""
    aside = parked(seen, block)
    rest = tuple(idea for idea in lying if idea.card.id not in aside)
    later = tuple(idea for idea in lying if idea.card.id in aside)
    for key, said, there in (("", name, rest), ("parked", _("Parked for later"), later)):
        if there:
            yield Group(key, "", said, GREY, there)


def caption(idea: Idea) -> str:
    """What else is to be known of an idea: who wrote it where that may be told, how many wordings and dots it has."""
    said = [idea.author]
    if idea.twins:
        count = len(idea.twins) + 1
        said.append(ngettext("{count} wording", "{count} wordings", count).format(count=count))
    if idea.dots:
        said.append(ngettext("{count} dot", "{count} dots", idea.dots).format(count=idea.dots))
    return " · ".join(filter(None, said))
