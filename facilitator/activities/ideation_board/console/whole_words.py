"""The whole wording of the current row, below a list in whose row it had to be cut."""

from __future__ import annotations

from facilitator.kit.qt.widgets import Card, Ground, Label, column


class WholeWords(Card):
    """There only while there is something to read in it."""

    def __init__(self) -> None:
        super().__init__(Ground.SURFACE)
        self._words = Label("", "small").wrapping()
        column(self, self._words, padding=(8, 12, 8, 12))
        self.hide()

    def show_words(self, words: str) -> None:
        """Show these words, or go where there are none."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What is to be read now, "" for nothing."""
        return "" if self.isHidden() else self._words.text()
