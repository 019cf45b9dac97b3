"""A question for a group that is stuck, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.activities.wicked_questions.console.deck import prompts
from facilitator.i18n import _
from facilitator.kit.qt.widgets import Button, Kind, LineLabel, Size, Tone, row


class Prompts(QWidget):
    """One of the surfacing prompts to read aloud, and the way to another. Source: practice, rule WQ5."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._words = LineLabel("", "small", Tone.SOFT)
        another = Button(_("Another"), self._go_on, kind=Kind.QUIET, size=Size.SMALL)
        line = row(self, gap=8)
        line.addWidget(self._words, 1)
        line.addWidget(another)
        self._show()

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(prompts())
        self._show()

    def _show(self) -> None:
        self._words.show_text(_("Stuck? {prompt}").format(prompt=prompts()[self._at]))
