"""Cards in rows of equal width."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.console.grid import Grid


def test_cards_are_equally_wide_even_in_a_row_that_is_not_full(shown: Callable[[QWidget], None]) -> None:
    grid = Grid(3)
    cards = [QPushButton(str(number)) for number in range(4)]
    grid.show_cards(cards)
    shown(grid)

    widths = {card.width() for card in cards}

    assert max(widths) - min(widths) <= 1
    assert cards[3].y() > cards[0].y()


def test_without_cards_it_is_away(shown: Callable[[QWidget], None]) -> None:
    grid = Grid(3)
    shown(grid)

    grid.show_cards(())

    assert grid.isHidden()
