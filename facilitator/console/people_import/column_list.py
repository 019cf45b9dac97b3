"""The columns of a table, one under the other: what each is called, what it holds, and the choice of what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.console.people_import.columns import Line, Meaning, meaning_words
from facilitator.i18n import _
from facilitator.kit.qt.widgets.field import Choice
from facilitator.kit.qt.widgets.frames import STRETCH, column
from facilitator.kit.qt.widgets.label import LineLabel, Tone

_SAMPLES = 3


class ColumnList(QScrollArea):
    """`changed` tells that a column was given another meaning. A meaning leaves the column that had it before."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._choices: list[Choice] = []

    def show_columns(self, heads: Line, body: Sequence[Line], meanings: Sequence[Meaning]) -> None:
        """Show the columns of a table; `heads` are their headings, "" where there is none."""
        page = QWidget()
        self._choices = []
        blocks = []
        for at, (head, meaning) in enumerate(zip(heads, meanings, strict=True)):
            said = _("Column {number}: {head}") if head else _("Column {number}")
            title = said.format(number=at + 1, head=head)
            choice = Choice(title)
            for each in Meaning:
                choice.addItem(meaning_words(each), each.value)
            choice.setCurrentIndex(choice.findData(meaning.value))
            choice.currentIndexChanged.connect(lambda _index, at=at: self._change(at))
            sample = " · ".join([line[at] for line in body if line[at]][:_SAMPLES])
            blocks.append(
                column(
                    None,
                    LineLabel(title, "small"),
                    LineLabel(sample or _("Empty"), "caption", Tone.SOFT),
                    choice,
                    gap=3,
                )
            )
            self._choices.append(choice)
        column(page, *blocks, STRETCH, gap=16, padding=(2, 10, 2, 2))
        self.setWidget(page)
        # The area gives what it holds a ground of its own, which would lie on the card's.
        page.setAutoFillBackground(False)

    def meanings(self) -> tuple[Meaning, ...]:
        """What each column means now."""
        return tuple(Meaning(choice.currentData()) for choice in self._choices)

    def take_focus(self) -> None:
        """Give the focus to the first column."""
        if self._choices:
            self._choices[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self, at: int) -> None:
        meaning = self._choices[at].currentData()
        if meaning != Meaning.IGNORE.value:
            for other, choice in enumerate(self._choices):
                if other != at and choice.currentData() == meaning:
                    choice.blockSignals(True)
                    choice.setCurrentIndex(choice.findData(Meaning.IGNORE.value))
                    choice.blockSignals(False)
        self.changed.emit()
