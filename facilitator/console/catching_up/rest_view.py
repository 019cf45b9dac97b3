"""Shows the rest of the day beside the ways: ribbons now and then, and rows whose locks can be opened."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from facilitator.console.catching_up.rest import Rest, RestRow, Stretch
from facilitator.console.row_brush import RowBrush, Side
from facilitator.i18n import _
from facilitator.kit.qt.bands import paint_stripes
from facilitator.kit.qt.direction import mirrored, mirrored_point
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.theme import Theme, digits, theme_in_use

ROW = 35
_RIBBON, _BETWEEN, _GAP = 14, 9, 2
_TIME, _LOCK = 44, 20
_Index = QModelIndex | QPersistentModelIndex


class RestRibbons(QWidget):
    """The rest of the day twice, to one scale; what lies behind the end that people count on is striped."""

    def __init__(self) -> None:
        super().__init__()
        self._rest = Rest((), (), (), 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The rest of the day, now and then"))

    def show_rest(self, rest: Rest) -> None:
        """Show another rest."""
        self._rest = rest
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 2 * _RIBBON + _BETWEEN)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rest = theme_in_use(), self._rest
        font = theme.font("console", "caption")
        metrics = QFontMetricsF(font)
        words = (_("now"), _("then"))
        left = max(metrics.horizontalAdvance(word) for word in words) + 10
        last = max([rest.promised, rest.at + 1, *(each.ends for each in (*rest.now, *rest.then))])
        scale = (self.width() - left) / (last - rest.at)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for at, (word, stretches) in enumerate(zip(words, (rest.now, rest.then), strict=True)):
                top = at * (_RIBBON + _BETWEEN)
                painter.setFont(font)
                painter.setPen(theme.inks.ink_2)
                base = top + _RIBBON / 2 + (metrics.ascent() - metrics.descent()) / 2
                painter.drawText(mirrored_point(self, 0, base, metrics.horizontalAdvance(word)), word)
                for stretch in stretches:
                    self._paint(painter, stretch, QRectF(left, top, scale, _RIBBON), theme)

    def _paint(self, painter: QPainter, stretch: Stretch, unit: QRectF, theme: Theme) -> None:
        """Paint one block; `unit` is where the ribbon begins, as wide as a minute."""

        def box(starts: int, ends: int) -> QRectF:
            wide = max(1.0, (ends - starts) * unit.width() - _GAP)
            return mirrored(
                self, QRectF(unit.left() + (starts - self._rest.at) * unit.width(), unit.top(), wide, unit.height())
            )

        is_pause = stretch.category == "pause"
        place = box(stretch.starts, stretch.ends)
        painter.setBrush(theme.category(stretch.category))
        painter.setPen(QPen(theme.inks.line_strong, 1) if is_pause else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5) if is_pause else place, 3, 3)
        if stretch.ends > self._rest.promised:
            paint_stripes(painter, box(max(stretch.starts, self._rest.promised), stretch.ends), theme, 4)


class RestList(RowView[RestRow]):
    """Rows with old and new times. Space or a press on a lock opens it; Enter uses the plan that is chosen."""

    freed = Signal(str)
    used = Signal()

    def __init__(self) -> None:
        model = RowModel[RestRow](lambda row: row.block, RestRow.said)
        super().__init__(model, _("The rest of the day"))
        self.setItemDelegate(_RestPaint(model, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)

    def sizeHint(self) -> QSize:
        return QSize(400, len(self.rows()) * ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.used.emit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._free(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Digits choose a way, so they look for no row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._free(self.indexAt(event.position().toPoint()))

    def _free(self, index: _Index) -> None:
        if index.isValid() and self.rows()[index.row()].is_kept:
            self.freed.emit(self.rows()[index.row()].block)


class _RestPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[RestRow], parent: RestList) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        theme, inks = brush.theme, brush.theme.inks
        if row.is_kept and brush.is_under_mouse:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        small = theme.font("console", "small")
        brush.words(row.planned, brush.place(2, 0, _TIME, brush.height), digits(small), inks.ink_3)
        is_other = row.then != row.planned and not row.is_dropped
        then, strong = "" if row.is_dropped else row.then, 600 if is_other else 400
        new = digits(theme.sized(13, strong))
        brush.words(then, brush.place(2 + _TIME, 0, _TIME, brush.height), new, inks.ink if is_other else inks.ink_3)
        took = _paint_minutes(brush, row)
        left = 2 + 2 * _TIME + 4
        title = theme.sized(13, 400 if row.is_pause or row.is_dropped else 500)
        ink = inks.ink_3 if row.is_dropped else inks.ink_2 if row.is_pause else inks.ink
        brush.words(row.title, brush.place(left, 0, brush.width - left - took - 10, brush.height), title, ink)
        if brush.has_focus:
            brush.ring()
        painter.restore()


def _paint_minutes(brush: RowBrush, row: RestRow) -> float:
    """What stands at the end of a row: old and new minutes, and the lock of what is kept; gives its width."""
    theme, inks = brush.theme, brush.theme.inks
    small = digits(theme.font("console", "small"))
    ends = brush.place(brush.width - 112, 0, 110, brush.height)
    if row.is_dropped:
        return brush.words(_("left out"), ends, theme.sized(12, 600), inks.over, Side.END)
    is_other = row.minutes_then != row.minutes_now
    minutes = _("{minutes} min").format(minutes=row.minutes_then)
    font = digits(theme.sized(13, 600)) if is_other else small
    took = brush.words(minutes, ends, font, inks.accent if is_other else inks.ink_2, Side.END)
    if is_other:
        before = brush.place(brush.width - 2 - took - 6 - 40, 0, 40, brush.height)
        took += 6 + brush.words(str(row.minutes_now), before, small, inks.ink_3, Side.END)
    if row.is_freed:
        words = brush.place(brush.width - 2 - took - 8 - 60, 0, 60, brush.height)
        return took + 8 + brush.words(_("freed"), words, theme.sized(12, 600), inks.accent, Side.END)
    if row.is_kept:
        brush.icon("lock-simple", brush.width - 2 - took - _LOCK, 14, inks.ink_2)
        return took + _LOCK
    return took
