"""The agenda in preparation as a list: start, kind, title, lead, minutes, and whether it is settled."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from facilitator.console.planning import PlanRow
from facilitator.console.preparing.block_paint import BlockPaint
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView, is_enter

_Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-facilitator-blocks"


class BlockList(RowView[PlanRow]):
    """Arrows choose a block, with Shift or Ctrl several; dragging moves them all.

    `chosen` tells the current block; `dropped` after which block ("" first) the chosen ones go.
    """

    chosen = Signal(str)
    dropped = Signal(str)
    edit_wanted = Signal()

    def __init__(self) -> None:
        blocks = _Blocks(lambda row: row.block, PlanRow.said)
        super().__init__(blocks, _("Blocks of the day"))
        self.setItemDelegate(BlockPaint(blocks, self))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.edit_wanted)

    def show_rows(self, rows: tuple[PlanRow, ...], chosen: str, with_it: Collection[str] = ()) -> None:
        """Show the agenda, with this block chosen, and those that are chosen with it."""
        if rows == self.rows() and chosen == self.current_id() and {*with_it, chosen} == {*self.marked(), chosen}:
            return
        model = self.selectionModel()
        model.blockSignals(True)
        self._model.show(rows)
        # Rows that became higher are laid out before the list is painted: an edit paints once, and at once.
        self.executeDelayedItemsLayout()
        self.go_to(chosen)
        picked = QItemSelection()
        for at, row in enumerate(rows):
            if row.block == chosen or row.block in with_it:
                index = self._model.index(at)
                picked.select(index, index)
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        self.viewport().update()

    def marked(self) -> tuple[str, ...]:
        """The blocks that are chosen, in their order; the current one if none is."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        picked = tuple(self._model.rows[at].block for at in places)
        return picked or ((self.current_id(),) if self.current_id() else ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.edit_wanted.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, so they look for no row."""

    def dropEvent(self, event: QDropEvent) -> None:
        carried = bytes(event.mimeData().data(_MIME).data()).decode().split()
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        to = index.row() + below if index.isValid() else len(self.rows())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        before = [row.block for row in self.rows()[:to] if row.block not in carried]
        if carried:
            self.dropped.emit(before[-1] if before else "")

    def _tell(self, index: _Index) -> None:
        self.chosen.emit(self._model.id_at(index))


class _Blocks(RowModel[PlanRow]):
    """The rows, which can be dragged."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: object) -> QMimeData:
        carried = QMimeData()
        blocks = [self.id_at(index) for index in indexes] if isinstance(indexes, list) else []
        carried.setData(_MIME, QByteArray(" ".join(blocks).encode()))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction
