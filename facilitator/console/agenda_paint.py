"""How the rows of the day look: what is done, the block that is live with its clock, and what comes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.day import Phase, Row
from facilitator.console.row_brush import RowBrush, Side
from facilitator.kit.qt.bands import paint_stripes
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright
from facilitator.kit.qt.rows import RowModel
from facilitator.kit.qt.theme import digits, theme_in_use

_EDGE, _TIME, _TEXT, _ICON = 16, 46, 66, 20
_DONE, _COMING, _TIGHT, _LIVE = 31, 47, 43, 98
_FIXED, _NOW, _LEAD = 20, 6, 16
_APART, _BEFORE = 8, 6
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Title:
    """Where the title of a row stands, from the side where reading begins, and how it is written."""

    left: float
    room: float
    style: TextStyle


class AgendaPaint(QStyledItemDelegate):
    """Paints the rows. A long title takes a second line; where the day `is_tight`, what is done keeps to one."""

    def __init__(self, rows: RowModel[Row], column: QAbstractItemView) -> None:
        super().__init__(column)
        self._rows, self._column = rows, column
        self._letters = Lettering()
        self.is_tight = False

    def needs(self) -> int:
        """How high all rows are together where there is room for them, in pixels."""
        wide = self._column.viewport().width()
        return sum(self._height(row, wide, is_tight=False) for row in self._rows.rows)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        wide = self._column.viewport().width()
        return QSize(200, self._height(self._rows.row_at(index), wide, is_tight=self.is_tight))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        self._letters.start()
        brush = RowBrush(painter, option)
        if row.phase is not Phase.LIVE and (brush.is_under_mouse or (brush.is_chosen and not brush.has_focus)):
            brush.ground(brush.theme.inks.sunken)
        if row.is_dropped:
            self._paint_dropped(brush, row)
        elif row.phase is Phase.DONE:
            self._paint_done(brush, row)
        elif row.phase is Phase.LIVE:
            self._paint_live(brush, row)
        else:
            self._paint_coming(brush, row)
        if brush.has_focus:
            brush.ring()
        painter.restore()

    def _height(self, row: Row, width: float, *, is_tight: bool) -> int:
        if row.is_dropped:
            return _DONE
        title = _title_of(row, width, is_tight=is_tight)
        lines = self._letters.line_count(row.title, title.room, title.style)
        further = round((lines - 1) * title.style.leading)
        if row.phase is not Phase.COMING:
            return (_LIVE if row.phase is Phase.LIVE else _DONE) + further
        least = _TIGHT if is_tight or row.is_pause else _COMING
        # A row is made for a title and its guide: where nobody guides, a second line takes the place of the name.
        further = further if _lead_of(row) else max(0, further - _LEAD)
        return least + further + (_FIXED if row.fixed else 0) + (_NOW if row.has_now else 0)

    def _write_title(self, brush: RowBrush, row: Row, top: float, high: float) -> float:
        """Write the title in the middle of so much height; gives where it ends, from the top of the row."""
        title = _title_of(row, brush.width, is_tight=self.is_tight)
        box = brush.place(title.left, top, title.room, high)
        side = Align.RIGHT if brush.is_mirrored else Align.LEFT
        took = self._letters.write(brush.painter, box, row.title, title.style.placed(side, Upright.MIDDLE))
        return took.bottom() - box.top() + top

    def _paint_dropped(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        brush.line(_EDGE, _EDGE)
        brush.words(row.planned, brush.place(_EDGE, 0, _TIME, brush.height), digits(_struck()), inks.ink_3)
        aside = brush.place(brush.width - _EDGE - 70, 0, 70, brush.height)
        brush.words(row.aside, aside, theme.font("console", "caption"), inks.ink_3, Side.END)
        self._write_title(brush, row, 0, brush.height)

    def _paint_done(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        small = theme.font("console", "small")
        brush.words(row.planned, brush.place(_EDGE, 0, _TIME, brush.height), digits(small), inks.ink_3)
        brush.icon("check", _TEXT, 14, inks.ink_3)
        aside = brush.place(brush.width - _EDGE - 70, 0, 70, brush.height)
        brush.words(row.aside, aside, _aside_font(row), inks.over if row.is_over else inks.ink_3, Side.END)
        self._write_title(brush, row, 0, brush.height)

    def _paint_coming(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        small = theme.font("console", "small")
        brush.line(_EDGE, _EDGE)
        head = _paint_head(brush, row)
        high = brush.height - head
        two = row.likely != ""
        times = head + high / 2 - (17 if two else 9)
        brush.words(row.planned, brush.place(_EDGE, times, _TIME, 18), digits(small), inks.ink_2)
        if two:
            ink = inks.accent if row.is_calm else inks.over
            brush.words(row.likely, brush.place(_EDGE, times + 17, _TIME, 16), digits(theme.sized(12, 600)), ink)
        _paint_minutes(brush, row, head)
        if row.is_pause:
            name = row.icon if has_icon(row.icon) else "coffee"
            brush.icon(name, _TEXT, 14, inks.ink_2, head + high / 2)
        lead = _lead_of(row)
        below = self._write_title(brush, row, head, high - (_LEAD if lead else 0))
        room = brush.width - _TEXT - _aside_room(row) - _EDGE - _APART
        brush.words(lead, brush.place(_TEXT, below, room, _LEAD), theme.font("console", "caption"), inks.ink_2)

    def _paint_live(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        brush.ground(inks.accent_soft)
        brush.painter.fillRect(brush.place(0, 0, 3, brush.height), inks.accent)
        caption, room = theme.font("console", "caption"), brush.width - _TEXT - _EDGE
        brush.words(row.planned, brush.place(_EDGE, 10, _TIME, 20), digits(theme.sized(13, 600)), inks.accent)
        below = self._write_title(brush, row, 10, brush.height - _LIVE + 20)
        took = brush.words(row.began, brush.place(_TEXT, below + 2, room, 16), digits(caption), inks.ink_2, Side.END)
        brush.words(row.lead, brush.place(_TEXT, below + 2, room - took - _APART, 16), caption, inks.ink_2)
        track = brush.place(_TEXT, below + 26, room, 8)
        brush.block(track, inks.raised, 4)
        if row.is_over:
            paint_stripes(brush.painter, track, theme, 6)
        elif row.share > 0:
            brush.block(brush.place(_TEXT, below + 26, max(8.0, room * row.share), 8), inks.accent, 4)
        bold, foot = digits(theme.sized(12, 600)), below + 39
        colour = inks.over if row.is_over else inks.accent
        took = brush.words(row.left, brush.place(_TEXT, foot, room, 16), bold, colour, Side.END)
        spent = brush.place(_TEXT, foot, room - took - _APART, 16)
        brush.words(row.spent, spent, digits(caption), inks.ink_2)


def _title_of(row: Row, width: float, *, is_tight: bool) -> _Title:
    theme, inks = theme_in_use(), theme_in_use().inks
    small, room = theme.font("console", "small"), width - _EDGE - _APART - _aside_room(row)
    if row.is_dropped:
        return _Title(_TEXT, room - _TEXT, TextStyle(_struck(), inks.ink_3, 17, lines=1))
    if row.phase is Phase.LIVE:
        font = theme.font("console", "bar-title")
        return _Title(_TEXT, width - _TEXT - _EDGE, TextStyle(font, inks.ink, 20, lines=2))
    left = _TEXT + _ICON
    if row.phase is Phase.DONE:
        return _Title(left, room - left, TextStyle(small, inks.ink_3, 17, lines=1 if is_tight else 2))
    if row.is_pause:
        return _Title(left, room - left, TextStyle(small, inks.ink_2, 17, lines=2))
    return _Title(_TEXT, room - _TEXT, TextStyle(theme.sized(14, 500), inks.ink, 19, lines=2))


def _lead_of(row: Row) -> str:
    """Who guides, as far as a row that comes says it: in a pause nobody is looked for."""
    return "" if row.is_pause else row.lead


def _struck() -> QFont:
    font = QFont(theme_in_use().font("console", "small"))
    font.setStrikeOut(True)
    return font


def _aside_font(row: Row) -> QFont:
    theme = theme_in_use()
    if row.is_dropped:
        return theme.font("console", "caption")
    if row.phase is Phase.DONE:
        return digits(theme.sized(12, 600 if row.is_over else 400))
    return digits(theme.sized(13, 600) if row.planned_minutes else theme.font("console", "small"))


def _aside_room(row: Row) -> float:
    """The width of what stands at the end of a row: its minutes, after those that were planned."""
    took = QFontMetricsF(_aside_font(row)).horizontalAdvance(row.aside)
    if not row.planned_minutes:
        return took
    return took + _BEFORE + QFontMetricsF(_planned_font()).horizontalAdvance(row.planned_minutes)


def _planned_font() -> QFont:
    return digits(theme_in_use().sized(12, 400))


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


def _paint_minutes(brush: RowBrush, row: Row, head: float) -> None:
    """The minutes at the end of the row, after those that were planned."""
    inks, high = brush.theme.inks, brush.height - head
    is_changed = row.planned_minutes != ""
    ends = brush.place(brush.width - _EDGE - 70, head, 70, high)
    took = brush.words(row.aside, ends, _aside_font(row), inks.accent if is_changed else inks.ink_2, Side.END)
    if is_changed:
        before = brush.place(brush.width - _EDGE - took - _BEFORE - 40, head, 40, high)
        brush.words(row.planned_minutes, before, _planned_font(), inks.ink_3, Side.END)
