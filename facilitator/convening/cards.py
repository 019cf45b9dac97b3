"""Cards: what people said, in their own words. Boards, votes and summaries all point to the same card."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ids import CardId, PersonId
from facilitator.convening.records import Records
from facilitator.convening.states import removal
from facilitator.convening.words import Decision, Moment, Record, Refusal, Role, Seen, Wish, changed

LONGEST = 600
"""The most code points a card may have. What is longer is refused, never cut."""


@dataclass(frozen=True, slots=True)
class Card(Record[CardId]):
    """One idea. `source` says how it came in (phone, keyboard, paper, import); who wrote it stays on the laptop."""

    text: str
    language: str = ""
    source: str = "keyboard"
    by: PersonId = PersonId("")
    merged_into: CardId = CardId("")

    seen: ClassVar[Seen] = Seen.ROOM
    private: ClassVar[tuple[str, ...]] = ("by",)
    points_to: ClassVar[Mapping[str, str]] = {"merged_into": "card"}


@dataclass(frozen=True, slots=True)
class EditCard(Wish):
    """Say a card in other words. A participant may mend their own."""

    card: CardId
    text: str


@dataclass(frozen=True, slots=True)
class RemoveCard(Wish):
    """Take a card away everywhere."""

    card: CardId


def decide(records: Records, wish: Wish, moment: Moment) -> Decision:
    """Answer a wish about a card.

    Raises Refusal: card.none_such, card.not_yours, text.empty, text.too_long.
    """
    match wish:
        case EditCard(card, text):
            found = own(records, card, moment)
            return Decision("card.edited", (changed(found, text=proper(text)),))
        case RemoveCard(card):
            found = own(records, card, moment)
            freed = tuple(changed(twin, merged_into=CardId("")) for twin in merged_with(records, card))
            return Decision("card.removed", (*freed, *removal(records.after(freed), found)))
    raise Refusal("wish.unknown")


def own(records: Records, card: CardId, moment: Moment) -> Card:
    """Give a card the speaker may change: a guide any, everybody else their own.

    Raises Refusal: card.none_such, card.not_yours.
    """
    found = records[Card].get(card)
    if found is None:
        raise Refusal("card.none_such")
    if moment.role is not Role.GUIDE and (not moment.by or found.by != moment.by):
        raise Refusal("card.not_yours")
    return found


def proper(text: str) -> str:
    """Give a text as it is kept: composed, control characters shown as U+FFFD, no white space around.

    Raises Refusal: text.empty, text.too_long (longest).
    """
    clean = "".join(_shown(letter) for letter in unicodedata.normalize("NFC", text.replace("\r\n", "\n"))).strip()
    if all(unicodedata.category(letter) in ("Cf", "Zs", "Cc") for letter in clean):
        raise Refusal("text.empty")
    if len(clean) > LONGEST:
        raise Refusal("text.too_long", longest=LONGEST, length=len(clean))
    return clean


def resolved(records: Records, card: CardId) -> CardId:
    """Follow merges to the card that stands for this one."""
    seen: set[CardId] = set()
    while (found := records[Card].get(card)) is not None and found.merged_into and card not in seen:
        seen.add(card)
        card = found.merged_into
    return card


def merged_with(records: Records, card: CardId) -> tuple[Card, ...]:
    """The cards that were merged into this one, oldest first; not those that came with them."""
    return tuple(other for other in records[Card].values() if other.merged_into == card)


def broken(records: Records) -> Refusal | None:
    """Say if cards stand for one another in a ring, so that none of them could be seen any more."""
    cards = records[Card]
    for card in cards.values():
        seen: set[str] = set()
        at: Card | None = card
        while at is not None and at.merged_into:
            if at.id in seen:
                return Refusal("card.merged_in_a_ring")
            seen.add(at.id)
            at = cards.get(at.merged_into)
    return None


def _shown(letter: str) -> str:
    if letter == "\n":
        return letter
    if letter == "\t":
        return " "
    is_control = unicodedata.category(letter) in ("Cc", "Cs") or letter in "\u2028\u2029"
    return "\ufffd" if is_control else letter
