"""The desk at home: the convening that comes next, the others, and days to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from facilitator.activities import Activity
from facilitator.beginnings.templates import Template, blank_plan, plan_of, templates
from facilitator.console.card_menu import card_at, card_menu
from facilitator.console.deleting import KEY, DeletingLine
from facilitator.console.grid import Grid
from facilitator.console.home_backups import HomeBackups
from facilitator.console.home_cards import DayCard, NextCard, TemplateCard
from facilitator.console.home_head import HomeHead
from facilitator.console.home_nav import HomeNav
from facilitator.console.home_welcome import Welcome
from facilitator.console.listing import ListedConvening, shelved
from facilitator.console.methods.at_home import HomeMethods
from facilitator.console.saved_templates import SavedTemplates
from facilitator.console.search.page import FEWEST, SearchPage
from facilitator.console.surroundings import Surroundings
from facilitator.console.times import Clock, minutes_now, today_of
from facilitator.console.trouble_bar import TroubleBar
from facilitator.console.way_back import WayBack
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import STRETCH, KeyBar, Label, Tone, column, row


class Home(QWidget):
    """What lies on the desk. It asks the app, by signals, to open, prepare or make a convening.

    `acts_changed` tells that other keys act now, though the focus stayed where it was.
    """

    acts_changed = Signal()
    lead_wanted = Signal(str)
    prepare_wanted = Signal(str)
    plan_made = Signal(object)
    delete_wanted = Signal(str)

    def __init__(self, activities: Mapping[str, Activity], clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._listed: tuple[ListedConvening, ...] = ()
        self._shown: tuple[tuple[ListedConvening, ...], int] | None = None
        self._templates = templates(activities)
        self._next: NextCard | None = None
        self._nav = HomeNav()
        self.files = self._nav.files
        self.keys, self.trouble = KeyBar(), TroubleBar()
        self.deleting = DeletingLine(self.delete_wanted.emit)
        self._way_back = WayBack(self)
        for left in (self.lead_wanted, self.prepare_wanted):
            left.connect(self._way_back.remember)
        self._head, self.search, self._desk = HomeHead(self._begin_blank), SearchPage(clock), QStackedWidget()
        self._find = self._head.field
        self._connect_search()
        self.backups = HomeBackups(self, self._nav, self.keys, clock)
        self.backups.turned.connect(self.acts_changed)
        self._nav.convenings.clicked.connect(self.see_convenings)
        self._welcome = Welcome(self._see_templates, self._begin_blank)
        self._page, self._place = QWidget(), QWidget()
        column(self._place)
        self._coming, self._past, self._begin = (
            _Section(_("Coming up")),
            _Section(_("Over")),
            _Section(_("Start from a template"), 4),
        )
        self.saved = SavedTemplates(self, self._begin_from)
        self.saved.changed.connect(self._show_templates)
        self._begin.show_act(self.saved.bring)
        self._show_templates()
        self._desk.addWidget(self._scrolled())
        self._desk.addWidget(self.search)
        shelf = QWidget()
        column(shelf, self._head, self.deleting, self._desk, gap=0)
        pages = self.backups.beside(shelf)
        self.methods = HomeMethods(pages, self._nav, activities)
        column(self, self.trouble, row(None, self._nav, pages, gap=0), self.keys, gap=0)

    def show_list(self, listed: Sequence[ListedConvening]) -> None:
        """Show these convenings."""
        if self._is_searching() and self._listed != tuple(listed):
            self.search.ask_again()
        self._listed = tuple(listed)
        self._show()

    def show_surroundings(self, around: Surroundings) -> None:
        """Tell what is plugged in, and what is saved."""
        self._nav.show_surroundings(around)
        self.search.show_surroundings(around)
        self.backups.show_saved(around.saved_words(self._clock()))

    def acts(self) -> tuple[Act, ...]:
        """What keys do here, most wanted first."""
        if self.backups.is_seen():
            back = Act("Esc", _("Back to the convenings"), self.see_convenings)
            return (*self.backups.page.acts(), back, *self._nav_acts())
        if self.methods.is_seen():
            back = Act("Esc", _("Back to the convenings"), self.see_convenings)
            return (*self.methods.page().acts(), back, *self._nav_acts())
        if self._is_searching():
            return (*self._search_acts(), *self._nav_acts())
        first = _("Open console") if self._listed else _("Choose a template")
        return (
            Act("Enter", first, self._enter),
            Act("E", _("Prepare"), self._prepare, lambda: bool(self._aimed())),
            Act("Ctrl N", _("New"), self._begin_blank),
            Act("/", _("Find"), self._go_find),
            *self.saved.acts(),
            Act(KEY, _("Delete"), self._press_delete, lambda: bool(self._aimed())),
            *(act for act in self._nav_acts() if act.key != "Ctrl N"),
            self.saved.bring_act(),
        )

    def _nav_acts(self) -> tuple[Act, ...]:
        """What the edge of the desk offers whatever is looked at: its keys stand there all the time."""
        return (
            Act("Ctrl 1", _("Convenings"), self.see_convenings),
            self.files.act(),
            Act("Ctrl 2", _("Backups"), self.backups.see),
            Act("Ctrl 3", _("Methods"), self.methods.see),
            Act("Ctrl N", _("New"), self._begin_blank),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        if self.backups.is_seen():
            return (self._nav, self.backups.page)
        if self.methods.is_seen():
            return (self._nav, *self.methods.page().panes())
        return (self._nav, self._head, self.search.filters if self._is_searching() else self._page)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.saved.show_menu(event.globalPos()):
            return
        if isinstance(card := card_at(self, event.globalPos()), DayCard | NextCard):
            card_menu(self, card.convening, self.lead_wanted.emit, self.prepare_wanted.emit, self._delete).popup(
                event.globalPos()
            )

    def see_convenings(self) -> None:
        """Show the convenings again, from the backups or from what was found."""
        self.backups.leave()
        self._find.clear()
        self.take_focus()

    def take_focus(self) -> None:
        """Give the focus to the next act, or to what is looked at."""
        if self.backups.is_seen():
            self.backups.page.take_focus()
            return
        if self.methods.is_seen():
            self.methods.page().take_focus()
            return
        if self._is_searching():
            self._find.setFocus()
            return
        if not self._way_back.take():
            (self._next.open if self._next is not None else self._welcome.choose).setFocus()

    def _connect_search(self) -> None:
        self._find.textChanged.connect(self._search)
        self._find.returnPressed.connect(self.search.press)
        self._find.entered.connect(self.search.get_ready)
        self._find.moved.connect(self.search.results.go_on)
        self._find.group_moved.connect(self.search.results.go_on_group)
        self._find.left.connect(self._leave_search)
        self.search.told.connect(self._head.tell)
        self.search.changed.connect(self._tell_found)

    def _is_searching(self) -> bool:
        return self._desk.currentWidget() is self.search

    def _search(self, words: str) -> None:
        wanted = len(words.strip()) >= FEWEST
        self._find.has_found = wanted
        if wanted:
            self._desk.setCurrentWidget(self.search)
            self._head.new.hide()
            self.search.search(words)
        elif self._is_searching():
            self._desk.setCurrentIndex(0)
            self.search.clear()
            self._greet()
        self.acts_changed.emit()

    def _tell_found(self) -> None:
        self._find.has_found = self.search.has_hits()
        self._find.setAccessibleDescription(self.search.said())
        self.acts_changed.emit()

    def _search_acts(self) -> tuple[Act, ...]:
        found, results = self.search.has_hits, self.search.results
        return (
            Act("Enter", _("Open there"), self.search.press, found),
            Act("Up", _("Previous"), lambda: results.go_on(-1), found),
            Act("Down", _("Next"), lambda: results.go_on(1), found),
            Act("Tab", _("Next group"), lambda: results.go_on_group(1), lambda: found() and self._find.hasFocus()),
            Act("Esc", _("Back"), self._leave_search),
            Act("/", _("Find"), self._go_find),
        )

    def _go_find(self) -> None:
        self._way_back.remember(self._way_back.focused())
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def _leave_search(self) -> None:
        self._find.clear()
        self.take_focus()

    def _scrolled(self) -> QScrollArea:
        page = self._page
        layout = column(
            page,
            self._welcome,
            self._place,
            self._coming,
            self._begin,
            self._past,
            STRETCH,
            gap=22,
            padding=(8, 40, 24, 40),
        )
        area = QScrollArea()
        # With a scroll bar beside it the page keeps its edge, under the edge of the head.
        area.verticalScrollBar().rangeChanged.connect(
            lambda _low, high: layout.setContentsMargins(40, 8, 28 if high else 40, 24)
        )
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        return area

    def _show(self) -> None:
        reading = self._clock()
        if self._shown == (self._listed, minutes_now(reading)):
            return
        self._shown = (self._listed, minutes_now(reading))
        shelf = shelved(self._listed, today_of(reading))
        if not self._is_searching():
            self._greet()
        self._welcome.setVisible(not self._listed)
        self._begin.show_heading(_("Start from a template") if self._listed else _("Templates to begin with"))
        self._show_next(shelf.next)
        lead, looked_at = self.lead_wanted.emit, self._way_back.focused()
        self._coming.show_cards([DayCard(each, reading, lead) for each in shelf.coming])
        self._past.show_cards([DayCard(each, reading, lead) for each in shelf.past])
        self._way_back.go_to(looked_at)
        count = len(self._listed)
        self._coming.show_aside(ngettext("{count} convening", "{count} convenings", count).format(count=count))

    def _greet(self) -> None:
        now = minutes_now(self._clock())
        self._head.greet(_greeting(now) if self._listed else _("Welcome. This desk is yours."))
        self._head.new.setVisible(bool(self._listed))

    def _show_next(self, coming: tuple[ListedConvening, ...]) -> None:
        had_focus = self._next is not None and self._next.open.hasFocus()
        if self._next is not None:
            self._next.hide()
            self._next.deleteLater()
            self._next = None
        if coming:
            self._next = NextCard(coming[0], self._clock(), self.prepare_wanted.emit, self.lead_wanted.emit)
            layout = self._place.layout()
            assert layout is not None  # noqa: S101 - laid out in the constructor
            layout.addWidget(self._next)
            if had_focus:
                self._next.open.setFocus()
        self._place.setVisible(bool(coming))

    def _aimed(self) -> str:
        """The convening a key is about: the card that has the focus, else the one that comes next."""
        focus = QApplication.focusWidget()
        if isinstance(focus, DayCard):
            return focus.convening
        coming = shelved(self._listed, today_of(self._clock())).next
        return str(coming[0].id) if coming else ""

    def _press_delete(self) -> None:
        self._delete(self._aimed())

    def _delete(self, convening: str) -> None:
        self.deleting.press(next(each for each in self._listed if str(each.id) == convening))

    def _prepare(self) -> None:
        self.prepare_wanted.emit(self._aimed())

    def _enter(self) -> None:
        if aimed := self._aimed():
            self.lead_wanted.emit(aimed)
        else:
            self._see_templates()

    def _see_templates(self) -> None:
        self._begin.take_focus()

    def _show_templates(self) -> None:
        built_in = [TemplateCard(template, self._begin_from) for template in self._templates]
        self._begin.show_cards([*self.saved.cards(), *built_in])

    def _begin_blank(self) -> None:
        self.plan_made.emit(blank_plan(today_of(self._clock()).isoformat()))

    def _begin_from(self, template: Template) -> None:
        self.plan_made.emit(plan_of(template, today_of(self._clock()).isoformat()))


class _Section(QWidget):
    """A heading with cards under it; away while there are none."""

    def __init__(self, heading: str, across: int = 3) -> None:
        super().__init__()
        self._heading, self._aside = Label(heading, "heading"), Label("", "small", Tone.SOFT)
        self._grid = Grid(across)
        self._head = row(None, self._heading, STRETCH, self._aside)
        column(self, self._head, self._grid, gap=12)

    def show_heading(self, heading: str) -> None:
        self._heading.setText(heading)

    def show_aside(self, words: str) -> None:
        self._aside.setText(words)

    def show_act(self, act: QWidget) -> None:
        self._head.addWidget(act)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        self._grid.show_cards(cards)
        self.setVisible(bool(cards))

    def take_focus(self) -> None:
        first = next(iter(self._grid.findChildren(TemplateCard)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _greeting(minutes: int) -> str:
    if minutes < 12 * 60:
        return _("Good morning")
    return _("Good afternoon") if minutes < 18 * 60 else _("Good evening")
