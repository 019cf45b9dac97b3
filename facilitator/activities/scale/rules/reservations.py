"""Reservations: what holds people back, in their words. Never a number beside them, and no name on what phones send."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ballots import CLOSED, OPEN, REVEALED, Round, latest
from facilitator.convening.cards import Card, own, proper
from facilitator.convening.ids import BlockId, CardId, RoundId
from facilitator.convening.records import Records
from facilitator.convening.states import removal
from facilitator.convening.words import (
    Decision,
    Moment,
    Record,
    Refusal,
    Role,
    Seen,
    Wish,
    added,
    changed,
    table_of,
)

PHONE, PAPER, ALOUD = "phone", "paper", "aloud"
"""How a reservation came in, as its card's source."""


@dataclass(frozen=True, slots=True)
class Reservation(Record[CardId]):
    """A card that says what holds somebody back from what a round asked. `met` is how it was taken in, "" not yet."""

    block: BlockId
    round: RoundId
    met: str = ""

    seen: ClassVar[Seen] = Seen.ROOM
    points_to: ClassVar[Mapping[str, str]] = {"id": "card", "block": "block", "round": "round"}


@dataclass(frozen=True, slots=True)
class SendReservation(Wish):
    """Say what holds me back from what a round asks."""

    round: RoundId
    text: str
    source: str = ALOUD


@dataclass(frozen=True, slots=True)
class RemoveReservation(Wish):
    card: CardId


@dataclass(frozen=True, slots=True)
class MeetReservation(Wish):
    """Say how a reservation was taken in; "" when it was not."""

    card: CardId
    met: str


WISHES: tuple[type[Wish], ...] = (SendReservation, RemoveReservation, MeetReservation)
OPEN_TO_ALL: frozenset[type[Wish]] = frozenset((SendReservation, RemoveReservation))


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer one wish about reservations.

    Raises Refusal: scale.not_asking, scale.no_such_reservation, card.none_such, card.not_yours, text.empty,
    text.too_long, wish.unknown.
    """
    match wish:
        case SendReservation(asked, text, source):
            # A phone that was away may speak about a wording that the room has left since.
            now = latest(records, moment.block)
            if now is None or now.id != asked or now.state not in (OPEN, CLOSED, REVEALED):
                raise Refusal("scale.not_asking")
            card = Card(CardId(moment.new_id()), proper(text), "", source, moment.by)
            found = Reservation(card.id, moment.block, asked)
            return Decision("scale.reservation_sent", (added(card), added(found)))
        case RemoveReservation(key):
            card = own(records, _found(records, key, moment).id, moment)
            return Decision("scale.reservation_removed", removal(records, card))
        case MeetReservation(key, met):
            there = _found(records, key, moment)
            words = proper(met) if met.strip() else ""
            return Decision("scale.reservation_met", (changed(there, met=words),) if words != there.met else ())
    raise Refusal("wish.unknown")


def _found(records: Records, key: CardId, moment: Moment) -> Reservation:
    found = records[Reservation].get(key)
    if found is None or found.block != moment.block or key not in records[Card]:
        raise Refusal("scale.no_such_reservation" if moment.role is Role.GUIDE else "card.none_such")
    return found


def veil(records: Records) -> Iterable[tuple[str, str]]:
    """Hide each reservation until its round is revealed. One whose block is gone stays hidden."""
    told = {key for key, round_ in records[Round].items() if round_.state == REVEALED}
    shut = (key for key, found in records[Reservation].items() if found.round not in told)
    for key in (*shut, *records.resting(table_of(Reservation))):
        yield table_of(Reservation), key
        yield table_of(Card), key


def reservations(records: Records, block: BlockId) -> list[tuple[Reservation, Card]]:
    """The reservations of a block that these records hold, in the order they came."""
    cards = records[Card]
    found = ((each, cards[key]) for key, each in records[Reservation].items() if key in cards and each.block == block)
    return sorted(found, key=lambda each: each[1].id)
