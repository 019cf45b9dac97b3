"""Ideas come in: one or many, mended and taken back by who wrote them, while the board takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.authors import signature
from facilitator.activities.ideation_board.rules.board import Placement, cluster_of, end_of, placement_of, the_board
from facilitator.activities.ideation_board.rules.merging import unmerged
from facilitator.activities.ideation_board.rules.paper import spoken_here
from facilitator.convening.cards import Card, own, proper
from facilitator.convening.ids import BlockId, CardId, ClusterId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.states import removal, stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Role, Wish, added, changed

MOST_EACH = 100
"""The highest limit of ideas for each person."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How ideas come in: by which way, in which language, and to which question."""

    source: str
    language: str
    question: ClusterId = ClusterId("")


@dataclass(frozen=True, slots=True)
class AddIdea(Wish):
    """Say one idea; `question` is one of the board's own, "" for its first.

    `is_signed` puts the speaker's name to it, on a board that shows authors; on another one it is left out.
    """

    text: str
    source: str = "keyboard"
    language: str = ""
    question: ClusterId = ClusterId("")
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class AddIdeas(Wish):
    """Many at once: a pasted list."""

    texts: tuple[str, ...]
    source: str = "import"
    language: str = ""


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


@dataclass(frozen=True, slots=True)
class LimitIdeas(Wish):
    """Say how many ideas each person may send, 0 for any number. What was sent already stays."""

    most: int


WISHES: tuple[type[Wish], ...] = (AddIdea, AddIdeas, EditIdea, RemoveIdea, OpenCollecting, CloseCollecting, LimitIdeas)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what comes in.

    Raises Refusal: board.not_collecting, board.limit_reached (most), board.no_such_card, board.no_such_cluster,
    card.not_yours, form.unreadable (most), text.empty, text.too_long, wish.unknown.
    """
    match wish:
        case AddIdea(text, source, language, question, is_signed):
            changes = _arrived(records, (text,), Origin(source, language, question), moment)
            named = signature(records, CardId(changes[0].id), moment) if is_signed else ()
            return Decision("ideation_board.idea_added", (*changes, *named))
        case AddIdeas(texts, source, language):
            return Decision("ideation_board.ideas_added", _arrived(records, texts, Origin(source, language), moment))
        case EditIdea(card, text):
            found = _still_own(records, card, moment)
            return Decision("ideation_board.idea_edited", (changed(found, text=proper(text)),))
        case RemoveIdea(card):
            found = _still_own(records, card, moment)
            # What others said stays when a note goes into which theirs was merged.
            freed = unmerged(records, found)
            return Decision("ideation_board.idea_removed", (*freed, *removal(records.after(freed), found)))
        case OpenCollecting() | CloseCollecting():
            is_open = isinstance(wish, OpenCollecting)
            kind = "ideation_board.collecting_opened" if is_open else "ideation_board.collecting_closed"
            wanted = replace(the_board(records, moment.block), is_collecting=is_open)
            return Decision(kind, stated(records, wanted))
        case LimitIdeas(most):
            if not 0 <= most <= MOST_EACH:
                raise Refusal("form.unreadable")
            return Decision(
                "ideation_board.limit_set", stated(records, replace(the_board(records, moment.block), limit=most))
            )
    raise Refusal("wish.unknown")


def sent_by(records: Records, block: BlockId, person: PersonId) -> int:
    """How many ideas of a person are on a board, merged ones too."""
    cards = records[Card]
    return sum(
        lies.board == block and lies.id in cards and cards[lies.id].by == person for lies in records[Placement].values()
    )


def _still_own(records: Records, card: CardId, moment: Moment) -> Card:
    """Give a card that may still be changed: people mend and take back their own while the board takes ideas."""
    placement_of(records, card, moment)
    found = own(records, card, moment)
    if moment.role is not Role.GUIDE and not the_board(records, moment.block).is_collecting:
        raise Refusal("board.not_collecting")
    return found


def _arrived(records: Records, texts: tuple[str, ...], origin: Origin, moment: Moment) -> tuple[Change, ...]:
    board = the_board(records, moment.block)
    if not board.is_collecting and moment.role is not Role.GUIDE:
        raise Refusal("board.not_collecting")
    if not texts:
        raise Refusal("text.empty")
    is_limited = bool(board.limit) and moment.role is not Role.GUIDE
    if is_limited and sent_by(records, board.id, moment.by) + len(texts) > board.limit:
        raise Refusal("board.limit_reached", most=board.limit)
    place = ""
    if origin.question:
        if not cluster_of(records, origin.question, moment).is_question:
            raise Refusal("board.no_such_cluster")
        place = end_of(records, origin.question)
    # Whoever types on the laptop types in the convening's language, if they do not say otherwise. Practice, rule ML2.
    language = origin.language or (spoken_here(records) if moment.role is Role.GUIDE else "")
    changes: list[Change] = []
    for text in texts:
        card = Card(CardId(moment.new_id()), proper(text), language, origin.source, moment.by)
        lies = Placement(card.id, board.id, origin.question, place, is_held=not board.shows_arriving)
        changes += (added(card), added(lies))
    return tuple(changes)
