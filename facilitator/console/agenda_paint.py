"""How the rows of the day look: what is done, the block that is live with its clock, and what comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.day import Phase, Row
from facilitator.console.row_brush import RowBrush, Side
from facilitator.kit.qt.bands import paint_stripes
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.rows import RowModel
from facilitator.kit.qt.theme import digits

COMING, TIGHT = 47, 43
"""How high a row is that comes, and where there is not room for all of them."""

_EDGE, _TIME, _TEXT = 16, 46, 66
_DONE, _PAUSE, _LIVE = 31, 43, 98
_FIXED, _NOW = 20, 6
_Index = QModelIndex | QPersistentModelIndex


def height_of(row: Row, tall: int) -> int:
    """How high a row is, in pixels, where one that comes is `tall`."""
    if row.is_dropped:
        return _DONE
    if row.phase is Phase.COMING:
        return (_PAUSE if row.is_pause else tall) + (_FIXED if row.fixed else 0) + (_NOW if row.has_now else 0)
    return _LIVE if row.phase is Phase.LIVE else _DONE


class AgendaPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[Row], parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._rows = rows
        self.tall = COMING

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, height_of(self._rows.row_at(index), self.tall))

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
