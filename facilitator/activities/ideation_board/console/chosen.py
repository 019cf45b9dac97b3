"""The one idea that is chosen, whether it is seen in the tray, in the columns or in the list of all."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.picking import Picking
from facilitator.activities.ideation_board.console.unsorted import UnsortedList
from facilitator.kit.qt.board import BoardCanvas


class Chosen(QObject):
    """Keeps the views at one idea: choosing in one of them lets go of it in the other, and takes the list there.

    `cluster` is the one that was used last; "" for none yet.
    """

    def __init__(self, waiting: UnsortedList, columns: BoardCanvas, ideas: IdeaList, picking: Picking) -> None:
        super().__init__(columns)
        self.cluster = ""
        self._waiting, self._columns, self._ideas, self._picking = waiting, columns, ideas, picking
        waiting.note_selected.connect(self._in_tray)
        columns.note_selected.connect(self._in_columns)
        ideas.note_selected.connect(self._in_list)

    def idea(self) -> str:
        """The id of the chosen idea, "" for none."""
        return self._waiting.selected() or self._columns.selected() or (self._picking.ids() or ("",))[-1]

    def choose(self, card: str) -> None:
        """Choose an idea wherever it lies."""
        self._waiting.select(card)
        self._columns.select("" if self._waiting.selected() else card)

    def take_focus(self) -> None:
        """Give the focus to the view in which the chosen idea is seen; without one to where the next would be."""
        if not self._ideas.isHidden():
            self._ideas.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        in_tray = self._waiting.selected() or (self._waiting.waiting() and not self._columns.selected())
        (self._waiting if in_tray else self._columns).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> QPoint:
        """Where on the screen the chosen idea is seen, or the current line of the list."""
        if not self._ideas.isHidden():
            return _middle(self._ideas, self._ideas.place_of(self._ideas.current_id()))
        if self._waiting.selected():
            return _middle(self._waiting, self._waiting.place_of(self._waiting.selected()))
        return _middle(self._columns, self._columns.note_place(self._columns.selected()))

    def _in_tray(self, card: str) -> None:
        if card:
            self._columns.select("")
            self._ideas.select(card)

    def _in_columns(self, card: str) -> None:
        if card:
            self._waiting.select("")
            self._ideas.select(card)

    def _in_list(self, card: str) -> None:
        self.cluster = self._ideas.cluster() or self.cluster
        self.choose(card)


def _middle(view: QAbstractScrollArea, place: QRect) -> QPoint:
    """The middle of what is seen of a place, that of the view where nothing is."""
    seen = view.viewport().rect()
    middle = place.intersected(seen).center() if place.intersects(seen) else seen.center()
    return view.viewport().mapToGlobal(middle)
