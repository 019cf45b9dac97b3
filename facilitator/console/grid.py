"""Cards side by side in rows of equal width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

_GAP = 16


class Grid(QWidget):
    """So many cards across; the last row may have fewer."""

    def __init__(self, across: int) -> None:
        super().__init__()
        self._across = across
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for at in range(across):
            self._grid.setColumnStretch(at, 1)
            self._grid.setColumnMinimumWidth(at, 1)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Lay out these cards; those that were here go."""
        while (place := self._grid.takeAt(0)) is not None:
            old = place.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        empty = [QWidget() for _place in range(-len(cards) % self._across)]
        for at, card in enumerate((*cards, *empty)):
            self._grid.addWidget(card, at // self._across, at % self._across)
        self.setVisible(bool(cards))
