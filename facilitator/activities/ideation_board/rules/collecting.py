"""Ideas come in: one or many, mended and taken back by who wrote them, while the board takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import Placement, placement_of, the_board
from facilitator.activities.ideation_board.rules.merging import unmerged
from facilitator.convening.cards import Card, own, proper
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Role, Wish, added, changed


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
class OpenCollecting(Wish):
    """New ideas are taken."""


@dataclass(frozen=True, slots=True)
class CloseCollecting(Wish):
    """No more ideas from phones."""


WISHES: tuple[type[Wish], ...] = (AddIdea, AddIdeas, EditIdea, RemoveIdea, OpenCollecting, CloseCollecting)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what comes in.

    Raises Refusal: board.not_collecting, board.no_such_card, card.not_yours, text.empty, text.too_long, wish.unknown.
    """
    match wish:
        case AddIdea(text, source, language):
            return Decision("ideation_board.idea_added", _arrived(records, (text,), source, language, moment))
        case AddIdeas(texts, source):
            return Decision("ideation_board.ideas_added", _arrived(records, texts, source, "", moment))
        case EditIdea(card, text):
            placement_of(records, card, moment)
            return Decision("ideation_board.idea_edited", (changed(own(records, card, moment), text=proper(text)),))
        case RemoveIdea(card):
            placement_of(records, card, moment)
            found = own(records, card, moment)
            # What others said stays when a note goes into which theirs was merged.
            freed = unmerged(records, found)
            return Decision("ideation_board.idea_removed", (*freed, *removal(records.after(freed), found)))
        case OpenCollecting() | CloseCollecting():
            is_open = isinstance(wish, OpenCollecting)
            kind = "ideation_board.collecting_opened" if is_open else "ideation_board.collecting_closed"
            wanted = replace(the_board(records, moment.block), is_collecting=is_open)
            return Decision(kind, stated(records, wanted))
    raise Refusal("wish.unknown")


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
