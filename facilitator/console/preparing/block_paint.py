"""Paints a block of the agenda in preparation as a row, and over it the line that tells of a fixed start."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.planning import PlanRow
from facilitator.console.row_brush import RowBrush, Side
from facilitator.i18n import _
from facilitator.kit.qt.icons import has_icon
from facilitator.kit.qt.lines import reads_from_right
from facilitator.kit.qt.rows import RowModel
from facilitator.kit.qt.theme import digits

ROW, PAUSE_ROW, GAP = 46, 36, 22
"""How high a block, a pause, and the line before a fixed start are."""

_LEAD, _MINUTES, _UNIT, _SIGN, _END = 140, 44, 30, 24, 12
_NARROW, _NARROW_LEAD = 640, 118
_TITLE = 126
_Index = QModelIndex | QPersistentModelIndex


class BlockPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[PlanRow], parent: QListView) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, row_height(self._rows.row_at(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        if row.before:
            _paint_before(RowBrush(painter, _part(option, 0, GAP)), row)
        brush = RowBrush(painter, _part(option, GAP if row.before else 0, option.rect.height()))
        inks = brush.theme.inks
        if brush.is_chosen:
            brush.ground(inks.accent_soft)
            painter.fillRect(brush.place(0, 0, 3, brush.height), inks.accent)
            brush.icon("dots-six-vertical", 6, 16, inks.ink_3)
        elif brush.is_under_mouse:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        _paint_start(brush, row)
        _paint_end(brush, row)
        if brush.has_focus:
            brush.ring()
        painter.restore()


def row_height(row: PlanRow) -> int:
    """How high a row is, with the line before a fixed start."""
    return (PAUSE_ROW if row.is_pause else ROW) + (GAP if row.before else 0)


def _part(option: QStyleOptionViewItem, top: int, bottom: int) -> QStyleOptionViewItem:
    part = QStyleOptionViewItem(option)
    part.rect = option.rect.adjusted(0, top, 0, bottom - option.rect.height())
    return part


def _paint_before(brush: RowBrush, row: PlanRow) -> None:
    """A thin dashed line with the minutes that stand empty, or that are too many."""
    theme, inks = brush.theme, brush.theme.inks
    ink = inks.warn if row.clashes else inks.ink_2
    if row.clashes:
        brush.ground(inks.warn_soft)
        brush.icon("warning-fill", 99, 12, ink)
    took = brush.words(
        row.before, brush.place(_TITLE, 0, brush.width - _TITLE - 40, brush.height - 1), theme.sized(12, 500), ink
    )
    middle = brush.height / 2
    pen = QPen(inks.line_strong, 1, Qt.PenStyle.DashLine)
    for left, right in ((24.0, 92.0), (_TITLE + took + 12, brush.width - _END)):
        if right > left:
            line = brush.place(left, middle, right - left, 0)
            brush.painter.setPen(pen)
            brush.painter.drawLine(line.topLeft(), line.topRight())
    brush.line(0, 0)


def _paint_start(brush: RowBrush, row: PlanRow) -> None:
    theme, inks = brush.theme, brush.theme.inks
    font = digits(theme.sized(13, 600 if row.is_pinned else 400))
    ink = inks.ink if row.is_pinned else inks.ink_2
    if row.is_pinned:
        # A time in a frame does not move.
        wide = QFontMetricsF(font).horizontalAdvance(row.starts) + 10
        brush.painter.setPen(QPen(inks.line_strong, 1))
        brush.painter.setBrush(inks.raised)
        brush.painter.drawRoundedRect(brush.place(21.5, brush.height / 2 - 11.5, wide, 23), 4, 4)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    brush.words(row.starts, brush.place(26, 0, 44, brush.height), font, ink)
    tall = 20 if row.is_pause else 30
    _paint_kind(brush, row, brush.place(76, (brush.height - tall) / 2, 10, tall))
    name = row.icon if has_icon(row.icon) else "chats-circle"
    brush.icon("hourglass-medium-bold" if row.is_buffer else name, 98, 17, inks.ink_2)


def _paint_kind(brush: RowBrush, row: PlanRow, box: QRectF) -> None:
    """The colour of its kind; a buffer is only an outline, because nothing is planned in it."""
    theme, inks = brush.theme, brush.theme.inks
    if not row.is_buffer:
        brush.block(box, theme.category(row.category), 3, inks.line_strong if row.is_pause else None)
        return
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    brush.painter.setPen(QPen(inks.line_strong, 1, Qt.PenStyle.DashLine))
    brush.painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _paint_end(brush: RowBrush, row: PlanRow) -> None:
    theme, inks = brush.theme, brush.theme.inks
    small, end = theme.font("console", "small"), brush.width - _END
    if row.missing:
        brush.icon("warning-fill", end - 18, 18, inks.warn)
    elif not (row.is_pause or row.is_buffer):
        brush.icon("check-circle-fill", end - 18, 18, inks.ok)
    _paint_minutes(brush, row, end - _SIGN - _UNIT - _MINUTES)
    lead_wide = _LEAD if brush.width >= _NARROW else _NARROW_LEAD
    lead_left = end - _SIGN - _UNIT - _MINUTES - lead_wide
    is_lead_missing = bool(row.missing) and not row.lead
    lead = row.missing if is_lead_missing else row.lead
    ink = inks.warn if is_lead_missing else inks.ink_2
    font = theme.sized(13, 600) if is_lead_missing else small
    brush.words(lead, brush.place(lead_left, 0, lead_wide, brush.height), font, ink)
    _paint_title(brush, row, lead_left - _TITLE - 12, "" if is_lead_missing else row.missing)


def _paint_minutes(brush: RowBrush, row: PlanRow, left: float) -> None:
    """A number and its unit, in the order in which the unit's own script is read."""
    theme, inks, unit = brush.theme, brush.theme.inks, _("min")
    number, words = (
        brush.place(left, 0, _MINUTES, brush.height),
        brush.place(left + _MINUTES + 5, 0, _UNIT, brush.height),
    )
    sides = (Side.END, Side.START)
    if brush.is_mirrored is not reads_from_right(unit):
        words, number = (
            brush.place(left, 0, _UNIT, brush.height),
            brush.place(left + _UNIT + 5, 0, _MINUTES, brush.height),
        )
        sides = (Side.START, Side.END)
    ink = inks.ink_2 if row.is_pause or row.is_buffer else inks.ink
    brush.words(str(row.minutes), number, digits(theme.font("console", "body")), ink, sides[0])
    brush.words(unit, words, theme.font("console", "caption"), inks.ink_2, sides[1])


def _paint_title(brush: RowBrush, row: PlanRow, room: float, missing: str) -> None:
    """The title; after it, where there is room, what is missing, else how much it matters, and whether it is kept."""
    theme, inks = brush.theme, brush.theme.inks
    is_quiet = row.is_pause or row.is_buffer
    after = missing or row.mark
    font = theme.sized(13, 600) if missing else theme.sized(12, 500)
    wide = QFontMetricsF(font).horizontalAdvance(after) + 12 if after else 0
    lock = 20 if row.is_protected and not is_quiet else 0
    took = brush.words(
        row.title,
        brush.place(_TITLE, 0, max(60, room - lock - (wide if wide < room / 2 else 0)), brush.height),
        theme.sized(14, 400 if is_quiet else 500),
        inks.ink_2 if is_quiet else inks.ink,
    )
    left = _TITLE + took + 8
    if lock:
        brush.icon("lock-simple", left, 14, inks.ink_3)
        left += lock
    if after and room + _TITLE - left > 40:
        ink = inks.warn if missing else inks.ink_3
        brush.words(after, brush.place(left + 4, 0, room + _TITLE - left - 4, brush.height), font, ink)
