"""Answers to the question the room lives with: they come in without a name, and one is shown when it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.activities.wicked_questions.console.lines import Line, LineList
from facilitator.activities.wicked_questions.rules import Inquiry
from facilitator.activities.wicked_questions.rules.answers import (
    RemoveAnswer,
    SendAnswer,
    ShowAnswer,
    answers,
    shown,
)
from facilitator.convening.ids import CardId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Chip, Kind, Label, LineLabel, Size, Tone, column, row

_ROW = 60
"""Three lines of an answer; the tip and the stage have it whole."""


class AnswerCard(Card):
    """The answers in the order in which they were written; the room reads one only when the facilitator shows it."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._question, self._on_stage = CardId(""), CardId("")
        self._title = LineLabel(_("When have you seen both be true?"))
        self._title.setFont(theme_in_use().sized(14, 600))
        self._count = Chip("0")
        self._lines = LineList(_("Answers"), _ROW)
        self._lines.setMinimumHeight(2 * _ROW)
        self._lines.moved.connect(lambda _line: self._show_buttons())
        self._empty = Label(_("Nothing yet. Phones ask for one moment, without a name."), "small", Tone.SOFT).wrapping()
        self._empty.setContentsMargins(12, 0, 12, 8)
        self._show = Button("", self.show_or_hide, key="S", kind=Kind.QUIET, size=Size.SMALL)
        self._away = Button(_("Take away"), self.take_away, key="X", kind=Kind.QUIET, size=Size.SMALL)
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Type an answer, Enter adds it"))
        self._typed.setAccessibleName(_("Type an answer"))
        self._typed.returnPressed.connect(self._send)
        foot = QWidget()
        row(foot, self._typed, padding=(6, 10, 8, 10))
        head = row(None, self._title, self._count, STRETCH, self._show, self._away, padding=(2, 6, 2, 12))
        column(self, head, self._empty, self._lines, foot, gap=0, padding=(0, 1, 1, 1)).setStretch(2, 1)

    def show_answers(self, records: Records, inquiry: Inquiry) -> None:
        """Show what was answered to the chosen question, and which answer the room reads now."""
        self._question, self._on_stage = inquiry.chosen, shown(records, inquiry.id)
        lines = [
            Line(
                card.id, card.text,
                end=_("on the stage") if card.id == self._on_stage else _("shown") if answer.is_shown else "",
                icon="eye" if answer.is_shown else "device-mobile-bold" if card.source == "phone" else "",
                is_on=card.id == self._on_stage,
            )
            for answer, card in answers(records, inquiry.chosen)
        ]  # fmt: skip
        at = self._lines.currentIndex().row()
        self._lines.show_lines(lines)
        if lines and at >= 0 and not self._lines.current():
            # The current one was taken away: keys go on with the one that took its place.
            self._lines.go_to(lines[min(at, len(lines) - 1)].id)
        self._count.show_state(str(len(lines)), Tone.SOFT)
        self._empty.setVisible(not lines)
        self._lines.setVisible(bool(lines))
        self._show_buttons()

    def acts(self) -> tuple[Act, ...]:
        """What can be done with the current answer, with its key."""
        return (
            Act("S", self._show.accessibleName(), self.show_or_hide, self._has_current),
            Act("X", _("Take away"), self.take_away, self._has_current),
        )

    def show_or_hide(self) -> None:
        """Let the room read the current answer; the question alone again if it reads it already."""
        current = CardId(self._lines.current())
        self._asking(ShowAnswer(CardId("") if current == self._on_stage else current))

    def take_away(self) -> None:
        """Take the current answer away; undo brings it back."""
        self._asking(RemoveAnswer(CardId(self._lines.current())))

    def go_to(self, card: str) -> bool:
        """Go to an answer; tell whether it is here."""
        self._lines.go_to(card)
        is_here = self._lines.current() == card
        if is_here:
            self.take_focus()
        return is_here

    def take_focus(self) -> None:
        """Go to the list, or where one types if it is empty."""
        (self._lines if self._lines.lines() else self._typed).setFocus()

    def _has_current(self) -> bool:
        return bool(self._lines.current())

    def _show_buttons(self) -> None:
        is_on = self._has_current() and self._lines.current() == self._on_stage
        self._show.show_text(_("Question alone") if is_on else _("Show to the room"))
        for button in (self._show, self._away):
            button.setEnabled(self._has_current())

    def _send(self) -> None:
        text = self._typed.text().strip()
        if text:
            self._typed.clear()
            self._asking(SendAnswer(self._question, text), lambda: self._typed.setText(text))
