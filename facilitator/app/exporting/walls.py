"""One idea board ready for paper: as the wall or the columns that the room has had in front of it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.activities.ideation_board.rules import CANVAS, WALL, Placement, clusters, layout_of
from facilitator.app.exporting.grouped import Group, beneath, caption, groups
from facilitator.app.exporting.questions import Idea
from facilitator.convening.agenda import Block
from facilitator.convening.gathering import the_convening
from facilitator.convening.records import Records
from facilitator.i18n import _, is_right_to_left, ngettext
from facilitator.kit.pdf.text import reads_from_right
from facilitator.kit.pdf.wall import Wall
from facilitator.kit.pdf.wall_note import WallField, WallNote


def has_wall(seen: Records, block: Block) -> bool:
    """Whether a board hangs on a wall or in columns: a canvas has a figure of its own."""
    return layout_of(seen, block.id).shape != CANVAS


def wall_of(seen: Records, block: Block, lying: Sequence[Idea]) -> Wall:
    """Give the wall of a board under its question, mirrored as the stage is; the room's words are in the language."""
    asked = block.prompt or block.title
    is_mirrored = is_right_to_left(the_convening(seen).language) or reads_from_right(asked)
    is_wall = layout_of(seen, block.id).shape == WALL and bool(clusters(seen, block.id))
    named = [group for group in groups(seen, block.id, lying) if group.ideas or is_wall]
    loose = [idea for idea in lying if not idea.cluster]
    name = _("Not placed yet") if is_wall else _("Not in a cluster")
    fields = [_field(seen, group) for group in (*named, *beneath(seen, block.id, loose, name))]
    count = ngettext("{count} idea", "{count} ideas", len(lying)).format(count=len(lying))
    return Wall(asked, count, fields, is_wall and len(fields) > 1, is_mirrored)


def _field(seen: Records, group: Group) -> WallField:
    notes = [WallNote(idea.card.text, _said(seen, idea)) for idea in group.ideas]
    return WallField(group.letter, group.name, group.colour, notes)


def _said(seen: Records, idea: Idea) -> str:
    """On paper nothing fades: what the room has not seen says so."""
    held = _("not on stage yet") if seen[Placement][idea.card.id].is_held else ""
    return " · ".join(filter(None, (caption(idea), held)))
