"""Whose ideas these are: nobody is named unless the board shows authors and they said so of that very idea."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from facilitator.activities.ideation_board.rules.board import Board, Placement, placement_of, the_board
from facilitator.convening.cards import Card, own
from facilitator.convening.ids import BlockId, CardId, PersonId
from facilitator.convening.people import Contact, Person, name_of
from facilitator.convening.records import Records
from facilitator.convening.states import stated
from facilitator.convening.words import (
    Change,
    Decision,
    Moment,
    Record,
    Refusal,
    Seen,
    Wish,
    added,
    changed,
    removed,
    table_of,
)

QUOTATION = "quotation"
"""The consent to be quoted by name. Who gave it is asked with their name filled in. Source: practice, rule PR4."""


@dataclass(frozen=True, slots=True)
class Signature(Record[CardId]):
    """Somebody put their name to their idea. The room sees it only while the board shows authors."""

    board: BlockId
    by: PersonId

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[dict[str, str]] = {"id": "card", "board": "block"}


@dataclass(frozen=True, slots=True)
class ShowAuthors(Wish):
    """Let the room see who wrote an idea, of those who say so when they send it. Source: practice, rule BD4."""


@dataclass(frozen=True, slots=True)
class HideAuthors(Wish):
    """Show no names."""


@dataclass(frozen=True, slots=True)
class SignIdea(Wish):
    """Put my name to my idea, on a board that shows authors."""

    card: CardId


@dataclass(frozen=True, slots=True)
class UnsignIdea(Wish):
    """Take my name off my idea."""

    card: CardId


WISHES: tuple[type[Wish], ...] = (ShowAuthors, HideAuthors, SignIdea, UnsignIdea)


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about names.

    Raises Refusal: board.shows_no_names, board.no_name, board.no_such_card, card.not_yours, wish.unknown.
    """
    board = the_board(records, moment.block)
    match wish:
        case ShowAuthors():
            return Decision("ideation_board.authors_shown", stated(records, replace(board, shows_authors=True)))
        case HideAuthors():
            return Decision("ideation_board.authors_hidden", stated(records, replace(board, shows_authors=False)))
        case SignIdea(card):
            lies = placement_of(records, card, moment)
            # Nobody signs for somebody else, not even the facilitator.
            if records[Card][lies.id].by != moment.by:
                raise Refusal("card.not_yours")
            if not board.shows_authors:
                raise Refusal("board.shows_no_names")
            signed = signature(records, lies.id, moment)
            if not signed:
                raise Refusal("board.no_name")
            return Decision("ideation_board.idea_signed", signed)
        case UnsignIdea(card):
            placement_of(records, card, moment)
            own(records, card, moment)
            there = records[Signature].get(card)
            return Decision("ideation_board.idea_unsigned", (removed(there),) if there is not None else ())
    raise Refusal("wish.unknown")


def signature(records: Records, card: CardId, moment: Moment) -> tuple[Change, ...]:
    """Put the speaker's name to a card; nothing where the board shows no authors, or they gave no name."""
    if not the_board(records, moment.block).shows_authors or not name_of(records, moment.by).strip():
        return ()
    wanted = Signature(card, moment.block, moment.by)
    return (added(wanted),) if card not in records[Signature] else stated(records, wanted)


def authors(records: Records, block: BlockId) -> dict[CardId, str]:
    """The names that may be told, by card: of the room's records only what the room may see now."""
    if not the_board(records, block).shows_authors:
        return {}
    signed = (one for one in records[Signature].values() if one.board == block)
    named = {one.id: name_of(records, one.by) for one in signed}
    return {card: name for card, name in named.items() if name.strip()}


def unnamed(records: Records) -> Records:
    """The records as they read where nobody may be named."""
    return records.after(
        changed(board, shows_authors=False) for board in records[Board].values() if board.shows_authors
    )


def asked_with_name(records: Records) -> frozenset[PersonId]:
    """Who agreed to be quoted by name: their name is filled in where they write, and can be left out."""
    agreed = records[Contact]
    return frozenset(
        person.id
        for person in records[Person].values()
        if person.name.strip() and person.id in agreed and QUOTATION in agreed[person.id].consents
    )


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide every name on a board that shows no authors, or whose idea the room does not see."""
    lies = records[Placement]
    for one in records[Signature].values():
        place = lies.get(one.id)
        if place is None or place.is_held or not the_board(records, one.board).shows_authors:
            yield table_of(Signature), one.id
