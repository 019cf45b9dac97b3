"""The agenda in preparation as a list: start, kind, title, lead, minutes, and whether it is settled."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.planning import PlanRow
from facilitator.console.row_brush import RowBrush, Side
from facilitator.i18n import _
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.theme import digits

_ROW, _PAUSE = 46, 36
_LEAD, _MINUTES, _UNIT, _SIGN, _END = 140, 64, 30, 24, 12
_Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-facilitator-block"


class BlockList(RowView[PlanRow]):
    """Arrows choose a block, dragging moves it; `chosen` tells the block, `moved` the block and where it goes."""

    chosen = Signal(str)
    moved = Signal(str, int)
    edit_wanted = Signal()

    def __init__(self) -> None:
        blocks = _Blocks(lambda row: row.block, PlanRow.said)
        super().__init__(blocks, _("Blocks of the day"))
        self.setItemDelegate(_BlockPaint(blocks, self))
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.edit_wanted)

    def show_rows(self, rows: tuple[PlanRow, ...], chosen: str) -> None:
        """Show the agenda, with this block chosen."""
        self.selectionModel().blockSignals(True)
        self._model.show(rows)
        self.go_to(chosen)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.edit_wanted.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, so they look for no row."""

    def dropEvent(self, event: QDropEvent) -> None:
        block = bytes(event.mimeData().data(_MIME).data()).decode()
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() is QAbstractItemView.DropIndicatorPosition.BelowItem
        to = index.row() + below if index.isValid() else len(self.rows())
        at = self._model.place_of(block)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if at >= 0:
            self.moved.emit(block, to - (to > at))

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
        for index in indexes if isinstance(indexes, list) else []:
            carried.setData(_MIME, QByteArray(self.id_at(index).encode()))
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class _BlockPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[PlanRow], parent: BlockList) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _PAUSE if self._rows.row_at(index).is_pause else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        inks = brush.theme.inks
        if brush.is_chosen:
            brush.ground(inks.accent_soft)
            painter.fillRect(brush.place(0, 0, 3, brush.height), inks.accent)
            if not row.is_pinned:
                brush.icon("dots-six-vertical", 6, 16, inks.ink_3)
        elif brush.is_under_mouse:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        _paint_start(brush, row)
        _paint_end(brush, row)
        if brush.has_focus:
            brush.ring()
        painter.restore()


def _paint_start(brush: RowBrush, row: PlanRow) -> None:
    theme, inks = brush.theme, brush.theme.inks
    weight = 600 if row.is_pinned else 400
    ink = inks.ink if row.is_pinned else inks.ink_2
    brush.words(row.starts, brush.place(24, 0, 44, brush.height), digits(theme.sized(13, weight)), ink)
    tall = 20 if row.is_pause else 30
    box = brush.place(74, (brush.height - tall) / 2, 10, tall)
    brush.block(box, theme.category(row.category), 3, inks.line_strong if row.is_pause else None)
    name = row.icon if has_icon(row.icon) else "chats-circle"
    brush.icon(name, 96, 17, inks.ink_2)
    if row.is_pinned:
        brush.icon("lock-simple", 7, 14, inks.ink_2)


def _paint_end(brush: RowBrush, row: PlanRow) -> None:
    theme, inks = brush.theme, brush.theme.inks
    small, end = theme.font("console", "small"), brush.width - _END
    if row.missing:
        brush.icon("warning-fill", end - 18, 18, inks.warn)
    elif not row.is_pause:
        brush.icon("check-circle-fill", end - 18, 18, inks.ok)
    unit = brush.place(end - _SIGN - _UNIT + 5, 0, _UNIT, brush.height)
    brush.words(_("min"), unit, theme.font("console", "caption"), inks.ink_2)
    box = brush.place(end - _SIGN - _UNIT - _MINUTES, 0, _MINUTES, brush.height)
    brush.words(str(row.minutes), box, digits(theme.font("console", "body")), inks.ink, Side.END)
    lead_left = end - _SIGN - _UNIT - _MINUTES - _LEAD
    is_lead_missing = bool(row.missing) and not row.lead
    lead = row.missing if is_lead_missing else row.lead
    ink = inks.warn if is_lead_missing else inks.ink_2
    font = theme.sized(13, 600) if is_lead_missing else small
    brush.words(lead, brush.place(lead_left, 0, _LEAD, brush.height), font, ink)
    title = theme.sized(14, 400 if row.is_pause else 500)
    room = lead_left - 126
    took = brush.words(
        row.title, brush.place(126, 0, room, brush.height), title, inks.ink_2 if row.is_pause else inks.ink
    )
    if row.missing and not is_lead_missing and room - took > 60:
        words = brush.place(126 + took + 12, 0, room - took - 12, brush.height)
        brush.words(row.missing, words, theme.sized(13, 600), inks.warn)
