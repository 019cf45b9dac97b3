"""Ideas that wait for a column: a list of notes, read across, worked by arrows, and dragged onto the board."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.activities.ideation_board.console.columns import Waiting
from facilitator.activities.ideation_board.console.picked_rings import paint_picked
from facilitator.activities.ideation_board.console.waiting import WaitingModel
from facilitator.i18n import _
from facilitator.kit.qt.direction import is_mirrored
from facilitator.kit.qt.lettering import Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.marks import paint_ring
from facilitator.kit.qt.rows import RowView, is_enter, is_writing
from facilitator.kit.qt.theme import theme_in_use

_NARROWEST = 230
_GAP = 12
_ROOM = 5
_SIDE = 4
_ONE_LINE, _TWO_LINES = 57, 75
_EDGE = 3
_Index = QModelIndex | QPersistentModelIndex


class UnsortedList(RowView[Waiting]):
    """The waiting ideas as notes, as many beside one another as there is room for.

    Enter, or a double click, asks to edit; what is dragged carries its card's id.
    """

    note_selected = Signal(str)
    edit_requested = Signal(str)
    fitted = Signal()
    """How many stand in a row, or how high they are, is another now."""

    def __init__(self) -> None:
        super().__init__(WaitingModel(), _("Unsorted ideas"))
        self._picked: Callable[[], Collection[str]] = tuple
        self.setItemDelegate(_NotePainter(self))
        self.setFlow(RowView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(RowView.ResizeMode.Adjust)
        self.setDragEnabled(True)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.edit_requested.emit(self._model.id_at(index)))

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show these ideas; the one that was selected stays so while it is here."""
        kept = self.selected()
        self._model.show(waiting)
        self.select(kept)
        self._fit()

    def waiting(self) -> tuple[Waiting, ...]:
        """The ideas as they are shown."""
        return self.rows()

    def selected(self) -> str:
        """The id of the selected idea, "" for none."""
        return self.current_id()

    def select(self, card: str) -> None:
        """Select an idea; "" or an unknown one selects none."""
        row = self._model.place_of(card)
        if row < 0:
            self.selectionModel().clear()
            return
        index = self._model.index(row)
        if not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def after(self, card: str, leaving: Collection[str] = ()) -> str:
        """The idea to go on with when this one leaves: the next, else the one before, "" if it is the last.

        `leaving` names others that leave with it.
        """
        row, waiting = self._model.place_of(card), self.rows()
        if row < 0:
            return ""
        later = (idea.id for idea in (*waiting[row + 1 :], *reversed(waiting[:row])))
        return next((idea for idea in later if idea not in leaving), "")

    def mark(self, picked: Callable[[], Collection[str]]) -> None:
        """Mark the ideas that are picked; `picked` says which they are now."""
        self._picked = picked

    def picked(self) -> Collection[str]:
        """The ideas that are picked, here or elsewhere."""
        return self._picked()

    def idea_at(self, point: QPoint) -> str:
        """The id of the idea under a point of the viewport, "" for none."""
        return self._model.id_at(self.indexAt(point))

    def place_of(self, card: str) -> QRect:
        """Where the note of an idea lies in the viewport."""
        row = self._model.place_of(card)
        return self.visualRect(self._model.index(row)).adjusted(_SIDE, _ROOM, _SIDE - _GAP, -_ROOM)

    def beside(self) -> int:
        """How many notes stand beside one another."""
        return max(1, self._room() // _NARROWEST)

    def note_height(self) -> int:
        """The height of a row: one line of text where that is enough for all, else two."""
        metrics = QFontMetricsF(theme_in_use().sized(14, 500))
        room = self._room() / self.beside() - _GAP - 24
        texts = (idea.text for idea in self.rows())
        return _ONE_LINE if all(metrics.horizontalAdvance(text) <= room for text in texts) else _TWO_LINES

    def height_for_rows(self, most: int) -> int:
        """How high the list must be for what it shows, at most so many rows."""
        rows = -(-len(self.rows()) // self.beside())
        return min(rows, most) * (self.note_height() + 2 * _ROOM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.selected():
            self.edit_requested.emit(self.selected())
        elif is_writing(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _room(self) -> int:
        """The width for notes; that of the scroll bar is kept free, so that nothing jumps when it comes."""
        return self.width() - self.verticalScrollBar().sizeHint().width() - 1

    def _fit(self) -> None:
        wanted = QSize(self._room() // self.beside(), self.note_height() + 2 * _ROOM)
        if wanted != self.gridSize():
            self.setGridSize(wanted)
            self.fitted.emit()
        # Qt would keep room for a bar that may come: then one note fewer stood in each row.
        policies = Qt.ScrollBarPolicy
        is_long = self.height_for_rows(len(self.rows())) > self.height()
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOn if is_long else policies.ScrollBarAlwaysOff)

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            # Qt gives a list that is tabbed to a current row without choosing it: here the two are one.
            self.selectionModel().select(now, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.note_selected.emit(self._model.id_at(now))


class _NotePainter(QStyledItemDelegate):
    """Paints one waiting idea: a plain note with a grey edge, its text, and where it stands."""

    def __init__(self, notes: UnsortedList) -> None:
        super().__init__(notes)
        self._notes = notes
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._notes.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = theme_in_use()
        idea = self._notes.waiting()[index.row()]
        box = QRectF(option.rect).adjusted(_SIDE, _ROOM, _SIDE - _GAP, -_ROOM)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.inks.line, 1))
        painter.setBrush(theme.inks.raised)
        radius = theme.tokens.radius["note"]
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        is_turned = is_mirrored(self._notes)
        painter.setClipRect(QRectF(box.right() - _EDGE if is_turned else box.left(), box.top(), _EDGE, box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.inks.line_strong)
        painter.drawRoundedRect(box, radius, radius)
        painter.setClipping(False)
        words = box.adjusted(10, 9, -14, -9) if is_turned else box.adjusted(14, 9, -10, -9)
        style = TextStyle(theme.sized(14, 500), theme.inks.ink, 18, lines=2)
        self._text.write(painter, words, idea.text, style)
        small = text_style(theme, "console", "caption", theme.inks.ink_2).limited(1)
        self._text.write(painter, words, idea.caption(), small.placed(small.align, Upright.BOTTOM))
        if idea.id in self._notes.picked():
            paint_picked(painter, box, theme)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_selected(painter, box, radius)
        painter.restore()

    def _paint_selected(self, painter: QPainter, box: QRectF, radius: float) -> None:
        theme = theme_in_use()
        if self._notes.hasFocus():
            paint_ring(painter, box, radius, theme)
            return
        painter.setPen(QPen(theme.inks.line_strong, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius, radius)
