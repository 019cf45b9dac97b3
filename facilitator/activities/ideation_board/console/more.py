"""What is changed less often on a board, behind one button: paper cards, limits, what goes on to the next activity."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from facilitator.activities.ideation_board.console.limit import limit_words, offered_limits
from facilitator.activities.ideation_board.rules import Board, LimitIdeas, YieldIdeas, YieldWhole
from facilitator.convening.ids import BlockId
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import key_words
from facilitator.kit.qt.widgets import IconButton

PAPER_KEY = "Shift I"
LAYOUT_KEY = "V"


class BoardMore(IconButton):
    """Opens a menu that shows what is true now, and asks for something else."""

    paper_asked = Signal()
    """Paper cards are to be typed in."""

    layout_asked = Signal()
    """Another layout is to be chosen."""

    def __init__(self, ask: Callable[[Wish], object]) -> None:
        super().__init__("dots-three-bold", _("More for this board"), self.open_menu)
        self._ask = ask
        self._board = Board(BlockId(""))

    def show_board(self, board: Board) -> None:
        """Hold what is true now."""
        self._board = board

    def open_menu(self) -> None:
        """Open the menu under the button."""
        menu = self.made_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def made_menu(self) -> QMenu:
        """What there is to choose, as things are now."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        menu.addAction(f"{_('Type paper cards')}\t{key_words(PAPER_KEY)}", self.paper_asked.emit)
        menu.addAction(f"{_('Choose the layout')}\t{key_words(LAYOUT_KEY)}", self.layout_asked.emit)
        limits = menu.addMenu(_("Ideas from each person"))
        group = QActionGroup(limits)
        for limit in offered_limits(self._board.limit):
            made = limits.addAction(limit_words(limit), partial(self._ask, LimitIdeas(limit)))
            made.setCheckable(True)
            made.setChecked(limit == self._board.limit)
            group.addAction(made)
        going = menu.addMenu(_("What goes on to the next activity"))
        shapes = QActionGroup(going)
        for words, wish, is_so in (
            (_("Ideas one by one"), YieldIdeas(), not self._board.yields_whole),
            (_("Each cluster as one"), YieldWhole(), self._board.yields_whole),
        ):
            made = going.addAction(words, partial(self._ask, wish))
            made.setCheckable(True)
            made.setChecked(is_so)
            shapes.addAction(made)
        return menu
