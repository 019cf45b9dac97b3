"""The list behind the chip: what is to settle, warnings first; a press goes to the block and the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.preparing.settle_words import settle_words
from facilitator.console.row_brush import RowBrush, Side
from facilitator.convening.agenda import Block
from facilitator.convening.checks import Severity, Unsettled
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.rows import PressView, RowModel
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_ROW, _MOST = 34, 6
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SettleRow:
    """One thing to settle, in words. `id` is its place in the list."""

    id: str
    words: str
    is_warning: bool
    end: str


class SettlePanel(Panel):
    """`wanted` carries what was pressed (Unsettled); `closed` tells that the list is wanted no more."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Unsettled, ...] = ()
        rows = RowModel[SettleRow](lambda each: each.id, lambda each: each.words, lambda each: each.words)
        self.list = PressView[SettleRow](rows, _("To settle before you go live"), _ROW)
        self.list.setItemDelegate(_SettlePaint(rows, self.list))
        self.list.setMouseTracking(True)
        self.list.pressed_row.connect(lambda at: self.wanted.emit(self._found[int(at)]))
        hint = _("You can go live with all of this. Enter goes to the place.")
        head = row(
            None,
            Label(hint, "small", Tone.SOFT),
            STRETCH,
            Button(_("Close the list"), self.closed.emit, kind=Kind.QUIET, size=Size.SMALL),
            padding=(4, 4, 4, 12),
        )
        column(self, head, self.list, gap=0, padding=(0, 0, 6, 0))

    def show_unsettled(self, found: Sequence[Unsettled], records: Records, day_names: dict[str, str]) -> None:
        """Show these; `day_names` says a day, nothing where there is only one."""
        # Warnings of all days stand before the suggestions of the first.
        self._found = tuple(sorted(found, key=lambda each: each.severity is Severity.SUGGESTION))
        blocks = records[Block]
        self.list.fill(
            [
                SettleRow(
                    str(at),
                    settle_words(each, blocks[each.block].title if each.block in blocks else ""),
                    each.severity is Severity.WARNING,
                    day_names.get(each.day, ""),
                )
                for at, each in enumerate(self._found)
            ]
        )
        self.list.setFixedHeight(_ROW * max(1, min(_MOST, len(self._found))))
        if self._found and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))


class _SettlePaint(QStyledItemDelegate):
    def __init__(self, rows: RowModel[SettleRow], parent: PressView[SettleRow]) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        theme, inks = brush.theme, brush.theme.inks
        if brush.is_under_mouse or brush.has_focus:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        if shown.is_warning:
            brush.icon("warning-fill", 12, 15, inks.warn)
        else:
            brush.icon("circle", 14, 11, inks.ink_3)
        end = brush.place(brush.width - 92, 0, 80, brush.height)
        brush.words(shown.end, end, theme.font("console", "caption"), inks.ink_2, Side.END)
        room = brush.width - 36 - (100 if shown.end else 12)
        ink = inks.ink if shown.is_warning else inks.ink_2
        brush.words(shown.words, brush.place(36, 0, room, brush.height), theme.font("console", "small"), ink)
        if brush.has_focus:
            brush.ring()
        painter.restore()
