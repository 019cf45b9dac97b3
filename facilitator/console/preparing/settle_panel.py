"""The list behind the chip: what is to settle, warnings first; a press goes to the block and the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.preparing.settle_words import leaderless_words, settle_words
from facilitator.console.row_brush import RowBrush, Side
from facilitator.convening.agenda import Block
from facilitator.convening.checks import NO_GUIDE, Severity, Unsettled
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.rows import PressView, RowModel
from facilitator.kit.qt.widgets.button import Button, Kind, Size
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

_ROW, _MOST = 34, 6
_LEADERLESS = "leaderless"
"""The id of the one line that stands for all blocks that nobody leads."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SettleRow:
    """One thing to settle, in words. `id` is its place among them; `fold` says whether a line for several is open."""

    id: str
    words: str
    is_warning: bool
    end: str
    fold: str = ""
    is_within: bool = False

    @property
    def said(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.words, self.fold) if part)


class SettlePanel(Panel):
    """`wanted` carries what was pressed (Unsettled); `closed` tells that the list is wanted no more.

    Blocks that nobody leads are one line, which opens to all of them.
    """

    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Unsettled, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._days: dict[str, str] = {}
        self._is_open = False
        rows = RowModel[SettleRow](lambda each: each.id, lambda each: each.said, lambda each: each.words)
        self.list = PressView[SettleRow](rows, _("To settle before you go live"), _ROW)
        self.list.setItemDelegate(_SettlePaint(rows, self.list))
        self.list.setMouseTracking(True)
        self.list.pressed_row.connect(self._press)
        hint = _("You can go live with all of this. Enter goes to the place.")
        head = row(
            None,
            Label(hint, "small", Tone.SOFT),
            STRETCH,
            Button(_("Close the list"), self.closed.emit, kind=Kind.QUIET, size=Size.SMALL),
            padding=(4, 4, 4, 12),
        )
        # A strip of ground under the last line would look like the top of one more, cut off.
        column(self, head, self.list, gap=0)

    def show_unsettled(self, found: Sequence[Unsettled], records: Records, day_names: dict[str, str]) -> None:
        """Show these; `day_names` says a day, nothing where there is only one."""
        # Warnings of all days stand before the suggestions of the first.
        self._found = tuple(sorted(found, key=lambda each: each.severity is Severity.SUGGESTION))
        blocks, self._days = records[Block], day_names
        self._titles = tuple(blocks[each.block].title if each.block in blocks else "" for each in self._found)
        self._fill()

    def _press(self, row: str) -> None:
        if row != _LEADERLESS:
            self.wanted.emit(self._found[int(row)])
            return
        self._is_open = not self._is_open
        self._fill()

    def _fill(self) -> None:
        places = [at for at, each in enumerate(self._found) if each.code == NO_GUIDE]
        has_group = len(places) > 1
        rows: list[SettleRow] = []
        for at, each in enumerate(self._found):
            is_within = has_group and at in places
            if is_within and at == places[0]:
                fold = _("open") if self._is_open else _("closed")
                rows.append(SettleRow(_LEADERLESS, leaderless_words(len(places)), is_warning=True, end="", fold=fold))
            if not is_within or self._is_open:
                words, is_warning = settle_words(each, self._titles[at]), each.severity is Severity.WARNING
                rows.append(SettleRow(str(at), words, is_warning, self._days.get(each.day, ""), is_within=is_within))
        self.list.fill(rows)
        self.list.setFixedHeight(_ROW * max(1, min(_MOST, len(rows))))
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
        if index.row() < index.model().rowCount() - 1:
            brush.line(0, 0)
        left = 60 if shown.is_within else 36
        if shown.is_warning:
            brush.icon("warning-fill", left - 24, 15, inks.warn)
        else:
            brush.icon("circle", 14, 11, inks.ink_3)
        if shown.fold:
            brush.icon(
                "caret-up-bold" if shown.fold == _("open") else "caret-down-bold", brush.width - 24, 12, inks.ink_2
            )
        end = brush.place(brush.width - 92, 0, 80, brush.height)
        brush.words(shown.end, end, theme.font("console", "caption"), inks.ink_2, Side.END)
        room = brush.width - left - (100 if shown.end else 36 if shown.fold else 12)
        ink = inks.ink if shown.is_warning else inks.ink_2
        brush.words(shown.words, brush.place(left, 0, room, brush.height), theme.font("console", "small"), ink)
        if brush.has_focus:
            brush.ring()
        painter.restore()
