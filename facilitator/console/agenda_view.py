"""The day as a column: what is done, the block that is live with its clock, and what comes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from facilitator.console.agenda_paint import AgendaPaint
from facilitator.console.day import Phase, Row
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView, is_enter

_MIME = "application/x-facilitator-block"
_Index = QModelIndex | QPersistentModelIndex


class AgendaView(RowView[Row]):
    """The rows of the day. Enter or two clicks on a row asks to go to that block; arrows only look.

    A row that comes can be dragged: `moved` names its block and the one that it goes after, "" for the first place.
    """

    wanted = Signal(str)
    moved = Signal(str, str)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        self._rows = _Blocks(lambda row: row.block, Row.said, lambda row: row.title)
        super().__init__(self._rows, _("Agenda"))
        self._is_looking = False
        self._paint = AgendaPaint(self._rows, self)
        self.setItemDelegate(self._paint)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.doubleClicked.connect(self._want)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the day; when another block has become live, it is chosen, unless a person looks at another row."""
        before = _live_in(self._rows.rows)
        self.fill(rows)
        self._fit()
        live = _live_in(rows)
        if not live or live == before:
            return
        if not self._is_looking:
            self.choose(live)
        self.scrollTo(self._rows.index(self._rows.place_of(live)), QAbstractItemView.ScrollHint.PositionAtCenter)

    def choose(self, block: str) -> None:
        """Select the row of a block."""
        at = self._rows.place_of(block)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at))

    def chosen(self) -> str:
        """The block whose row is selected, "" for none."""
        return self.current_id()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._want(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        self._is_looking = self._is_looking or self.currentIndex() != before

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._is_looking = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_looking = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        block = bytes(event.mimeData().data(_MIME).data()).decode()
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() is not QAbstractItemView.DropIndicatorPosition.AboveItem
        at = index.row() + below if index.isValid() else len(self.rows())
        before = [row.block for row in self.rows()[:at] if row.block != block]
        # The records tell where it went; the list moves nothing by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.moved.emit(block, before[-1] if before else "")

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, so they look for no row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            # A scroll bar that came takes room from titles: one that wraps now needs a higher row.
            self.scheduleDelayedItemsLayout()

    def _want(self, index: _Index) -> None:
        if index.isValid():
            self._is_looking = False
            self.wanted.emit(self._rows.row_at(index).block)

    def _fit(self) -> None:
        is_tight = self._paint.needs() > self.viewport().height()
        if is_tight != self._paint.is_tight:
            self._paint.is_tight = is_tight
            self.scheduleDelayedItemsLayout()


class _Blocks(RowModel[Row]):
    """The rows, of which those that come can be dragged."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.row_at(index).phase is Phase.COMING else flags

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: object) -> QMimeData:
        carried = QMimeData()
        for index in indexes if isinstance(indexes, list) else []:
            carried.setData(_MIME, QByteArray(self.id_at(index).encode()))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


def _live_in(rows: tuple[Row, ...]) -> str:
    return next((row.block for row in rows if row.phase is Phase.LIVE), "")
