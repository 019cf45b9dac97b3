"""One note large on the stage, and the way from it to the next: through a cluster, the unsorted, or one author."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import Placement, cards_by_cluster, placement_of, the_board
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Decision, Moment, Refusal, Undo, Wish

CLUSTER, AUTHOR = "cluster", "author"
"""Along what notes are walked through: those that lie together (the unsorted too), or those of one author."""


@dataclass(frozen=True, slots=True)
class FocusIdea(Wish):
    """Show one note large, "" for the whole board again. The room must see the note already."""

    card: CardId


WISHES: tuple[type[Wish], ...] = (FocusIdea,)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about the note that is shown large.

    Raises Refusal: board.no_such_card, board.not_shown_yet, wish.unknown.
    """
    match wish:
        case FocusIdea(card):
            # Walking from note to note must never show one that the facilitator has not shown.
            if card and placement_of(records, resolved(records, card), moment).is_held:
                raise Refusal("board.not_shown_yet")
            lit = replace(the_board(records, moment.block), focus=card and resolved(records, card))
            return Decision("ideation_board.idea_focused", stated(records, lit), Undo.NO)
    raise Refusal("wish.unknown")


def in_focus(records: Records, block: BlockId) -> Card | None:
    """The note that is shown large: what it was merged into since; None where none is, or it is not seen any more."""
    wanted = the_board(records, block).focus
    card = records[Card].get(resolved(records, wanted)) if wanted else None
    lies = records[Placement].get(card.id) if card is not None else None
    return card if lies is not None and lies.board == block and not lies.is_held else None


def way(records: Records, block: BlockId, card: CardId, along: str) -> list[CardId]:
    """The notes one walks through from a note, itself among them, in the order of the board; none that is held."""
    groups = cards_by_cluster(records, block)
    start = records[Card].get(card)
    if start is None:
        return []
    if along == AUTHOR:
        everything = [each for cards in groups.values() for each in cards]
        there = [each for each in everything if each == start or (start.by and each.by == start.by)]
    else:
        there = next((cards for cards in groups.values() if start in cards), [])
    lies = records[Placement]
    return [each.id for each in there if not lies[each.id].is_held or each.id == card]
