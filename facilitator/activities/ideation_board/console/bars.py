"""The two lines above the columns: what is open and seen; where ideas are typed and which cluster the stage shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board.console.columns import SortedBoard, ideas_from_people
from facilitator.activities.ideation_board.console.limit import limit_words
from facilitator.activities.ideation_board.console.line import IdeaLine
from facilitator.activities.ideation_board.console.more import BoardMore
from facilitator.activities.ideation_board.rules import (
    STEPS,
    Board,
    CloseCollecting,
    HideArriving,
    HideAuthors,
    OpenCollecting,
    ShowArriving,
    ShowAuthors,
    SpotlightCluster,
)
from facilitator.convening.ids import ClusterId
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.widgets import STRETCH, Button, Choice, KeyCap, LineLabel, Size, Switch, Tone, row

Ask = Callable[[Wish], object]
_WIDE = 700
_ONE = "one"


class BoardOptions(QWidget):
    """Whether ideas may come and whether the room sees them arrive; and how many there are of how many people."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._open = Switch(_("New ideas open"))
        self._arriving = Switch(_("Room can see ideas arrive"))
        self._names = Switch(_("Names on stage"))
        self._count = LineLabel("", "small", Tone.SOFT)
        self._open.toggled.connect(lambda is_on: ask(OpenCollecting() if is_on else CloseCollecting()))
        self._arriving.toggled.connect(lambda is_on: ask(ShowArriving() if is_on else HideArriving()))
        self._names.toggled.connect(lambda is_on: ask(ShowAuthors() if is_on else HideAuthors()))
        self.more = BoardMore(ask)
        self._long, self._short = "", ""
        row(self, self._open, self._arriving, self._names, STRETCH, self._count, self.more, gap=12)

    def show_board(self, board: Board, seen: SortedBoard) -> None:
        """Show how the board stands."""
        self._open.show_state(board.is_collecting)
        self._arriving.show_state(board.shows_arriving)
        self._names.show_state(board.shows_authors)
        self.more.show_board(board)
        limit = limit_words(board.limit) if board.limit else ""
        self._short = ideas_from_people(seen.count, 0)
        self._long = " · ".join(
            filter(None, (going_on(board, seen), limit, ideas_from_people(seen.count, seen.people)))
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, how many ideas there are is said alone, and the rest is a tip."""
        self._count.show_text(self._long if self.width() >= _WIDE else self._short)
        self._count.setToolTip(self._long)


def going_on(board: Board, seen: SortedBoard) -> str:
    """Say which clusters go on to the next activity; "" where none is chosen for it."""
    letters = ", ".join(column.letter for column in seen.columns if column.id in board.yields)
    if board.yields_whole:
        some = _("goes on as one each: {letters}").format(letters=letters)
        return some if letters else _("clusters go on as one each")
    return _("goes on: {letters}").format(letters=letters) if letters else ""


class WorkBar(QWidget):
    """The line to type ideas, which cluster the stage shows once there is one, and the way to a new one."""

    def __init__(self, ask: Ask, add: Callable[[Sequence[str]], object], name_cluster: Callable[[], object]) -> None:
        super().__init__()
        self._ask = ask
        self.line = IdeaLine(add)
        self._shows = Choice(_("Stage shows"))
        self._ids: list[str] = []
        self._has_columns = False
        self._shows.activated.connect(self._choose)
        self._said = LineLabel(_("Stage shows"), "small", Tone.SOFT)
        self._shows.view().setAccessibleName(_("Stage shows"))
        self._shows.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._shows.setMinimumContentsLength(8)
        self._shows.setMaximumWidth(190)
        self._key = KeyCap("S")
        self._new = Button(_("New cluster"), name_cluster, key="A", icon="plus-bold", size=Size.NORMAL)
        row(self, self.line, KeyCap("I"), 8, self._said, self._shows, self._key, 4, self._new)

    def show_board(self, board: Board, seen: SortedBoard) -> None:
        """Offer every column, and show which one has the spotlight."""
        ids = ["", *(column.id for column in seen.columns)]
        names = [_("all clusters"), *(f"{column.letter} · {column.name}" for column in seen.columns)]
        if board.focus:
            ids.append(_ONE)
            names.append(_("one idea"))
        blocker = QSignalBlocker(self._shows)
        if ids != self._ids or names != [self._shows.itemText(at) for at in range(self._shows.count())]:
            self._ids = ids
            self._shows.clear()
            self._shows.addItems(names)
        lit = _ONE if board.focus else board.spotlight
        self._shows.setCurrentIndex(ids.index(lit) if lit in ids else 0)
        blocker.unblock()
        # On a canvas the columns are its zones: the stage shows them all, and nobody makes new ones.
        self._has_columns = bool(seen.columns) and seen.canvas is None
        for part in (self._shows, self._key):
            part.setVisible(self._has_columns)
        self._fit()
        self._new.setVisible(self._has_columns or (board.step == STEPS[-1] and seen.canvas is None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._said.setVisible(self._has_columns and self.width() >= _WIDE)

    def _choose(self, index: int) -> None:
        if self._ids[index] != _ONE:
            self._ask(SpotlightCluster(ClusterId(self._ids[index])))
