"""Truths that came in for one half, each once with how many sent it; one press takes it into the pair."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.activities.wicked_questions.console.lines import Line, LineList
from facilitator.activities.wicked_questions.rules import FIRST, SendTruths
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Card, Label, LineLabel, Tone, column, row

_ROW = 32
_ROWS_BESIDE_BUILDER = 3
_ANY_HEIGHT = 16_777_215


class TruthCard(Card):
    """The truths of one half. `used` tells the text of the one that was pressed."""

    used = Signal(str)

    def __init__(self, half: str, asking: Asking) -> None:
        super().__init__()
        self._half, self._asking = half, asking
        title = _("We must, and it is good") if half == FIRST else _("We must also, and it is good")
        self._title = LineLabel(title)
        self._title.setFont(theme_in_use().sized(14, 600))
        self._count = LineLabel("", "caption", Tone.SOFT)
        self._lines = LineList(title, _ROW)
        self._lines.pressed_line.connect(self.used)
        self._empty = Label(_("Nothing yet. Give the room a minute of silence."), "small", Tone.SOFT).wrapping()
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Type a truth, Enter adds it"))
        self._typed.setAccessibleName(_("{half}: type a truth").format(half=title))
        self._typed.returnPressed.connect(self._send)
        self._foot = QWidget()
        row(self._foot, self._typed, padding=(6, 10, 8, 10))
        head = row(None, Swatch(half), self._title, STRETCH, self._count, padding=(8, 12, 8, 12))
        self._empty.setContentsMargins(12, 0, 12, 8)
        column(self, head, self._empty, self._lines, STRETCH, self._foot, gap=0, padding=(0, 1, 1, 1))

    def show_truths(self, truths: list[tuple[str, int]], in_use: Collection[str]) -> None:
        """Show each truth once, those sent most often first."""
        self._lines.show_lines(
            [
                Line(text, text, end=str(count), icon="device-mobile-bold", is_on=text in in_use)
                for text, count in truths
            ]
        )
        count = len(truths)
        self._count.show_text(ngettext("{count} truth", "{count} truths", count).format(count=count) if count else "")
        self._empty.setVisible(not truths)
        self._lines.setVisible(bool(truths))

    def show_tall(self) -> None:
        """While truths are being heard: all the room there is, and the line to type one."""
        self._lines.setMinimumHeight(_ROW)
        self._lines.setMaximumHeight(_ANY_HEIGHT)
        self._foot.show()

    def show_beside_builder(self) -> None:
        """While pairs are built: a few rows, the rest by scrolling."""
        self._lines.setFixedHeight(_ROW * min(_ROWS_BESIDE_BUILDER, max(1, len(self._lines.lines()))))
        self._foot.hide()

    def go_to(self, text: str) -> bool:
        """Go to a truth, however its letters are written; tell whether it is here."""
        here = next((line.id for line in self._lines.lines() if line.id.casefold() == text.casefold()), "")
        if here:
            self._lines.go_to(here)
            self._lines.setFocus()
        return bool(here)

    def take_focus(self) -> None:
        """Go to the list, or where one types if it is empty."""
        (self._lines if self._lines.lines() else self._typed).setFocus()

    def _send(self) -> None:
        text = self._typed.text().strip()
        if not text:
            return
        self._typed.clear()
        wish = SendTruths(text, "") if self._half == FIRST else SendTruths("", text)
        self._asking(wish, lambda: self._typed.setText(text))


class Swatch(QWidget):
    """The colour of a half: hollow for the first, dark for the second; the title says the same."""

    def __init__(self, half: str) -> None:
        super().__init__()
        self._is_first = half == FIRST
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_in_use()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.inks.line_strong, 2 if self._is_first else 1))
            painter.setBrush(theme.inks.raised if self._is_first else QColor(theme.tokens.wicked.bottom_ground))
            painter.drawRoundedRect(box, 3, 3)
