"""The desk at home: the convening that comes next, the others, and days to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from facilitator.activities import Activity
from facilitator.beginnings.templates import Template, blank_plan, plan_of, templates
from facilitator.console.grid import Grid
from facilitator.console.home_cards import DayCard, NextCard, TemplateCard
from facilitator.console.home_nav import HomeNav
from facilitator.console.home_welcome import Welcome
from facilitator.console.listing import ListedConvening, matches, shelved
from facilitator.console.surroundings import Surroundings
from facilitator.console.times import Clock, minutes_now, today_of
from facilitator.console.trouble_bar import TroubleBar
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets import STRETCH, Button, KeyBar, Label, SearchField, Tone, column, row


class Home(QWidget):
    """What lies on the desk. It asks the app, by signals, to open, prepare or make a convening."""

    lead_wanted = Signal(str)
    prepare_wanted = Signal(str)
    plan_made = Signal(object)

    def __init__(self, activities: Mapping[str, Activity], clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._listed: tuple[ListedConvening, ...] = ()
        self._shown: tuple[tuple[ListedConvening, ...], str, int] | None = None
        self._templates = templates(activities)
        self._next: NextCard | None = None
        self._nav = HomeNav()
        self.files = self._nav.files
        self.keys, self.trouble = KeyBar(), TroubleBar()
        self._greeting = Label("", "display")
        self._find = SearchField(_("Find a convening"))
        self._find.setFixedWidth(260)
        self._find.textChanged.connect(self._show)
        self._find.returnPressed.connect(self._open_first)
        self._nav.convenings.clicked.connect(self.take_focus)
        self._new = Button(_("New convening"), self._begin_blank, key="Ctrl N", icon="plus-bold")
        self._welcome = Welcome(self._see_templates, self._begin_blank)
        self._page, self._place = QWidget(), QWidget()
        column(self._place)
        self._coming, self._past, self._begin = (
            _Section(_("Coming up")),
            _Section(_("Over")),
            _Section(_("Start from a template"), 4),
        )
        self._begin.show_cards([TemplateCard(template, self._begin_from) for template in self._templates])
        column(self, self.trouble, row(None, self._nav, self._scrolled(), gap=0), self.keys, gap=0)

    def show_list(self, listed: Sequence[ListedConvening]) -> None:
        """Show these convenings."""
        self._listed = tuple(listed)
        self._show()

    def show_surroundings(self, around: Surroundings) -> None:
        """Tell what is plugged in, and what is saved."""
        self._nav.show_surroundings(around)
        self.keys.show_status(around.saved_words(self._clock()))

    def acts(self) -> tuple[Act, ...]:
        """What keys do here, most wanted first."""
        first = _("Open console") if self._listed else _("Choose a template")
        return (
            Act("Enter", first, self._enter),
            Act("E", _("Prepare"), self._prepare, lambda: bool(self._aimed())),
            Act("Ctrl N", _("New"), self._begin_blank),
            Act("/", _("Find"), lambda: self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            Act("Ctrl 1", _("Convenings"), self.take_focus),
            self.files.act(),
        )

    def panes(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes to."""
        return (self._nav, self._page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self._find.text() or self._find.hasFocus()):
            self._clear()
            return
        super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Give the focus to the next act."""
        (self._next.open if self._next is not None else self._welcome.choose).setFocus()

    def _scrolled(self) -> QScrollArea:
        page = self._page
        column(
            page,
            row(None, self._greeting, STRETCH, self._find, 4, self._new),
            self._welcome,
            self._place,
            self._coming,
            self._begin,
            self._past,
            STRETCH,
            gap=22,
            padding=(28, 40, 24, 40),
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        return area

    def _show(self) -> None:
        reading, words = self._clock(), self._find.text()
        if self._shown == (self._listed, words, minutes_now(reading)):
            return
        self._shown = (self._listed, words, minutes_now(reading))
        found = [each for each in self._listed if matches(each, words)]
        shelf = shelved(found, today_of(reading))
        self._greeting.setText(_greeting(minutes_now(reading)) if self._listed else _("Welcome. This desk is yours."))
        self._welcome.setVisible(not self._listed)
        self._new.setVisible(bool(self._listed))
        self._begin.setVisible(not words)
        self._begin.show_heading(_("Start from a template") if self._listed else _("Templates to begin with"))
        self._show_next(shelf.next)
        lead = self.lead_wanted.emit
        self._coming.show_cards([DayCard(each, reading, lead) for each in shelf.coming])
        self._past.show_cards([DayCard(each, reading, lead) for each in shelf.past])
        count = len(self._listed)
        self._coming.show_aside(ngettext("{count} convening", "{count} convenings", count).format(count=count))
        self._find.setAccessibleDescription(_("Nothing found.") if words and not found else "")

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

    def _prepare(self) -> None:
        self.prepare_wanted.emit(self._aimed())

    def _enter(self) -> None:
        if aimed := self._aimed():
            self.lead_wanted.emit(aimed)
        else:
            self._see_templates()

    def _open_first(self) -> None:
        found = [each for each in self._listed if matches(each, self._find.text())]
        if found:
            shelf = shelved(found, today_of(self._clock()))
            self.lead_wanted.emit(str((*shelf.next, *shelf.past)[0].id))

    def _clear(self) -> None:
        self._find.clear()
        self.take_focus()

    def _see_templates(self) -> None:
        self._begin.take_focus()

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
        column(self, row(None, self._heading, STRETCH, self._aside), self._grid, gap=12)

    def show_heading(self, heading: str) -> None:
        self._heading.setText(heading)

    def show_aside(self, words: str) -> None:
        self._aside.setText(words)

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
