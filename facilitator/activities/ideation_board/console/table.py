"""The table on which ideas are sorted: the tray, the columns, and the chosen idea that keys and hands move about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.activities.ideation_board.console.bars import Ask, WorkBar
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.drops import Drops
from facilitator.activities.ideation_board.console.in_place import InPlace
from facilitator.activities.ideation_board.console.tray import Tray
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    Board,
    EditIdea,
    HoldIdea,
    PlaceIdea,
    ReleaseIdea,
    RemoveCluster,
    RemoveIdea,
    RenameCluster,
    SpotlightCluster,
    StarIdea,
)
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.i18n import _
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.board_heads import HEAD_HEIGHT
from facilitator.kit.qt.widgets import column

NOTHING = SortedBoard((), (), 0, 0, 0, 0)


class Table(QWidget):
    """Tray and columns with one chosen idea between them. All it does is a wish; all it shows is the records."""

    def __init__(self, ask: Ask, add: Callable[[Sequence[str]], object], reveal: Callable[[], object]) -> None:
        super().__init__()
        self._ask = ask
        self._reveal = reveal
        self._seen, self._board = NOTHING, Board(BlockId(""))
        self._cluster = ""
        self.tray = Tray(self.reveal)
        self.columns = BoardCanvas()
        self.columns.setAccessibleName(_("Clusters"))
        self.bar = WorkBar(ask, add, self.name_cluster)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(_("A sentence for the new cluster"))
        self.new_name.setAccessibleName(_("A sentence for the new cluster"))
        self.new_name.hide()
        self._note_editor = InPlace(self.columns.viewport(), _("Edit this idea"))
        self._head_editor = InPlace(self.columns, _("Rename this cluster"))
        column(self, self.tray, self.bar, self.new_name, self.columns, gap=10)
        self._connect()

    def _connect(self) -> None:
        self.tray.notes.note_selected.connect(self._chosen_in_tray)
        self.columns.note_selected.connect(self._chosen_in_columns)
        self.tray.notes.edit_requested.connect(lambda _card: self.edit())
        self.columns.edit_requested.connect(lambda _card: self.edit())
        self.columns.note_dropped.connect(self._dropped)
        Drops(self.columns).dropped.connect(self._dropped)
        self.new_name.returnPressed.connect(self._add_cluster)
        self.new_name.installEventFilter(self)
        self.columns.installEventFilter(self)

    def show_board(self, board: Board, seen: SortedBoard) -> None:
        """Show the whole board."""
        self._board, self._seen = board, seen
        self.tray.show_board(seen)
        self.columns.show_columns(seen.columns)
        self.columns.setVisible(bool(seen.columns))
        self.bar.show_board(board, seen)

    def seen(self) -> SortedBoard:
        """The board as it is shown."""
        return self._seen

    def chosen(self) -> str:
        """The id of the chosen idea, in the tray or in a column; "" for none."""
        return self.tray.notes.selected() or self.columns.selected()

    def choose(self, card: str) -> None:
        """Choose an idea wherever it lies."""
        self.tray.notes.select(card)
        self.columns.select("" if self.tray.notes.selected() else card)

    def seek(self, card: str) -> bool:
        """Choose an idea and go to where it lies; tell whether it is on this board."""
        self.choose(card)
        is_here = self.chosen() == card
        if is_here:
            (self.tray.notes if self.tray.notes.selected() else self.columns).setFocus()
        return is_here

    def chosen_cluster(self) -> str:
        """The cluster of the chosen idea, else the one that was used last, else the first."""
        index = self.columns.column_of(self.columns.selected()) if self.columns.selected() else -1
        ids = [each.id for each in self._seen.columns]
        if index >= 0:
            return ids[index]
        return self._cluster if self._cluster in ids else (ids[0] if ids else "")

    def place(self, index: int) -> None:
        """Put the chosen idea into the column at this position, -1 for the tray; the next in the tray is chosen."""
        card, cluster = self.chosen(), self._seen.columns[index].id if index >= 0 else ""
        following = self.tray.notes.after(card)
        self._cluster = cluster or self._cluster
        self._ask(PlaceIdea(CardId(card), ClusterId(cluster)))
        if following:
            self.tray.notes.select(following)

    def edit(self) -> None:
        """Write over the chosen idea, where it stands."""
        card = self.chosen()
        keep = partial(self._edited, card)
        if self.tray.notes.selected():
            self.tray.edit(card)(keep)
            return
        text = next(placed.note.text for placed in self.columns.notes_in_order() if placed.note.id == card)
        self._note_editor.open(self.columns.note_place(card), text, keep)

    def hold_or_show(self) -> None:
        """Take the chosen idea off the stage, or put it back."""
        card = CardId(self.chosen())
        held = {idea.id for idea in self._seen.waiting if idea.is_held}
        held |= {CardId(note.id) for each in self._seen.columns for note in each.notes if note.is_off_stage}
        self._ask(ReleaseIdea(card) if card in held else HoldIdea(card))

    def star(self) -> None:
        """Put the chosen idea on the short list, or off it."""
        self._ask(StarIdea(CardId(self.chosen())))

    def remove(self) -> None:
        """Take the chosen idea away; undo brings it back."""
        card = self.chosen()
        following = self.tray.notes.after(card)
        self._ask(RemoveIdea(CardId(card)))
        if following:
            self.tray.notes.select(following)

    def spotlight(self) -> None:
        """Let the stage show the chosen cluster alone, or all again."""
        cluster = self.chosen_cluster()
        self._ask(SpotlightCluster(ClusterId("" if self._board.spotlight == cluster else cluster)))

    def rename(self) -> None:
        """Write over the name of the chosen cluster."""
        cluster = self.chosen_cluster()
        index = next(at for at, each in enumerate(self._seen.columns) if each.id == cluster)
        place = self.columns.column_place(index)
        head = QRect(place.left() + self.columns.viewport().x(), 0, place.width(), HEAD_HEIGHT)
        self._head_editor.open(head, self._seen.columns[index].name, partial(self._renamed, cluster))

    def name_cluster(self) -> None:
        """Open the field for a new cluster; the chosen idea becomes its first."""
        self.new_name.show()
        self.new_name.setFocus()

    def take_apart(self) -> None:
        """Take the chosen cluster apart; its ideas wait in the tray again."""
        self._ask(RemoveCluster(ClusterId(self.chosen_cluster())))

    def reveal(self) -> None:
        """Ask to show the room everything that waits."""
        self._reveal()

    def write(self) -> None:
        """Go to the line where ideas are typed."""
        self.bar.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tray.keep_low(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a double click on the head of a column, and Esc in the field for a new cluster."""
        if watched is self.columns and isinstance(event, QMouseEvent):
            return event.type() is QEvent.Type.MouseButtonDblClick and self._head_pressed(event.position())
        is_escape = event.type() is QEvent.Type.KeyPress and getattr(event, "key", int)() == Qt.Key.Key_Escape
        if watched is self.new_name and is_escape:
            self._leave_name()
            return True
        return False

    def _head_pressed(self, at: QPointF) -> bool:
        index = self.columns.column_at(QPointF(at.x() - self.columns.viewport().x(), 0))
        if at.y() > HEAD_HEIGHT or index < 0:
            return False
        self._cluster = self._seen.columns[index].id
        self.columns.select("")
        self.rename()
        return True

    def _add_cluster(self) -> None:
        name = self.new_name.text().strip()
        if name:
            chosen = self.chosen()
            self._ask(AddCluster(name, (chosen,) if chosen else ()))
        self._leave_name()

    def _leave_name(self) -> None:
        self.new_name.clear()
        self.new_name.hide()
        (self.tray.notes if self._seen.waiting else self.columns).setFocus()

    def _dropped(self, card: str, index: int) -> None:
        cluster = self._seen.columns[index].id
        self._cluster = cluster
        self._ask(PlaceIdea(CardId(card), ClusterId(cluster)))

    def _edited(self, card: str, text: str) -> None:
        self._ask(EditIdea(CardId(card), text))

    def _renamed(self, cluster: str, name: str) -> None:
        self._ask(RenameCluster(ClusterId(cluster), name))

    def _chosen_in_tray(self, card: str) -> None:
        if card:
            self.columns.select("")

    def _chosen_in_columns(self, card: str) -> None:
        if card:
            self.tray.notes.select("")
