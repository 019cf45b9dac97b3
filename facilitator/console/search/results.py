"""The list of what was found, by kind. The words are typed elsewhere: the list is told which row to go to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from facilitator.console.row_brush import RowBrush
from facilitator.console.search.marked import paint_marked, snippet
from facilitator.console.search.rows import Row, Sort
from facilitator.i18n import _
from facilitator.kit.letters import spoken_letter
from facilitator.kit.qt.lettering import Lettering
from facilitator.kit.qt.marks import paint_tag
from facilitator.kit.qt.rows import RowModel, RowView
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.keycap import cap_width, paint_cap

_ROW, _HEADING, _FIRST = 48, 44, 36
_EDGE, _SIGN, _TEXT, _END = 12, 22, 46, 12
_Index = QModelIndex | QPersistentModelIndex


class Results(RowView[Row]):
    """`chosen` tells the row that is looked at; `pressed_row` that it was asked for: by Enter, or two clicks."""

    chosen = Signal(object)
    pressed_row = Signal(object)

    def __init__(self) -> None:
        rows = _Rows(lambda row: row.id, Row.said, lambda row: row.title.text)
        super().__init__(rows, _("What was found"))
        self.setItemDelegate(_RowPaint(rows, self))
        # Whoever searches goes on typing: the list never takes the focus.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _index: self.press())

    def show_rows(self, rows: Sequence[Row], wanted: str = "") -> None:
        """Show these rows; `wanted` is chosen, else what was chosen before, else the first that can be."""
        kept = wanted or self.current_id()
        self._model.show(tuple(rows))
        at = self._model.place_of(kept)
        if at < 0 or not rows[at].can_be_chosen:
            at = next((place for place, row in enumerate(rows) if row.can_be_chosen), -1)
        self._go_to(at)

    def current(self) -> Row | None:
        """The row that is looked at; None when there is none."""
        index = self.currentIndex()
        return self._model.row_at(index) if index.isValid() else None

    def go_on(self, step: int) -> None:
        """Look at the next row that can be chosen, or with -1 at the one before."""
        self._go_to(self._next(self.currentIndex().row(), step))

    def go_on_group(self, step: int) -> None:
        """Look at the first row of the next kind, or of the one before; after the last comes the first."""
        rows = self.rows()
        firsts = [at + 1 for at, row in enumerate(rows) if row.sort is Sort.HEADING]
        if not firsts:
            return
        here = max((place for place, at in enumerate(firsts) if at <= self.currentIndex().row()), default=0)
        self._go_to(firsts[(here + step) % len(firsts)])

    def press(self) -> None:
        """Ask for the row that is looked at."""
        row = self.current()
        if row is not None:
            self.pressed_row.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row.sort is Sort.MORE:
            self.press()
        elif row.can_be_chosen:
            self.chosen.emit(row)

    def _next(self, at: int, step: int) -> int:
        rows = self.rows()
        at += step
        while 0 <= at < len(rows) and not rows[at].can_be_chosen:
            at += step
        return at if 0 <= at < len(rows) else self.currentIndex().row()

    def _go_to(self, at: int) -> None:
        index = self._model.index(at) if at >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if at == 1:
            # The heading of the first group belongs to it.
            self.scrollToTop()
        elif at >= 0:
            self.scrollTo(index)
        self.chosen.emit(self.current())


class _Rows(RowModel[Row]):
    """The rows; headings cannot be chosen."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.row_at(index).can_be_chosen:
            flags &= ~Qt.ItemFlag.ItemIsSelectable
        return flags


class _RowPaint(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, rows: RowModel[Row], parent: Results) -> None:
        super().__init__(parent)
        self._rows = rows
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if self._rows.row_at(index).sort is not Sort.HEADING:
            return QSize(200, _ROW)
        return QSize(200, _HEADING if index.row() else _FIRST)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._rows.row_at(index)
        painter.save()
        brush = RowBrush(painter, option)
        if row.sort is Sort.HEADING:
            self._paint_heading(brush, row)
        else:
            self._paint_row(brush, row)
        painter.restore()

    def _paint_heading(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        foot = brush.height - 30
        box = brush.place(_EDGE, foot, brush.width - 2 * _EDGE, 26)
        took = brush.words(row.title.text, box, theme.sized(14, 600), inks.ink)
        count = brush.place(_EDGE + took + 8, foot, 80, 26)
        brush.words(str(row.count), count, theme.font("console", "small"), inks.ink_2)
        brush.line(0, 0)

    def _paint_row(self, brush: RowBrush, row: Row) -> None:
        theme, inks = brush.theme, brush.theme.inks
        if brush.is_chosen:
            brush.ground(inks.accent_soft)
            brush.painter.fillRect(brush.place(0, 0, 3, brush.height), inks.accent)
        elif brush.is_under_mouse and row.can_be_chosen:
            brush.ground(inks.sunken)
        brush.line(0, 0)
        self._paint_sign(brush, row)
        room = brush.width - _TEXT - _END
        if brush.is_chosen:
            cap = round(cap_width("Enter", theme))
            left = brush.place(brush.width - _END - cap, 0, cap, brush.height).left()
            paint_cap(brush.painter, left, brush.height / 2 + brush.place(0, 0, 1, 1).top(), "Enter",
                      inks.ink_2, inks.line_strong, theme)  # fmt: skip
            room -= cap + 12
        ink = inks.ink_2 if row.sort is Sort.REST else inks.ink
        paint_marked(brush, brush.place(_TEXT, 5, room, 20), snippet(row.title), theme.sized(14, 500), ink)
        self._paint_caption(brush, row, room)

    def _paint_sign(self, brush: RowBrush, row: Row) -> None:
        theme = brush.theme
        if row.position < 0:
            brush.icon(row.icon, _EDGE + 2, 18, theme.inks.ink_2)
            return
        box = brush.place(_EDGE, (brush.height - _SIGN) / 2, _SIGN, _SIGN)
        inks = theme.cluster(row.position)
        paint_tag(brush.painter, box, spoken_letter(row.position), inks, self._text, theme)

    def _paint_caption(self, brush: RowBrush, row: Row, room: float) -> None:
        font, ink = theme_in_use().font("console", "caption"), brush.theme.inks.ink_2
        left = float(_TEXT)
        if row.aside is not None:
            box = brush.place(left, 25, room * 0.6, 18)
            took = paint_marked(brush, box, snippet(row.aside, 12), font, ink)
            left += took
            room -= took
        words = row.caption
        if row.aside is not None and row.caption:
            words = f"{row.caption} · " if brush.is_mirrored else f" · {row.caption}"
        brush.words(words, brush.place(left, 25, room, 18), font, ink)
