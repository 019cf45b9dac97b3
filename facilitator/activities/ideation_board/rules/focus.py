"""One note large on the stage, and the way from it to the next: through a cluster, the unsorted, or one author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import Placement, cards_by_cluster, placement_of, the_board
from facilitator.activities.ideation_board.rules.merging import MERGED
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId, PersonId
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

    Raises Refusal: board.no_such_card, board.not_shown_yet, board.is_parked, wish.unknown.
    """
    match wish:
        case FocusIdea(card):
            # Walking from note to note must never show one that the facilitator has not shown.
            lies = placement_of(records, resolved(records, card), moment) if card else None
            if lies is not None and lies.is_held:
                raise Refusal("board.not_shown_yet")
            if lies is not None and lies.is_parked:
                raise Refusal("board.is_parked")
            lit = replace(the_board(records, moment.block), focus=card and resolved(records, card))
            return Decision("ideation_board.idea_focused", stated(records, lit), Undo.NO)
    raise Refusal("wish.unknown")


def in_focus(records: Records, block: BlockId) -> Card | None:
    """The note that is shown large: what it was merged into since; None where none is, or it is not seen any more."""
    card = _large(records, block)
    lies = records[Placement].get(card.id) if card is not None else None
    is_seen = lies is not None and lies.board == block and not lies.is_held and not lies.is_parked
    return card if is_seen else None


def way(records: Records, block: BlockId, card: CardId, along: str) -> list[CardId]:
    """The notes one walks through from a note, itself among them, in the order of the board.

    None that is held or parked. A note that was merged is of everybody whose wording it holds.
    """
    start = records[Card].get(resolved(records, card))
    if start is None:
        return []
    groups = cards_by_cluster(records, block)
    there = next((cards for cards in groups.values() if start in cards), [])
    if along == AUTHOR:
        wrote = _wrote(records)
        author = start.by if start.source != MERGED else next(iter(wrote.get(start.id, ())), "")
        everything = [each for cards in groups.values() for each in cards]
        there = [each for each in everything if each == start or (author and author in wrote.get(each.id, ()))]
    lies = records[Placement]
    seen = [each.id for each in there if not (lies[each.id].is_held or lies[each.id].is_parked)]
    return seen if start.id in seen else [each.id for each in there if each.id in seen or each == start]


def walked(records: Records, block: BlockId, steps: int, along: str) -> CardId:
    """The note so many steps on from the one that is large; that one itself at an end, "" where none is large."""
    large = _large(records, block)
    if large is None:
        return CardId("")
    there = way(records, block, large.id, along)
    at = there.index(large.id) + steps if large.id in there else -1
    return there[at] if 0 <= at < len(there) else large.id


def _large(records: Records, block: BlockId) -> Card | None:
    wanted = the_board(records, block).focus
    return records[Card].get(resolved(records, wanted)) if wanted else None


def _wrote(records: Records) -> Mapping[CardId, Mapping[PersonId, None]]:
    """Whose wordings each note holds, its own author first. Words found together are nobody's own."""
    found: dict[CardId, dict[PersonId, None]] = {}
    for card in sorted(records[Card].values(), key=lambda card: bool(card.merged_into)):
        if card.by and card.source != MERGED:
            found.setdefault(resolved(records, card.id), {})[card.by] = None
    return found
