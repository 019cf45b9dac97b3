"""What the room sees of a board: ideas wait unseen until somebody shows them, one cluster may be large."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import (
    STEPS,
    Board,
    Placement,
    cluster_of,
    placement_of,
    the_board,
)
from facilitator.convening.ballots import asked_about
from facilitator.convening.cards import Card, resolved
from facilitator.convening.confidence import Confidence
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.place import last
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Undo, Wish, changed, table_of

ARRIVAL, SHUFFLED = "arrival", "shuffled"
"""In which order ideas are shown."""


@dataclass(frozen=True, slots=True)
class HoldIdea(Wish):
    """Take a card off the stage."""

    card: CardId


@dataclass(frozen=True, slots=True)
class ReleaseIdea(Wish):
    """Let a card be seen."""

    card: CardId


@dataclass(frozen=True, slots=True)
class GoToStep(Wish):
    step: str


@dataclass(frozen=True, slots=True)
class ShowArriving(Wish):
    """Let the room see ideas as they arrive, those that wait included."""


@dataclass(frozen=True, slots=True)
class HideArriving(Wish):
    """New ideas wait until they are revealed."""


@dataclass(frozen=True, slots=True)
class RevealBoard(Wish):
    """Show all ideas that wait, in the order they came ("arrival") or "shuffled". This cannot be undone."""

    order: str = ARRIVAL


@dataclass(frozen=True, slots=True)
class RevealIdeas(Wish):
    """Show these ideas."""

    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevealAuthor(Wish):
    """Show all that waits of whoever wrote this idea, without their name. This cannot be undone."""

    card: CardId


@dataclass(frozen=True, slots=True)
class SpotlightCluster(Wish):
    """Show one cluster large, "" for all again."""

    cluster: ClusterId


WISHES: tuple[type[Wish], ...] = (
    HoldIdea, ReleaseIdea, GoToStep, ShowArriving, HideArriving, RevealBoard, RevealIdeas, RevealAuthor,
    SpotlightCluster,
)  # fmt: skip


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about what the room sees.

    Raises Refusal: board.unknown_step, board.no_such_card, board.no_such_cluster, wish.unknown.
    """
    board = the_board(records, moment.block)
    match wish:
        case HoldIdea(card):
            return Decision("ideation_board.idea_held", (changed(placement_of(records, card, moment), is_held=True),))
        case ReleaseIdea(card):
            return Decision("ideation_board.idea_shown", (changed(placement_of(records, card, moment), is_held=False),))
        case GoToStep(step):
            if step not in STEPS:
                raise Refusal("board.unknown_step")
            return Decision("ideation_board.step_taken", stated(records, replace(board, step=step)))
        case ShowArriving():
            shown = replace(board, shows_arriving=True, is_revealed=True)
            return Decision(
                "ideation_board.arriving_shown", (*stated(records, shown), *_released(records, board.id)), Undo.NO
            )
        case HideArriving():
            return Decision("ideation_board.arriving_hidden", stated(records, replace(board, shows_arriving=False)))
        case RevealBoard(order):
            if order not in (ARRIVAL, SHUFFLED):
                raise Refusal("form.unreadable")
            shown = replace(board, is_revealed=True)
            mixed = _shuffled(records, board.id, moment) if order == SHUFFLED else _released(records, board.id)
            changes = (*stated(records, shown), *mixed)
            return Decision("ideation_board.revealed", changes, Undo.NO)
        case RevealIdeas(cards):
            shown_now = [placement_of(records, CardId(card), moment) for card in dict.fromkeys(cards)]
            if not shown_now:
                raise Refusal("board.no_such_card")
            changes = tuple(changed(lies, is_held=False) for lies in shown_now)
            return Decision("ideation_board.ideas_shown", changes)
        case RevealAuthor(card):
            return _author_revealed(records, board, placement_of(records, card, moment))
        case SpotlightCluster(cluster):
            if cluster:
                cluster_of(records, cluster, moment)
            lit = stated(records, replace(board, spotlight=cluster, focus=CardId("")))
            return Decision("ideation_board.cluster_spotlit", lit, Undo.NO)
    raise Refusal("wish.unknown")


def _author_revealed(records: Records, board: Board, chosen: Placement) -> Decision:
    cards = records[Card]
    author = cards[chosen.id].by
    waiting = [lies for lies in records[Placement].values() if lies.board == board.id and lies.is_held]
    theirs = [lies for lies in waiting if lies == chosen or (author and cards[lies.id].by == author)]
    # After the last author the room has seen the board.
    is_whole = board.is_revealed or len(theirs) == len(waiting)
    changes = [changed(lies, is_held=False) for lies in theirs]
    whole = stated(records, replace(board, is_revealed=is_whole))
    return Decision("ideation_board.author_revealed", (*changes, *whole), Undo.NO)


def _shuffled(records: Records, board: BlockId, moment: Moment) -> tuple[Change, ...]:
    """Show what waits, the unsorted in an order that does not tell who was first."""
    loose = [p for p in records[Placement].values() if p.board == board and not p.cluster]
    random.Random(moment.secret).shuffle(loose)  # noqa: S311 - an order, not a secret
    place, changes = "", []
    for lies in loose:
        place = last([place] if place else [])
        changes.append(changed(lies, is_held=False, place=place))
    known = {lies.id for lies in loose}
    return (*changes, *(change for change in _released(records, board) if change.id not in known))


def _released(records: Records, board: BlockId) -> tuple[Change, ...]:
    return tuple(changed(p, is_held=False) for p in records[Placement].values() if p.board == board and p.is_held)


def is_shown(board: Board) -> bool:
    """Whether the room has seen the board: before that, who counts what is seen would leave out what waits."""
    return board.is_revealed or board.shows_arriving


def count_for_room(room: Records, block: BlockId) -> int:
    """How many ideas the room is told there are: merged ones are one, parked ones none; 0 before the board is shown."""
    if not is_shown(the_board(room, block)):
        return 0
    cards = room[Card]
    seen = (p.id for p in room[Placement].values() if p.board == block and not p.is_parked)
    return sum(card in cards and not cards[card].merged_into for card in seen)


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide every card that is held, and where it lies, until it or what it stands for is on a ballot.

    Also when its board is gone.
    """
    asked = {key for card in asked_about(records) for key in (card, resolved(records, CardId(card)))}
    for lies in records[Placement].values():
        if lies.is_held and lies.id not in asked:
            yield table_of(Card), lies.id
            yield table_of(Placement), lies.id
            yield table_of(Confidence), lies.id
    for card, lay in records.resting(table_of(Placement)).items():
        if lay.get("is_held"):
            yield table_of(Card), card
