"""The tabs in the top bar of Prepare: the days, what the convening is, who comes; and the way to one day more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.console.agenda_page import AgendaPage
from facilitator.console.tabs import Tabs
from facilitator.convening.days import days
from facilitator.convening.ids import DayId
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import key_words
from facilitator.kit.qt.widgets.button import Button, IconButton, Kind, Size
from facilitator.kit.qt.widgets.frames import row

_ROOMY, _WORDS = 2, 4
"""Beside so many days there is room for words on the button; so many have their whole name, more are numbered."""


class DayTabs(QWidget):
    """`turned` tells the page that was pressed: 0 the agenda, 1 the convening, 2 the people."""

    turned = Signal(int)

    def __init__(self, agenda: AgendaPage) -> None:
        super().__init__()
        self._agenda, self._page = agenda, 0
        self._days: tuple[DayId, ...] = (DayId(""),)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tabs = Tabs((_("Agenda"), _("Convening"), _("People")))
        self._tabs.turned.connect(self._turn)
        self._add = Button(_("Add a day"), self._add_day, icon="plus-bold", kind=Kind.QUIET, size=Size.SMALL)
        self._add.setToolTip(key_words("Shift D"))
        self._plus = IconButton("plus-bold", _("Add a day"), self._add_day, key="Shift D", side=28)
        row(self, self._tabs, self._add, self._plus, gap=4)
        agenda.day_turned.connect(self._mark)

    def show_records(self, records: Records) -> None:
        """Show the days there are; a single one is simply the agenda."""
        self._days = tuple(day.id for day in days(records))
        names = [_("Agenda")]
        if len(self._days) > 1:
            whole, short = _("Day {number}"), "{number}"
            count = len(self._days)
            names = [(whole if count <= _WORDS or not at else short).format(number=at + 1) for at in range(count)]
        self._add.setVisible(len(self._days) <= _ROOMY)
        self._plus.setVisible(len(self._days) > _ROOMY)
        self._tabs.show_titles((*names, _("Convening"), _("People")))
        self._mark()

    def show_page(self, page: int) -> None:
        """Mark the page that is open."""
        self._page = page
        self._mark()

    def _mark(self) -> None:
        day = self._agenda.shown_day()
        at = self._days.index(day) if day in self._days else 0
        self._tabs.show_page(at if self._page == 0 else len(self._days) - 1 + self._page)

    def _turn(self, tab: int) -> None:
        if tab < len(self._days):
            self._agenda.turn_to_day(self._days[tab])
        self.turned.emit(max(0, tab - len(self._days) + 1))

    def _add_day(self) -> None:
        self.turned.emit(0)
        self._agenda.add_day()
