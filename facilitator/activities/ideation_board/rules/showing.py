"""What the room sees of a board: ideas wait unseen until somebody shows them, one cluster may be large."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.activities.ideation_board.rules.board import STEPS, Placement, cluster_of, placement_of, the_board
from facilitator.convening.ballots import asked_about
from facilitator.convening.cards import Card, resolved
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import Change, Decision, Moment, Refusal, Undo, Wish, changed, table_of


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
    """Show all ideas that wait. This cannot be undone."""


@dataclass(frozen=True, slots=True)
class SpotlightCluster(Wish):
    """Show one cluster large, "" for all again."""

    cluster: ClusterId


WISHES: tuple[type[Wish], ...] = (
    HoldIdea, ReleaseIdea, GoToStep, ShowArriving, HideArriving, RevealBoard, SpotlightCluster,
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
        case RevealBoard():
            shown = replace(board, is_revealed=True)
            changes = (*stated(records, shown), *_released(records, board.id))
            return Decision("ideation_board.revealed", changes, Undo.NO)
        case SpotlightCluster(cluster):
            if cluster:
                cluster_of(records, cluster, moment)
            lit = stated(records, replace(board, spotlight=cluster))
            return Decision("ideation_board.cluster_spotlit", lit, Undo.NO)
    raise Refusal("wish.unknown")


def _released(records: Records, board: BlockId) -> tuple[Change, ...]:
    return tuple(changed(p, is_held=False) for p in records[Placement].values() if p.board == board and p.is_held)


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide every card that is held, and where it lies, until it or what it stands for is on a ballot.

    Also when its board is gone.
    """
    asked = {key for card in asked_about(records) for key in (card, resolved(records, CardId(card)))}
    for lies in records[Placement].values():
        if lies.is_held and lies.id not in asked:
            yield table_of(Card), lies.id
            yield table_of(Placement), lies.id
    for card, lay in records.resting(table_of(Placement)).items():
        if lay.get("is_held"):
            yield table_of(Card), card
