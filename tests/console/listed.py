"""Convenings as the desk at home lists them."""

from __future__ import annotations

from facilitator.convening.ids import ConveningId
from facilitator.store.reading import Listed

BLOCKS = (("gather", 15), ("think", 40), ("pause", 60))


def listed(
    title: str,
    day: str,
    *,
    state: str = "preparing",
    place: str = "",
    people: int = 0,
    countries: int = 0,
    blocks: tuple[tuple[str, int], ...] = BLOCKS,
) -> Listed:
    """A convening of this title on this day."""
    return Listed(ConveningId(title.casefold()), title, day, "", place, state, 540, people, countries, blocks, 0)
