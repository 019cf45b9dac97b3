"""Cards that were written on paper: typed in later, each marked as paper, with the table it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.activities.ideation_board.rules.board import Placement, cluster_of, end_of, the_board
from facilitator.convening.cards import Card, proper
from facilitator.convening.gathering import Convening
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.convening.place import last
from facilitator.convening.records import Records
from facilitator.convening.words import Change, Decision, Moment, Record, Refusal, Seen, Wish, added

PAPER = "paper"
"""The source of a card that somebody wrote by hand. Source: practice, rules IN1 and IN2."""

MOST_TABLES = 99
"""The highest number that a table may have."""


@dataclass(frozen=True, slots=True)
class Paper(Record[CardId]):
    """A card that was written by hand at a table; `table` counts from 1."""

    board: BlockId
    table: int

    seen: ClassVar[Seen] = Seen.DESK
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "board": "block"}
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = {"table": (1, MOST_TABLES)}


@dataclass(frozen=True, slots=True)
class AddPaperCards(Wish):
    """Type paper cards in: into a cluster ("" = unsorted), from a table (0 = it is not known)."""

    texts: tuple[str, ...]
    cluster: ClusterId = ClusterId("")
    table: int = 0
    language: str = ""


WISHES: tuple[type[Wish], ...] = (AddPaperCards,)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about paper cards.

    Raises Refusal: board.no_such_cluster, board.no_such_table (most), text.empty, text.too_long, wish.unknown.
    """
    match wish:
        case AddPaperCards():
            return Decision("ideation_board.paper_typed", _typed(records, wish, moment))
    raise Refusal("wish.unknown")


def spoken_here(records: Records) -> str:
    """The language of the convening, "" where none is said."""
    return next((convening.language for convening in records[Convening].values()), "")


def table_of_card(records: Records, card: CardId) -> int:
    """The table that a card came from, 0 where it is not known."""
    found = records[Paper].get(card)
    return found.table if found is not None else 0


def _typed(records: Records, wish: AddPaperCards, moment: Moment) -> tuple[Change, ...]:
    board = the_board(records, moment.block)
    if not 0 <= wish.table <= MOST_TABLES:
        raise Refusal("board.no_such_table", most=MOST_TABLES)
    if not wish.texts:
        raise Refusal("text.empty")
    place = ""
    if wish.cluster:
        cluster_of(records, wish.cluster, moment)
        place = end_of(records, wish.cluster)
    language = wish.language or spoken_here(records)
    # Placing is showing, once the room sees the board: what is laid in a column then is on the stage.
    is_held = not board.shows_arriving and not (wish.cluster and board.is_revealed)
    changes: list[Change] = []
    for text in wish.texts:
        card = Card(CardId(moment.new_id()), proper(text), language, PAPER, moment.by)
        changes += (added(card), added(Placement(card.id, board.id, wish.cluster, place, is_held=is_held)))
        if wish.table:
            changes.append(added(Paper(card.id, board.id, wish.table)))
        place = last([place]) if place else ""
    return tuple(changes)
