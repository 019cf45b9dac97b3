"""The day as a column: what is done, the block that is live with its clock, and what comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.day import Phase, Row
from facilitator.console.row_brush import RowBrush, Side
from facilitator.i18n import _
from facilitator.kit.qt.bands import paint_stripes
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.theme import digits

_EDGE, _TIME, _TEXT = 16, 46, 66
_DONE, _COMING, _TIGHT, _PAUSE, _LIVE = 31, 47, 43, 43, 98
_FIXED, _NOW = 20, 6
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
        self._rows = _Blocks(lambda row: row.block, Row.said)
        super().__init__(self._rows, _("Agenda"))
        self._is_looking = False
        self._paint = _AgendaPaint(self._rows, self)
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

    def _want(self, index: _Index) -> None:
        if index.isValid():
            self._is_looking = False
            self.wanted.emit(self._rows.row_at(index).block)

    def _fit(self) -> None:
        needed = sum(_height(row, _COMING) for row in self._rows.rows)
        tall = _TIGHT if needed > self.viewport().height() else _COMING
        if tall != self._paint.tall:
            self._paint.tall = tall
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


def _height(row: Row, tall: int) -> int:
    if row.is_dropped:
        return _DONE
    if row.phase is Phase.COMING:
        return (_PAUSE if row.is_pause else tall) + (_FIXED if row.fixed else 0) + (_NOW if row.has_now else 0)
    return _LIVE if row.phase is Phase.LIVE else _DONE


class _AgendaPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[Row], parent: AgendaView) -> None:
        super().__init__(parent)
        self._rows = rows
        self.tall = _COMING

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _height(self._rows.row_at(index), self.tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        if row.phase is Phase.LIVE:
            _paint_live(brush, row)
        else:
            if brush.is_under_mouse or (brush.is_chosen and not brush.has_focus):
                brush.ground(brush.theme.inks.sunken)
            _paint_of(row)(brush, row)
        if brush.has_focus:
            brush.ring()
        painter.restore()


def _paint_of(row: Row) -> Callable[[RowBrush, Row], None]:
    if row.is_dropped:
        return _paint_dropped
    return _paint_done if row.phase is Phase.DONE else _paint_coming


def _paint_dropped(brush: RowBrush, row: Row) -> None:
    theme, inks = brush.theme, brush.theme.inks
    small = theme.font("console", "small")
    struck = QFont(small)
    struck.setStrikeOut(True)
    brush.line(_EDGE, _EDGE)
    brush.words(row.planned, brush.place(_EDGE, 0, _TIME, brush.height), digits(struck), inks.ink_3)
    aside = brush.place(brush.width - _EDGE - 70, 0, 70, brush.height)
    took = brush.words(row.aside, aside, theme.font("console", "caption"), inks.ink_3, Side.END)
    brush.words(
        row.title, brush.place(_TEXT, 0, brush.width - _TEXT - took - _EDGE - 8, brush.height), struck, inks.ink_3
    )


def _paint_done(brush: RowBrush, row: Row) -> None:
    theme, inks = brush.theme, brush.theme.inks
    small = theme.font("console", "small")
    brush.words(row.planned, brush.place(_EDGE, 0, _TIME, brush.height), digits(small), inks.ink_3)
    brush.icon("check", _TEXT, 14, inks.ink_3)
    font = theme.sized(12, 600 if row.is_over else 400)
    aside = brush.place(brush.width - _EDGE - 70, 0, 70, brush.height)
    took = brush.words(row.aside, aside, digits(font), inks.over if row.is_over else inks.ink_3, Side.END)
    room = brush.width - _TEXT - 20 - took - _EDGE - 6
    brush.words(row.title, brush.place(_TEXT + 20, 0, room, brush.height), small, inks.ink_3)


def _paint_coming(brush: RowBrush, row: Row) -> None:
    theme, inks = brush.theme, brush.theme.inks
    small, caption = theme.font("console", "small"), theme.font("console", "caption")
    brush.line(_EDGE, _EDGE)
    head = _paint_head(brush, row)
    high = brush.height - head
    two = row.likely != ""
    times = head + high / 2 - (17 if two else 9)
    brush.words(row.planned, brush.place(_EDGE, times, _TIME, 18), digits(small), inks.ink_2)
    if two:
        brush.words(row.likely, brush.place(_EDGE, times + 17, _TIME, 16), digits(theme.sized(12, 600)), inks.over)
    took = _paint_minutes(brush, row, head)
    room = brush.width - _TEXT - took - _EDGE - 8
    if row.is_pause:
        name = row.icon if has_icon(row.icon) else "coffee"
        brush.icon(name, _TEXT, 14, inks.ink_2, head + high / 2)
        brush.words(row.title, brush.place(_TEXT + 20, head, room - 20, high), small, inks.ink_2)
        return
    top = head + high / 2 - (18 if row.lead else 10)
    brush.words(row.title, brush.place(_TEXT, top, room, 20), theme.sized(14, 500), inks.ink)
    brush.words(row.lead, brush.place(_TEXT, top + 20, room, 16), caption, inks.ink_2)


def _paint_head(brush: RowBrush, row: Row) -> float:
    """The line of now, and what there is to say of a fixed start; gives how high they are."""
    inks = brush.theme.inks
    head = 0.0
    if row.has_now:
        brush.painter.fillRect(brush.place(_EDGE, 2, brush.width - 2 * _EDGE, 2), inks.ink)
        head += _NOW
    if row.fixed:
        colour = inks.over if row.is_clash else inks.ink_2
        font = brush.theme.sized(12, 600 if row.is_clash else 400)
        brush.icon("lock-simple", _EDGE, 12, colour, head + 13)
        brush.words(row.fixed, brush.place(_EDGE + 18, head + 4, brush.width - 2 * _EDGE - 18, 18), font, colour)
        head += _FIXED
    return head


def _paint_minutes(brush: RowBrush, row: Row, head: float) -> float:
    """The minutes at the end of the row, after those that were planned; gives the width they took."""
    theme, inks = brush.theme, brush.theme.inks
    high = brush.height - head
    is_changed = row.planned_minutes != ""
    font = digits(theme.sized(13, 600) if is_changed else theme.font("console", "small"))
    ends = brush.place(brush.width - _EDGE - 70, head, 70, high)
    took = brush.words(row.aside, ends, font, inks.accent if is_changed else inks.ink_2, Side.END)
    if not is_changed:
        return took
    before = brush.place(brush.width - _EDGE - took - 6 - 40, head, 40, high)
    return took + 6 + brush.words(row.planned_minutes, before, digits(theme.sized(12, 400)), inks.ink_3, Side.END)


def _paint_live(brush: RowBrush, row: Row) -> None:
    theme, inks = brush.theme, brush.theme.inks
    brush.ground(inks.accent_soft)
    brush.painter.fillRect(brush.place(0, 0, 3, brush.height), inks.accent)
    caption, room = theme.font("console", "caption"), brush.width - _TEXT - _EDGE
    brush.words(row.planned, brush.place(_EDGE, 10, _TIME, 20), digits(theme.sized(13, 600)), inks.accent)
    brush.words(row.title, brush.place(_TEXT, 10, room, 20), theme.font("console", "bar-title"), inks.ink)
    took = brush.words(row.began, brush.place(_TEXT, 32, room, 16), digits(caption), inks.ink_2, Side.END)
    brush.words(row.lead, brush.place(_TEXT, 32, room - took - 8, 16), caption, inks.ink_2)
    track = brush.place(_TEXT, 56, room, 8)
    brush.block(track, inks.raised, 4)
    if row.is_over:
        paint_stripes(brush.painter, track, theme, 6)
    elif row.share > 0:
        brush.block(brush.place(_TEXT, 56, max(8.0, room * row.share), 8), inks.accent, 4)
    bold = digits(theme.sized(12, 600))
    took = brush.words(
        row.left, brush.place(_TEXT, 69, room, 16), bold, inks.over if row.is_over else inks.accent, Side.END
    )
    brush.words(row.spent, brush.place(_TEXT, 69, room - took - 8, 16), digits(caption), inks.ink_2)
