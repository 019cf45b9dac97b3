"""The four ways as cards one under the other: digits or arrows choose, Enter uses what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.catching_up.words import WayRow
from facilitator.console.row_brush import RowBrush, Side
from facilitator.i18n import _
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.theme import digits

_CARD, _GAP, _EDGE = 66, 10, 4
_RADIO = 18
_Index = QModelIndex | QPersistentModelIndex


class WayList(RowView[WayRow]):
    """`chosen` names a way; `used` asks to take the one that is chosen, `other` for the next block to leave out.

    A way that would do nothing now cannot be chosen, and says why.
    """

    chosen = Signal(str)
    used = Signal()
    other = Signal(int)

    def __init__(self) -> None:
        model = _Ways(lambda row: row.code, WayRow.said)
        super().__init__(model, _("Ways to catch up"))
        self.setItemDelegate(_WayPaint(model, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(4 * (_CARD + _GAP))
        self.selectionModel().currentChanged.connect(self._choose)

    def sizeHint(self) -> QSize:
        return QSize(440, 4 * (_CARD + _GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if is_enter(event):
            self.used.emit()
        elif event.key() in sides:
            self.other.emit(sides[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Digits choose by themselves, so they look for no row."""

    def _choose(self, index: _Index) -> None:
        if index.isValid():
            self.chosen.emit(self.rows()[index.row()].code)


class _Ways(RowModel[WayRow]):
    """The ways, of which those that would do nothing are disabled."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and not self.row_at(index).is_possible:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _WayPaint(QStyledItemDelegate):
    """Paints the cards."""

    def __init__(self, rows: RowModel[WayRow], parent: WayList) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _CARD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        theme, inks = brush.theme, brush.theme.inks
        card = brush.place(_EDGE, _EDGE, brush.width - 2 * _EDGE, _CARD - 1)
        is_lit = brush.is_under_mouse and row.is_possible
        ground = inks.accent_soft if row.is_chosen else inks.sunken if is_lit else inks.raised
        border = inks.line_strong if row.is_possible else inks.line
        brush.block(card, ground, 8, inks.accent if row.is_chosen else border)
        if brush.has_focus and row.is_possible:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(inks.focus, 2))
            painter.drawRoundedRect(card.adjusted(-2, -2, 2, 2), 10, 10)
        _paint_radio(brush, row)
        ink = inks.ink if row.is_possible else inks.ink_3
        ends, middle = brush.width - _EDGE - 14, _EDGE + 12
        took = brush.words(
            row.ends, brush.place(ends - 90, middle, 90, 22), digits(theme.sized(16, 700)), inks.ink, Side.END
        )
        tone = inks.accent if row.is_winning else inks.over
        won = brush.words(row.won, brush.place(ends - 110, middle + 23, 110, 16), theme.sized(12, 600), tone, Side.END)
        left = _EDGE + 14 + _RADIO + 12
        brush.words(str(row.number), brush.place(left, middle, 14, 22), theme.sized(14, 700), ink)
        room = ends - left - took - 26
        brush.words(row.title, brush.place(left + 17, middle, room, 22), theme.sized(15, 600), ink)
        room = ends - left - won - 10
        told = brush.place(left, middle + 22, room, 18)
        brush.words(row.told, told, theme.font("console", "small"), inks.ink_2)
        painter.restore()


def _paint_radio(brush: RowBrush, row: WayRow) -> None:
    inks, painter = brush.theme.inks, brush.painter
    box = brush.place(_EDGE + 14, _EDGE + 14, _RADIO, _RADIO)
    painter.setBrush(inks.accent if row.is_chosen else inks.raised)
    border = inks.line_strong if row.is_possible else inks.line
    painter.setPen(QPen(inks.accent if row.is_chosen else border, 1.5))
    painter.drawEllipse(box)
    if row.is_chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.on_accent)
        painter.drawEllipse(QRectF(box.center().x() - 3, box.center().y() - 3, 6, 6))
