"""The library of methods: filters and a field above, three families, and the card of the chosen method."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.activities import Activity
from facilitator.beginnings.methods import Method, methods
from facilitator.console.methods.card import MethodCard
from facilitator.console.methods.columns import Columns
from facilitator.console.methods.words import SHORT, Filter, Times, filtered, uses_phones
from facilitator.console.tabs import Tabs
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets.button import Button, Kind
from facilitator.kit.qt.widgets.field import SearchField
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Hairline, column, row
from facilitator.kit.qt.widgets.label import Label

_CARD, _FIELD = 400, 220


class MethodsPage(QWidget):
    """`add_wanted` carries the `Method` that shall go onto a day; `add_words` say where it goes."""

    add_wanted = Signal(object)

    def __init__(self, activities: Mapping[str, Activity], add_words: str = "") -> None:
        super().__init__()
        self._activities, self._methods = activities, methods()
        self._filter = Filter.ALL
        self._method: Method | None = None
        self._times: Times = {}
        self._columns, self._card = Columns(), MethodCard()
        self._tabs = Tabs(self._titles())
        self._tabs.turned.connect(self._choose_filter)
        self._field = SearchField(_("Find a method"))
        self._field.setFixedWidth(_FIELD)
        self._field.textChanged.connect(lambda _words: self._show())
        self._field.returnPressed.connect(self._columns.take_focus)
        self._columns.chosen.connect(self._choose)
        self._columns.added.connect(self.add_wanted)
        self._add_words = add_words or _("Add to a day")
        self._add = Button(self._add_words, self.add_chosen, key="Enter", kind=Kind.PRIMARY)
        side, head, middle = Card(), QWidget(), QWidget()
        side.setFixedWidth(_CARD)
        column(side, self._card, Hairline(), row(None, self._add, STRETCH), gap=12, padding=(18, 8, 16, 20))
        row(head, Label(_("Methods"), "display"), STRETCH, self._tabs, self._field, gap=12)
        line = row(middle, self._columns, side, gap=20)
        line.setStretch(0, 1)
        page = column(self, head, middle, gap=16, padding=(28, 32, 20, 32))
        page.setStretch(1, 1)
        self._show()

    def show_times(self, times: Times) -> None:
        """What methods took before. Source: practice, rule TM13."""
        if times != self._times:
            self._times = dict(times)
            self._show()
            self._show_card()

    def chosen(self) -> Method | None:
        """The method whose card is shown."""
        return self._method

    def seek(self, method: Method) -> None:
        """Choose a method, and show its card."""
        self._columns.choose(method)

    def add_chosen(self) -> None:
        """Ask for the chosen method to go onto a day."""
        if self._method is not None:
            self.add_wanted.emit(self._method)

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        here = self._columns
        return (
            Act("Enter", self._add_words, self.add_chosen, lambda: self._method is not None),
            Act("Up", _("Method before"), partial(here.go_down, -1), here.has_focus),
            Act("Down", _("Next method"), partial(here.go_down, 1), here.has_focus),
            Act("Left", _("Column to the left"), partial(here.go_across, -1), here.has_focus),
            Act("Right", _("Column to the right"), partial(here.go_across, 1), here.has_focus),
            *(
                Act(str(number + 1), title, partial(here.go_to_family, number))
                for number, title in enumerate((_("Seeing"), _("Doing"), _("Being")))
            ),
            Act("F", _("Next filter"), self._next_filter),
            Act("/", _("Find a method"), self._go_find),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        return (self._tabs, self._columns, self._card)

    def take_focus(self) -> None:
        """Give the focus to the chosen method."""
        self._columns.take_focus()

    def _titles(self) -> tuple[str, ...]:
        return (
            _("All {count}").format(count=len(self._methods)),
            _("Under {minutes} min").format(minutes=SHORT),
            _("No phones"),
            _("Used before"),
        )

    def _go_find(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _next_filter(self) -> None:
        self._choose_filter((list(Filter).index(self._filter) + 1) % len(Filter))
        self._columns.take_focus()

    def _choose_filter(self, at: int) -> None:
        self._filter = list(Filter)[at]
        self._tabs.show_page(at)
        self._show()

    def _show(self) -> None:
        left = filtered(self._methods, self._filter, self._field.text(), self._times, self._activities)
        self._columns.show_methods(left)
        if not left:
            self._method = None
        elif self._method is None or self._method not in left:
            self._method = left[0]
            self._columns.choose(left[0])
        self._add.setEnabled(self._method is not None)
        self._show_card()

    def _choose(self, method: Method) -> None:
        self._method = method
        self._add.setEnabled(True)
        self._show_card()

    def _show_card(self) -> None:
        method = self._method
        time = self._times.get(method.key) if method is not None else None
        has_phones = method is not None and uses_phones(method, self._activities)
        self._card.show_method(method, time, has_phones=has_phones)
