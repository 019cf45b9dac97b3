"""Preparing a convening: its agenda, what it is, who comes; and the way into the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QWidget

from facilitator.beginnings.methods import Method
from facilitator.console.agenda_page import AgendaPage
from facilitator.console.all_keys import Group
from facilitator.console.asking import refusals_of
from facilitator.console.convening_form import ConveningForm
from facilitator.console.copy_saver import KEY as COPY_KEY
from facilitator.console.copy_saver import PRINT_KEY, TEMPLATE_KEY, CopySaver
from facilitator.console.finding import PREPARED, page_number
from facilitator.console.history.turned import Turned
from facilitator.console.methods.in_prepare import KEY as METHODS_KEY
from facilitator.console.methods.in_prepare import PrepareMethods
from facilitator.console.opened import Opened
from facilitator.console.people_page import PeoplePage
from facilitator.console.preparing.day_tabs import DayTabs
from facilitator.console.preparing.top_end import TopEnd
from facilitator.console.surroundings import Surroundings
from facilitator.console.trouble_bar import TroubleBar
from facilitator.convening.findable import Place
from facilitator.convening.gathering import PREPARING, GoLive, the_convening
from facilitator.convening.ids import ROOM
from facilitator.convening.people import name_of
from facilitator.convening.records import Records
from facilitator.convening.undo import RedoLast, UndoLast
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.widgets.button import Button, IconButton, Kind
from facilitator.kit.qt.widgets.frames import STRETCH, Panel, Rule, column, row
from facilitator.kit.qt.widgets.key_bar import KeyBar
from facilitator.kit.qt.widgets.label import LineLabel, Tone

_TOP, _METHODS = 56, 3


class Prepare(QWidget):
    """Three pages under one bar. `lead_wanted` asks for the live frame once the doors are open.

    `copy_wanted` carries the `Copy` to make of the convening.
    """

    back_wanted = Signal()
    lead_wanted = Signal()
    copy_wanted = Signal(object)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._clock, self._records = opened.clock, opened.records
        self._around = Surroundings()
        self._asking = Asking(opened.say_to(ROOM), refusals_of(opened.activities), self)
        self._asking.name_people(lambda person: name_of(self._records, person))
        self.trouble, self.keys = TroubleBar(), KeyBar()
        self.agenda = AgendaPage(self._asking, opened)
        self.form, self.people = ConveningForm(self._asking), PeoplePage(self._asking)
        self._pages = QStackedWidget()
        for page in (self.agenda, self.form, self.people):
            self._pages.addWidget(page)
        self.methods = PrepareMethods(self._pages, opened)
        self.methods.wanted.connect(self._add_method)
        self.agenda.library.all_wanted.connect(self._see_methods)
        self.turned = Turned(self._pages, opened, self._asking.say, self.take_focus)
        self._title, self._line = LineLabel("", "bar-title"), LineLabel("", "caption", Tone.SOFT)
        self._tabs = DayTabs(self.agenda)
        self._tabs.turned.connect(self.turn_to)
        self._live = Button("", self._go_live, key="Ctrl L", icon="play-fill", kind=Kind.PRIMARY)
        self._saver = CopySaver(self)
        self._saver.wanted.connect(self.copy_wanted)
        self._top = Panel(rule=Rule.BOTTOM)
        self._lay_out_top()
        column(self, self._top, self.trouble, self.turned, self.keys, gap=0)
        self._asking.refused.connect(self.trouble.refuse)
        self._asking.granted.connect(self.trouble.accept)
        self.show_records(opened.records)

    def show_records(self, records: Records) -> None:
        """Show the convening as it is; twice changes nothing."""
        self._records = records
        convening = the_convening(records)
        is_preparing = convening.state == PREPARING
        self._title.show_text(convening.title)
        self._live.show_text(_("Go live") if is_preparing else _("To the room"))
        self.agenda.show_records(records)
        self._tabs.show_records(records)
        self._show_page()
        self.turned.show_records(records)
        self._show_saved()

    def show_surroundings(self, around: Surroundings) -> None:
        """Show what is saved; what is private hides from a room that sees this desk."""
        self._around = around
        self.agenda.inspector.show_surroundings(around)
        self._show_saved()

    def show_time(self, reading: Reading) -> None:
        """Time does not pass while a day is prepared."""

    def turn_to(self, page: int) -> None:
        """Open a page: 0 the agenda, 1 the convening, 2 the people, 3 the methods once they were asked for."""
        self.turned.close_history()
        self.agenda.finish()
        self._pages.setCurrentIndex(page)
        self._show_page()
        self._tabs.show_page(page)
        if page == 0:
            self.agenda.take_focus()
        elif page == 1:
            self.form.title.setFocus(Qt.FocusReason.TabFocusReason)
        elif page == 2:
            self.people.take_focus()
        else:
            self.methods.page().take_focus()

    def seek(self, place: Place) -> None:
        """Show where something lies that was found by the search."""
        self.turn_to(page_number(place))
        if place.kind == "person":
            self.people.list.go_to(place.key)
        elif place.block:
            self.agenda.choose(place.block)
        if place.kind not in PREPARED:
            self.turned.show_record(place)

    def acts(self) -> tuple[Act, ...]:
        """What keys do on the page that is open."""
        if self.turned.is_open:
            return (*self.turned.acts(), *self._own_acts())
        return (*self._page_acts(), *self._own_acts())

    def groups(self) -> tuple[Group, ...]:
        """All keys, under the headings of the map."""
        own = self._own_acts()
        if self.turned.is_open:
            return ((_("Anywhere"), own), (_("History"), self.turned.acts()))
        return ((_("Anywhere"), own), (_("Prepare"), self._page_acts()))

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        page = self._pages.currentWidget()
        if self.turned.is_open:
            return (self._top, *self.turned.panes())
        if self.methods.is_seen():
            return (self._top, *self.methods.page().panes())
        return (self._top, *(self.agenda.panes() if page is self.agenda else (page,)))

    def take_focus(self) -> None:
        """Give the focus to the agenda."""
        self.turn_to(self._pages.currentIndex())

    def finish(self) -> None:
        """Keep what is being written, before the convening closes."""
        self.agenda.finish()

    def _page_acts(self) -> tuple[Act, ...]:
        page = self._pages.currentWidget()
        if page is self.agenda:
            return (*self.agenda.acts(), Act(METHODS_KEY, _("All methods"), self._see_methods))
        if self.methods.is_seen():
            back = Act("Esc", _("Back to the agenda"), lambda: self.turn_to(0))
            return (*self.methods.page().acts(), back)
        if page is self.people:
            return self.people.acts()
        return ()

    def _own_acts(self) -> tuple[Act, ...]:
        return (
            Act("Ctrl Z", _("Undo"), self._undo),
            Act("Ctrl Shift Z", _("Redo"), self._redo),
            Act("Ctrl L", self._live.accessibleName(), self._go_live),
            self.turned.open_act,
            Act(COPY_KEY, _("Save a copy"), self._save_copy),
            Act(PRINT_KEY, _("Print agenda"), self._print_agenda),
            self._saver.board_act(self._records, self.agenda.chosen(), self.agenda.finish),
            Act(TEMPLATE_KEY, _("Save as a template"), self._keep_template),
        )

    def _see_methods(self) -> None:
        self.agenda.finish()
        self.methods.see()
        self._tabs.show_page(_METHODS)

    def _add_method(self, method: Method) -> None:
        self.turn_to(0)
        self.agenda.add_method(method)

    def _lay_out_top(self) -> None:
        self._top.setFixedHeight(_TOP)
        start, end = QWidget(), TopEnd(self._save_copy, self._print_agenda, self._live)
        start.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        told = column(None, STRETCH, self._title, self._line, STRETCH, gap=0)
        row(start, IconButton("caret-left", _("Back to the desk"), self.back_wanted.emit), 4, told, gap=8)
        grid = QGridLayout(self._top)
        grid.setContentsMargins(12, 0, 16, 0)
        for at, part in enumerate((start, self._tabs, end)):
            grid.addWidget(part, 0, at)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def _show_page(self) -> None:
        """Fill the page that is open, beside the agenda; the others are filled when they are turned to."""
        page = self._pages.currentWidget()
        if page is self.form:
            self.form.show_records(self._records)
        elif page is self.people:
            self.people.show_records(self._records)

    def _undo(self) -> None:
        self._asking.say(UndoLast())

    def _redo(self) -> None:
        self._asking.say(RedoLast())

    def _go_live(self) -> None:
        self.agenda.finish()
        if the_convening(self._records).state == PREPARING:
            self._asking.ask(GoLive(), granted=lambda _receipt: self.lead_wanted.emit())
        else:
            self.lead_wanted.emit()

    def _save_copy(self) -> None:
        self.agenda.finish()
        convening = the_convening(self._records)
        self._saver.choose(convening.title, convening.date)

    def _print_agenda(self) -> None:
        self.agenda.inspector.finish()
        convening = the_convening(self._records)
        self._saver.choose_agenda(convening.title, convening.date)

    def _keep_template(self) -> None:
        self.agenda.inspector.finish()
        self._saver.keep_template()

    def _show_saved(self) -> None:
        words = self._around.saved_words(self._clock())
        self.keys.show_status(words)
        self._line.show_text(
            _("Preparing") if the_convening(self._records).state == PREPARING else _("Changing the agenda")
        )
