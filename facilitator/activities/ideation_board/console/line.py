"""The line where ideas are typed: Enter adds one and opens the next, a pasted list becomes many."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from facilitator.i18n import _

_HEIGHT = 36


class IdeaLine(QPlainTextEdit):
    """One line high. It gives what was typed, one text or many, and is empty for the next at once."""

    def __init__(self, add: Callable[[Sequence[str]], object]) -> None:
        super().__init__()
        self._add = add
        self.setAccessibleName(_("Type an idea"))
        self.setPlaceholderText(_("Type an idea, or paste a list"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)
        self.document().setDocumentMargin(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def give_back(self, texts: Sequence[str]) -> None:
        """Put texts back that could not be added, before whatever was typed since."""
        typed = self.toPlainText()
        self.setPlainText("\n".join([*texts, typed] if typed.strip() else texts))
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = _lines(source.text())
        if len(pasted) > 1 and not self.toPlainText().strip():
            self._add(pasted)
            return
        super().insertFromMimeData(source)

    def _give(self) -> None:
        texts = _lines(self.toPlainText())
        self.clear()
        if texts:
            self._add(texts)


_NUMBERED = re.compile(r"\d{1,4}[.)]\s+")
_KEYPAD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def _lines(text: str) -> list[str]:
    """The texts of a list, one a line, without what a list puts before each: a dash, a bullet, a number."""
    lines = [clean for line in text.splitlines() if (clean := line.strip().lstrip("-•*–").strip())]
    # A number before every line counts them; before one of them it may be what somebody says.
    if len(lines) > 1 and all(_NUMBERED.match(line) for line in lines):
        return [line for numbered in lines if (line := _NUMBERED.sub("", numbered, count=1))]
    return lines
