"""The questions kept so far: mended, set aside, voted on, and one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from facilitator.activities.wicked_questions.console.lines import Line, LineList
from facilitator.activities.wicked_questions.console.stems import stem_words
from facilitator.activities.wicked_questions.rules import candidates, support, the_inquiry
from facilitator.convening.ids import BlockId
from facilitator.convening.records import Records
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import STRETCH, Button, Card, Chip, Kind, Label, Size, Tone, column, row

_LINE = 34
_ROWS_BESIDE_BUILDER = 4
_ANY_HEIGHT = 16_777_215


class CandidateCard(Card):
    """The list of candidates. `pressed` tells the id of the one that was pressed, with Enter or the mouse."""

    pressed = Signal(str)

    def __init__(self, mend: Callable[[], object], set_aside: Callable[[], object]) -> None:
        super().__init__()
        self._is_fixed = False
        self._count = Chip("0")
        self._lines = LineList(_("Candidates"), _LINE)
        self._lines.pressed_line.connect(self.pressed)
        self._lines.moved.connect(lambda _line: self._show_buttons())
        title = Label(_("Candidates"))
        title.setFont(theme_in_use().sized(14, 600))
        self._empty = Label(_("None yet. Build a pair, then keep it."), "small", Tone.SOFT).wrapping()
        self._mend = Button(_("Edit"), mend, key="E", kind=Kind.QUIET, size=Size.SMALL)
        self._aside = Button(_("Set aside"), set_aside, key="X", kind=Kind.QUIET, size=Size.SMALL)
        head = row(None, title, self._count, STRETCH, self._mend, self._aside, padding=(2, 6, 2, 12))
        self._empty.setContentsMargins(12, 0, 12, 8)
        column(self, head, self._empty, self._lines, gap=0, padding=(0, 1, 1, 1))

    def show_candidates(self, records: Records, block: BlockId, *, is_fixed: bool) -> None:
        """Show every candidate; once a round was revealed, how many chose each. Fixed while the room is choosing."""
        self._is_fixed = is_fixed
        found, chosen, counts = candidates(records, block), the_inquiry(records, block).chosen, support(records, block)
        lines = []
        for number, one in enumerate(found, start=1):
            words = stem_words(one.stem)
            count = counts[one.id]
            end = ngettext("{count} person", "{count} people", count).format(count=count) if counts else ""
            whole = words.whole(one.first, one.second)
            lines.append(
                Line(one.id, one.first, words.joint, one.second, str(number), end, whole=whole, is_on=one.id == chosen)
            )
        self._lines.show_lines(lines)
        self._count.show_state(str(len(lines)), Tone.SOFT)
        self._empty.setVisible(not lines)
        self._lines.setVisible(bool(lines))
        self._show_buttons()

    def current(self) -> str:
        """The id of the current candidate, "" for none."""
        return self._lines.current()

    def go_to(self, candidate: str) -> bool:
        """Go to a candidate; tell whether it is here."""
        self._lines.go_to(candidate)
        is_here = self.current() == candidate
        if is_here:
            self.take_focus()
        return is_here

    def show_tall(self) -> None:
        """While one is chosen: all the room there is."""
        self._lines.setMinimumHeight(_LINE)
        self._lines.setMaximumHeight(_ANY_HEIGHT)

    def show_beside_builder(self) -> None:
        """While pairs are built: a few rows, the rest by scrolling."""
        self._lines.setFixedHeight(_LINE * min(_ROWS_BESIDE_BUILDER, max(1, len(self._lines.lines()))))

    def take_focus(self) -> None:
        """Go to the list."""
        self._lines.setFocus()

    def _show_buttons(self) -> None:
        for button in (self._mend, self._aside):
            button.setEnabled(bool(self.current()) and not self._is_fixed)
