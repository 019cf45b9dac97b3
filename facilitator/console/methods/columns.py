"""Three columns of methods. The arrows go from one to the next; whichever has the focus is the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.beginnings.methods import BEING, DOING, SEEING, Method
from facilitator.console.methods.words import FAMILIES, family_aim, family_name, people_words
from facilitator.i18n import _
from facilitator.kit.qt.acts import KEPT_KEYS
from facilitator.kit.qt.theme import theme_in_use
from facilitator.kit.qt.widgets.frames import column
from facilitator.kit.qt.widgets.label import Label, Tone
from facilitator.kit.qt.widgets.list_row import ListRow, RowWords

_ROW, _RULE, _GAP = 57, 3, 12
_COLOURS = {SEEING: "gather", DOING: "decide", BEING: "act"}
"""The category whose colour a family wears: sky, green, rose. Source: design, section 12."""


class MethodRow(ListRow):
    """One method: its name over minutes and people. Enter adds it; a press or the focus chooses it."""

    def __init__(self, method: Method, choose: Callable[[Method], None], add: Callable[[Method], None]) -> None:
        minutes = _("{minutes} min").format(minutes=method.minutes)
        super().__init__(RowWords(method.name, f"{minutes} · {people_words(method)}"), height=_ROW)
        self.method, self._choose, self._add = method, choose, add
        self.setToolTip(method.name)
        self.setMinimumWidth(1)  # The column never scrolls sideways: names go on in a second line.
        self.wrapping()
        self.setProperty(KEPT_KEYS, ["Enter"])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose(self.method)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme_in_use().inks.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add(self.method)
            return
        super().keyPressEvent(event)


class Columns(QWidget):
    """`chosen` and `added` carry a `Method`."""

    chosen = Signal(object)
    added = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shelves: dict[str, QVBoxLayout] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._rows: dict[str, list[MethodRow]] = {family: [] for family in FAMILIES}
        self._key = ""
        self._shown: list[str] = [""]
        self._is_filling = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for family in FAMILIES:
            layout.addWidget(self._column(family), 1)

    def show_methods(self, methods: Sequence[Method]) -> None:
        """Show these, under their collections; the chosen one stays chosen if it is among them."""
        if [method.key for method in methods] == self._shown:
            return
        self._shown = [method.key for method in methods]
        had_focus = self._place() is not None
        # The focus leaves a row that goes, from one to the next: nobody chose those.
        self._is_filling = True
        for family in FAMILIES:
            mine = [method for method in methods if method.family == family]
            self._fill(family, mine)
        self._is_filling = False
        if had_focus:
            self.take_focus()
        rows = self._all()
        if rows and self._key not in {row.method.key for row in rows}:
            self.choose(rows[0].method)
        else:
            self._mark()

    def choose(self, method: Method) -> None:
        """Mark a method as the one that is shown."""
        self._key = method.key
        self._mark()
        self.chosen.emit(method)

    def take_focus(self) -> None:
        """Give the focus to the chosen method."""
        row = next((row for row in self._all() if row.method.key == self._key), None)
        if row is not None:
            row.show()  # one that was just made would be shown a moment later, and takes no focus before
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to_family(self, number: int) -> None:
        """Go to the first method of a family, counted from 0."""
        rows = self._rows[FAMILIES[number]]
        if rows:
            self._focus(rows[0])

    def has_focus(self) -> bool:
        """Whether a method has the focus."""
        return self._place() is not None

    def go_down(self, by: int) -> None:
        """Go so many methods further down the column, or up it."""
        if (place := self._place()) is not None:
            rows = self._rows[place[0]]
            self._focus(rows[min(len(rows) - 1, max(0, place[1] + by))])

    def go_across(self, by: int) -> None:
        """Go to the next column on the right that has methods, or on the left."""
        if (place := self._place()) is None:
            return
        by = -by if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else by
        order = [family for family in FAMILIES if self._rows[family]]
        rows = self._rows[order[min(len(order) - 1, max(0, order.index(place[0]) + by))]]
        self._focus(rows[min(place[1], len(rows) - 1)])

    def _place(self) -> tuple[str, int] | None:
        """The family and the number of the method that has the focus."""
        places = ((family, at) for family, rows in self._rows.items() for at, row in enumerate(rows) if row.hasFocus())
        return next(places, None)

    def _all(self) -> list[MethodRow]:
        return [row for family in FAMILIES for row in self._rows[family]]

    def _focus(self, row: MethodRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._areas[row.method.family].ensureWidgetVisible(row, 0, _ROW)

    def _mark(self) -> None:
        for row in self._all():
            row.mark_chosen() if row.method.key == self._key else row.mark_plain()

    def _fill(self, family: str, methods: Sequence[Method]) -> None:
        shelf = self._shelves[family]
        while (place := shelf.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows[family] = []
        for number, (collection, together) in enumerate(groupby(methods, key=lambda method: method.collection)):
            if collection != family_name(family) or number:
                heading = Label(collection, "caption", Tone.SOFT)
                heading.setContentsMargins(12, 12, 12, 4)
                shelf.addWidget(heading)
            for method in together:
                row = MethodRow(method, self._choose_focused, self.added.emit)
                self._rows[family].append(row)
                shelf.addWidget(row)
        if not methods:
            nothing = Label(_("None here."), "small", Tone.FAINT)
            nothing.setContentsMargins(12, 12, 12, 0)
            shelf.addWidget(nothing)
        shelf.addStretch(1)

    def _choose_focused(self, method: Method) -> None:
        if method.key != self._key and not self._is_filling:
            self.choose(method)

    def _column(self, family: str) -> QWidget:
        host, shelf, area = QWidget(), QWidget(), QScrollArea()
        self._shelves[family] = column(shelf, gap=0)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(shelf)
        area.viewport().setAutoFillBackground(False)
        shelf.setAutoFillBackground(False)
        self._areas[family] = area
        head = QWidget()
        aim = Label(family_aim(family), "caption", Tone.SOFT)
        aim.setMinimumWidth(1)
        column(head, Label(family_name(family), "heading"), aim, gap=0, padding=(0, 12, 6, 12))
        column(host, head, _Edge(_COLOURS[family]), area, gap=0)
        host.setMinimumWidth(1)
        return host


class _Edge(QWidget):
    """The rule under the name of a family, in its colour."""

    def __init__(self, category: str) -> None:
        super().__init__()
        self._category = category
        self.setFixedHeight(_RULE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), theme_in_use().category(self._category))
