"""The tray above the board: ideas that lie in no column yet, and the act that shows the room all that waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.in_place import InPlace
from facilitator.activities.ideation_board.console.unsorted import UnsortedList
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Card,
    Chip,
    Ground,
    KeyCap,
    Label,
    LineLabel,
    Size,
    Tone,
    column,
    row,
)

_ROWS_BESIDE_COLUMNS = 2
_WIDE = 700
_HIGH = 520
_ANY_HEIGHT = 16_777_215


class Tray(Card):
    """The card of unsorted ideas. With no column on the board it takes all the room there is."""

    def __init__(self, reveal: Callable[[], object]) -> None:
        super().__init__(Ground.SURFACE)
        self.notes = UnsortedList()
        self.notes.fitted.connect(self._fit)
        self.editor = InPlace(self.notes.viewport(), _("Edit this idea"))
        self._count = Chip("0")
        self._held = LineLabel("", "caption", Tone.SOFT)
        self._hints = (KeyCap("1–8"), LineLabel(_("place by column"), "caption", Tone.SOFT))
        self._reveal = Button(
            _("Show all on stage"), reveal, key="Ctrl Enter", icon="projector-screen", size=Size.SMALL
        )
        self._empty = Label("", "small", Tone.SOFT).wrapping()
        # Under the title, where the first note will lie, however large the tray is.
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._empty.setContentsMargins(4, 0, 4, 0)
        self._has_columns = False
        self._rows = _ROWS_BESIDE_COLUMNS
        title = Label(_("Unsorted"), "small")
        title.setFont(theme_in_use().sized(13, 600))
        head = row(None, 4, title, self._count, self._held, STRETCH, *self._hints, self._reveal, 4)
        column(self, head, self._empty, self.notes, gap=4, padding=(9, 8, 7, 8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_board(self, board: SortedBoard) -> None:
        """Show what waits, and how much of the board the room does not see."""
        self._has_columns = bool(board.columns)
        self._count.show_state(str(len(board.waiting)), Tone.SOFT)
        held = ngettext("{count} not on stage yet", "{count} not on stage yet", board.held).format(count=board.held)
        self._held.show_text(held if board.held else "")
        self._reveal.setVisible(bool(board.held))
        self._empty.setText(
            _("All ideas are placed. New ones wait here first.")
            if board.count
            else _("Waiting for the first idea. Silence is fine.")
        )
        self._empty.setVisible(not board.waiting)
        self.notes.setVisible(bool(board.waiting))
        self.notes.show_waiting(board.waiting)
        self._fit()

    def keep_low(self, height: int) -> None:
        """Leave room for the columns where the window is low: `height` is that of the whole table."""
        self._rows = _ROWS_BESIDE_COLUMNS if height >= _HIGH else 1
        self._fit()

    def edit(self, card: str) -> Callable[[Callable[[str], object]], None]:
        """Open the field over a note; what is given hears the new text."""
        text = next(idea.text for idea in self.notes.waiting() if idea.id == card)
        return lambda keep: self.editor.open(self.notes.place_of(card), text, keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for hint in self._hints:
            hint.setVisible(self._has_columns and self.width() >= _WIDE)
        if self._has_columns:
            self.notes.setFixedHeight(max(1, self.notes.height_for_rows(self._rows)))
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            return
        self.notes.setMinimumHeight(0)
        self.notes.setMaximumHeight(_ANY_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
