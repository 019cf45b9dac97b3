"""One idea board ready to be drawn: in columns, or on its wall or canvas, with what is not on it beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.activities.ideation_board.rules import Placement, clusters, parked
from facilitator.activities.ideation_board.stage.canvas import laid_for_room
from facilitator.app.exporting.grouped import Group, beneath, caption, groups
from facilitator.app.exporting.questions import Idea
from facilitator.convening.agenda import Block
from facilitator.convening.cards import Card
from facilitator.convening.gathering import the_convening
from facilitator.convening.ids import BlockId, ClusterId
from facilitator.convening.records import Records
from facilitator.i18n import _, is_right_to_left
from facilitator.kit.letters import room_script
from facilitator.kit.qt.board_layout import BoardColumn, BoardNote
from facilitator.kit.qt.board_picture import BoardPicture
from facilitator.kit.qt.canvas_ground import Canvas
from facilitator.kit.qt.lines import reads_from_right


def board_picture(seen: Records, block: Block, lying: Sequence[Idea]) -> BoardPicture:
    """Give the picture of a board under its question, mirrored as the stage is."""
    convening, asked = the_convening(seen), block.prompt or block.title
    title = ": ".join(part for part in (convening.title, asked) if part)
    is_mirrored = is_right_to_left(convening.language) or reads_from_right(asked)
    aside = parked(seen, block.id)
    canvas = _canvas(seen, block.id, [idea for idea in lying if idea.card.id not in aside])
    if canvas is None:
        return BoardPicture(title, _columns(seen, block.id, lying), is_mirrored=is_mirrored)
    there = {each.note.id for each in canvas.notes}
    rest = [idea for idea in lying if idea.card.id not in there]
    columns = [_column(seen, group) for group in beneath(seen, block.id, rest, _("Not placed yet"))]
    return BoardPicture(title, columns, canvas, is_mirrored=is_mirrored)


def _canvas(seen: Records, block: BlockId, lying: Sequence[Idea]) -> Canvas | None:
    """The wall or the canvas of a board, as the stage has it, with every note's caption; None for columns."""
    order = clusters(seen, block)
    cards: dict[ClusterId, list[Card]] = {key: [] for key in (*(cluster.id for cluster in order), ClusterId(""))}
    for idea in lying:
        cards[seen[Placement][idea.card.id].cluster].append(idea.card)
    laid = laid_for_room(seen, block, order, cards, room_script(seen, block))
    if laid is None:
        return None
    said = {str(idea.card.id): _note(seen, idea) for idea in lying}
    return replace(laid.canvas, notes=tuple(replace(each, note=said[each.note.id]) for each in laid.canvas.notes))


def _columns(seen: Records, block: BlockId, lying: Sequence[Idea]) -> list[BoardColumn]:
    """The clusters as they stand, then what is in none, then what was parked; those without ideas are left out."""
    columns = [_column(seen, group) for group in groups(seen, block, lying) if group.ideas]
    loose = [idea for idea in lying if not idea.cluster]
    return [*columns, *(_column(seen, group) for group in beneath(seen, block, loose, _("Not in a cluster")))]


def _column(seen: Records, group: Group) -> BoardColumn:
    return BoardColumn(
        group.key, group.letter, group.name, group.colour, tuple(_note(seen, idea) for idea in group.ideas)
    )


def _note(seen: Records, idea: Idea) -> BoardNote:
    return BoardNote(idea.card.id, idea.card.text, caption(idea), seen[Placement][idea.card.id].is_held)
