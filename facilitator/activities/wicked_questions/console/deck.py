"""The deck of wicked questions: examples in twelve themes for a group that is stuck, found by a word."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from facilitator.paths import resources


@dataclass(frozen=True, slots=True)
class DeckCard:
    """One example: its theme and the halves, made for the stem `at_once`."""

    theme: str
    first: str
    second: str


@cache
def deck() -> tuple[DeckCard, ...]:
    """Read the deck that ships with the app, in its order."""
    written = json.loads((resources() / "wicked_questions.json").read_text(encoding="utf-8"))
    return tuple(DeckCard(card["theme"], card["a"], card["b"]) for card in written)


@cache
def prompts() -> tuple[str, ...]:
    """Read the questions that help a group to find what pulls it two ways."""
    written = json.loads((resources() / "surfacing_prompts.json").read_text(encoding="utf-8"))
    return tuple(str(line) for line in written)


def themes() -> tuple[str, ...]:
    """Name the themes in the order of the deck."""
    return tuple(dict.fromkeys(card.theme for card in deck()))


def found(cards: Sequence[DeckCard], theme: str, words: str) -> list[DeckCard]:
    """The cards of a theme ("" for all) that have every one of the words, whatever their case and accents."""
    wanted = folded(words).split()
    return [
        card
        for card in cards
        if (not theme or card.theme == theme)
        and all(word in folded(f"{card.first} {card.second} {card.theme}") for word in wanted)
    ]


def folded(text: str) -> str:
    """A text without case and accents, for comparing."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))
