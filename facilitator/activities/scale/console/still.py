"""Who is still to answer, by name and by how they answer; under them, people on paper whose slip was typed already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.convening.ballots import Progress, Round, progress_id
from facilitator.convening.people import OnPaper, Person
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.lettering import Align, Lettering, TextStyle, Upright, text_style
from facilitator.kit.qt.rows import RowModel, RowView, is_enter
from facilitator.kit.qt.theme import theme_in_use

_Index = QModelIndex | QPersistentModelIndex
_HIGH, _SIDE, _GAP = 29, 16, 10
_KEYS_OF_A_SLIP = ("Esc", "Backspace")


class By(Enum):
    """How somebody answers: by phone, on paper, or on paper with their slip typed already."""

    PHONE = "phone"
    PAPER = "paper"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One person of the list; never what they answered."""

    id: str
    name: str
    by: By

    def end(self) -> str:
        """How they answer, in words."""
        return {By.PHONE: _("phone"), By.PAPER: _("paper"), By.TYPED: _("paper, typed")}[self.by]

    def said(self) -> str:
        """The row for those who do not see it."""
        return f"{self.name}, {self.end()}"


def awaited(records: Records, round_: Round) -> list[Awaited]:
    """Who is here and has not answered, phones before paper; then those on paper who have answered."""
    given = records[Progress]
    found: list[Awaited] = []
    for person in records[Person].values():
        progress = given.get(progress_id(round_.id, person.id))
        has_answered, is_on_paper = progress is not None and progress.dots > 0, person.id in records[OnPaper]
        if person.is_here and (is_on_paper or not has_answered):
            by = By.PHONE if not is_on_paper else By.TYPED if has_answered else By.PAPER
            found.append(Awaited(person.id, person.name or _("Someone without a name"), by))
    order = list(By)
    return sorted(found, key=lambda each: (order.index(each.by), each.name.casefold(), each.id))


class AwaitedList(RowView[Awaited]):
    """The list in which slips are typed: arrows choose a person, a digit is told by `digit`, Enter counts it.

    Digits, Backspace and Esc mean a slip only here, and only where `take_slips` said so.
    """

    digit = Signal(str)
    counted = Signal()
    taken_back = Signal()
    moved = Signal(str)
    focused = Signal()

    def __init__(self, said: str) -> None:
        super().__init__(RowModel(lambda row: row.id, Awaited.said, lambda row: row.name), said)
        self._takes_slips, self._known = False, ""
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Painter(self))
        self.selectionModel().currentChanged.connect(lambda _now: self._tell())

    def show_rows(self, rows: Sequence[Awaited]) -> None:
        """Show these people; the current one stays current while here, else the one that took their place is."""
        at, known = self.currentIndex().row(), self._known
        self.fill(rows)
        if known and not self.current_id() and rows:
            self.go_to(rows[min(max(at, 0), len(rows) - 1)].id)
        self._tell()
        self.updateGeometry()

    def take_slips(self, *, is_open: bool) -> None:
        """Take digits, or leave them: only an open round takes answers."""
        self._takes_slips = is_open

    def keep_keys(self, *, is_typing: bool) -> None:
        """Keep Esc and Backspace while there is a digit to take back; else they are the window's."""
        self.setProperty(KEPT_KEYS, list(_KEYS_OF_A_SLIP) if is_typing else [])

    def current(self) -> Awaited | None:
        """The current person; None in an empty list, or before one was chosen."""
        found = self.current_id()
        return next((row for row in self.rows() if row.id == found), None)

    def sizeHint(self) -> QSize:
        return QSize(240, _HIGH * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, _HIGH * 2)

    def _tell(self) -> None:
        # Rows come and go while a digit is typed: only another person is a move.
        if self.current_id() != self._known:
            self._known = self.current_id()
            self.moved.emit(self._known)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        elif self._takes_slips and len(text) == 1 and text.isdecimal():
            # Arabic and Indic keyboards type digits of their own; the scale is numbered the same.
            self.digit.emit(str(int(text)))
        elif self._takes_slips and is_enter(event):
            self.counted.emit()
        elif self._takes_slips and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.taken_back.emit()
        elif text and text.isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class _Painter(QStyledItemDelegate):
    """Paints a person in the theme in use: the name where reading begins, how they answer at the other end."""

    def __init__(self, rows: QListView) -> None:
        super().__init__(rows)
        self._rows = rows
        self._text = Lettering()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, theme = cast("Awaited", index.data(Qt.ItemDataRole.UserRole)), theme_in_use()
        inks, box = theme.inks, QRectF(option.rect)
        is_rtl = self._rows.layoutDirection() is Qt.LayoutDirection.RightToLeft
        first, last = (Align.RIGHT, Align.LEFT) if is_rtl else (Align.LEFT, Align.RIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, inks.surface)
        painter.fillRect(QRectF(box.left() + _SIDE, box.top(), box.width() - 2 * _SIDE, 1), inks.line)
        inner = box.adjusted(_SIDE, 1, -_SIDE, 0)
        caption = text_style(theme, "console", "caption", inks.ink_2).placed(last, Upright.MIDDLE)
        took = self._text.write(painter, inner, row.end(), caption).width() + _GAP
        inner.adjust(took if is_rtl else 0, 0, 0 if is_rtl else -took, 0)
        ink = inks.ink_2 if row.by is By.TYPED else inks.ink
        self._text.write(painter, inner, row.name, TextStyle(theme.sized(13), ink, 18, first, Upright.MIDDLE, lines=1))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(inks.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(5, 2, -5, -1), 5, 5)
        painter.restore()
