"""The head of the desk at home: a greeting or what was found, the field to find something, and a new convening."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.search.field import FindField
from facilitator.i18n import _
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.frames import column, row
from facilitator.kit.qt.widgets.label import LineLabel, Tone

_NARROW, _WIDE = 260, 330


class HomeHead(QWidget):
    """`greet` and `tell` say what stands in large letters."""

    def __init__(self, begin: Callable[[], None]) -> None:
        super().__init__()
        self._title, self._line = LineLabel("", "display"), LineLabel("", "body", Tone.SOFT)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = FindField(_("Find anything"))
        self.new = Button(_("New convening"), begin, key="Ctrl N", icon="plus-bold")
        column(
            self, row(None, self._title, 12, self.field, 4, self.new), self._line, gap=4, padding=(28, 40, 14, 40),
        )  # fmt: skip
        self.greet("")

    def greet(self, words: str) -> None:
        """Say a greeting."""
        self._title.show_text(words)
        self._line.hide()
        self.field.setFixedWidth(_NARROW)

    def tell(self, words: str, more: str) -> None:
        """Say what was found, and where it was looked for."""
        self._title.show_text(words)
        self._line.show_text(more)
        self._line.show()
        self.field.setFixedWidth(_WIDE)
