"""Rows of ideas that no cluster holds yet: as many to a page as fit, each row as high as its highest note."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from facilitator.convening.cards import Card

LANES = 5
"""How many notes stand side by side."""

ROW_GAP = 12

Row = tuple[list[Card], float]
"""The cards of one row, and its height."""


class Filling(Enum):
    """Which idea is sure to be seen on the first page: the first, or, while ideas still come, the newest."""

    FROM_START = "from_start"
    FROM_END = "from_end"


def page_of_rows(
    cards: list[Card], height: Callable[[str], float], room: float, page: int, filling: Filling
) -> list[Row]:
    """The rows of one page, or of the last one there is; `height` says how high a note with a text is."""
    pages = pages_of_rows(cards, height, room, filling)
    shown = pages[min(page, len(pages) - 1)]
    return shown[::-1] if filling is Filling.FROM_END else shown


def pages_of_rows(cards: list[Card], height: Callable[[str], float], room: float, filling: Filling) -> list[list[Row]]:
    """All rows, page by page, in the order in which they are filled; at least one page."""
    rows = [cards[first : first + LANES] for first in range(0, len(cards), LANES)]
    pages: list[list[Row]] = [[]]
    took = 0.0
    for row in reversed(rows) if filling is Filling.FROM_END else rows:
        high = max(height(card.text) for card in row)
        if took + high > room and pages[-1]:
            pages.append([])
            took = 0.0
        pages[-1].append((row, high))
        took += high + ROW_GAP
    return pages
