"""Answers as the search gives them."""

from __future__ import annotations

from facilitator.convening.findable import Answer, Hit, Part, Place, Question, Searched
from facilitator.convening.ids import BlockId, ConveningId

WATER = Searched(ConveningId("water"), "Clean Water", "2027-03-18")
TRUST = Searched(ConveningId("trust"), "Trust and terms", "2026-01-14")


def part(text: str, word: str = "pump") -> Part:
    """A text with every beginning of a word marked, as far as the letter after it."""
    low, at, spans = text.casefold(), -1, []
    while (at := low.find(word, at + 1)) >= 0:
        spans.append((at, at + len(word)))
    return Part(text, tuple(spans))


def hit(
    *texts: str,
    kind: str = "idea",
    where: Searched = WATER,
    block: str = "board",
    group: str = "",
    position: int = -1,
    dots: int = 0,
) -> Hit:
    """A hit whose id is its first text."""
    place = Place(where.id, BlockId(block), texts[0], kind)
    return Hit(place, tuple(part(text) for text in texts), "Ideas", group, position, dots)


def answer(*hits: Hit, question: Question | None = None, more: int = 0, seconds: float = 0.04) -> Answer:
    """An answer with these hits, and so many more ideas that are not shown, in Clean Water."""
    searched = []
    for each in (WATER, TRUST):
        counts = dict.fromkeys(dict.fromkeys(one.place.kind for one in hits), 0)
        for one in hits:
            counts[one.place.kind] += one.place.convening == each.id
        if each is WATER and more:
            counts["idea"] = counts.get("idea", 0) + more
        searched.append(
            Searched(each.id, each.title, each.date, tuple((kind, count) for kind, count in counts.items() if count))
        )
    return Answer(question or Question("pump", 1), hits, tuple(searched), seconds)
