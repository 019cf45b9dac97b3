"""The console: one window with the desk at home, the preparing and the leading of one convening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from facilitator.activities import Activity
from facilitator.beginnings.templates import Plan, stand_in_words
from facilitator.console.all_keys import AllKeys
from facilitator.console.finding import turn_to_place
from facilitator.console.home import Home
from facilitator.console.listing import ListedConvening
from facilitator.console.opened import Opened
from facilitator.console.panes import go_to_pane
from facilitator.console.surroundings import Gravity, Surroundings, Trouble
from facilitator.console.times import Clock
from facilitator.console.troubles import Troubles
from facilitator.convening.findable import Place
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act, KeyFilter
from facilitator.kit.qt.dress import dress_window

if TYPE_CHECKING:
    from facilitator.console.live import Live
    from facilitator.console.prepare import Prepare

    Page = Home | Prepare | Live

LEAST = (1280, 720)
_TICK_MS, _FULL = 200, Qt.WindowState.WindowFullScreen
_SURELY, _IN_THE_BAR = 5, 8
"""How many acts stand in the key bar before the one that shows all, and how many in all where there is room."""


class ConsoleWindow(QMainWindow):
    """Shows what it is given and asks, by signals, for what only the app can do.

    `lead_wanted` and `prepare_wanted` name a convening of the list to open; `plan_made` carries a `templates.Plan`
    to make one from; `copy_wanted` carries the `Copy` to make of the open one; `left` tells that the desk at home is
    shown again, so that its list may be read anew: the convening stays open.
    """

    lead_wanted = Signal(str)
    prepare_wanted = Signal(str)
    plan_made = Signal(object)
    copy_wanted = Signal(object)
    left = Signal()
    closing = Signal()

    def __init__(self, activities: Mapping[str, Activity], clock: Clock) -> None:
        super().__init__()
        self._clock, self._around, self._troubles = clock, Surroundings(), Troubles()
        self._opened: tuple[Prepare, Live] | None = None
        self._notice = ""
        self.setMinimumSize(*LEAST)
        self.setWindowTitle(_("Facilitator"))
        self.home = Home(activities, clock)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.home)
        self.hold_open: Callable[[], bool] = lambda: False
        self.setCentralWidget(self._pages)
        self._all_keys = AllKeys(self, self._take_focus)
        self.home.lead_wanted.connect(self.lead_wanted)
        self.home.prepare_wanted.connect(self.prepare_wanted)
        self.home.plan_made.connect(self._take_plan)
        self._troubles.join(self.home.trouble)
        self.home.acts_changed.connect(self._show_keys)
        self._filter = KeyFilter(self._acts)
        # Who closes the window hears no keys any more.
        self._filter.setParent(self)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._show_keys)
        dress_window(self)
        self._show_keys()

    def listen_to_keys(self) -> None:
        """Hear keys, a clicker's too, from every window of the app."""
        self._filter.install()

    def show_list(self, listed: Sequence[ListedConvening]) -> None:
        """Show these convenings on the desk at home."""
        self.home.show_list(listed)
        self._show_keys()

    def open(self, opened: Opened) -> None:
        """Take an open convening; `lead` or `prepare` then shows it."""
        self.close_convening()
        from facilitator.console.live import Live  # the desk at home is painted before these are known
        from facilitator.console.prepare import Prepare

        prepare, live = Prepare(opened), Live(opened)
        self._opened = (prepare, live)
        for page in (prepare, live):
            page.back_wanted.connect(self.go_home)
            page.copy_wanted.connect(self.copy_wanted)
            self._troubles.join(page.trouble)
            page.turned.keys_changed.connect(self._show_keys)
            self._pages.addWidget(page)
            page.show_surroundings(self._around)
        prepare.lead_wanted.connect(self.lead)
        live.prepare_wanted.connect(self.prepare)
        self._records = opened.records

    def lead(self) -> None:
        """Show the live frame of the open convening."""
        if self._opened is not None:
            self._turn_to(self._opened[1])

    def look_back(self, at_ms: int) -> None:
        """Lead, with the history open at a moment (UTC ms)."""
        if self._opened is not None:
            self.lead()
            self._opened[1].turned.show_from(at_ms)

    def prepare(self) -> None:
        """Show the agenda of the open convening."""
        if self._opened is None:
            return
        page = self._opened[0]
        self._turn_to(page)
        if self._notice:
            understood = Act("", _("All right"), lambda: page.trouble.settle("template"))
            page.trouble.tell(Trouble("template", Gravity.WARNING, self._notice, "", (understood,)))
            self._notice = ""

    def seek(self, place: Place) -> None:
        """Turn to where something lies in the open convening."""
        if self._opened is not None:
            turn_to_place(self._turn_to, self._records, *self._opened, place)

    def go_home(self) -> None:
        """Show the desk at home; what was being written is kept."""
        self.finish()
        self._turn_to(self.home)
        self.left.emit()

    def close_convening(self) -> None:
        """Forget the open convening."""
        if self._opened is None:
            return
        self.finish()
        for page in self._opened:
            self._troubles.part(page.trouble)
            self._pages.removeWidget(page)
            page.deleteLater()
        self._opened = None

    def finish(self) -> None:
        """Keep what is being written now. The app asks for this before the desk stops."""
        for page in self._opened or ():
            page.finish()

    def show_records(self, records: Records) -> None:
        """Show how the open convening stands; only the page that is seen, the other when it is turned to."""
        self._records = records
        page = self._page()
        if not isinstance(page, Home):
            page.show_records(records)
            self._show_keys()

    def show_surroundings(self, around: Surroundings) -> None:
        """Show projector, phones, address, and what is saved."""
        self._around = around
        for page in (self.home, *(self._opened or ())):
            page.show_surroundings(around)
        self._troubles.look_around(around)

    def tell(self, trouble: Trouble) -> None:
        """Tell of a trouble in the bar, under its key."""
        self._troubles.tell(trouble)

    def settle(self, key: str) -> None:
        """That trouble is over."""
        self._troubles.settle(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hold_open():
            event.ignore()
            return
        self.finish()
        self.closing.emit()
        super().closeEvent(event)

    def _take_plan(self, plan: Plan) -> None:
        self._notice = stand_in_words(plan.standing_in) if plan.standing_in else ""
        self.plan_made.emit(plan)

    def _page(self) -> Page:
        page = self._pages.currentWidget()
        return next((open_page for open_page in self._opened or () if open_page is page), self.home)

    def _turn_to(self, page: Page) -> None:
        self._pages.setCurrentWidget(page)
        if not isinstance(page, Home):
            page.show_records(self._records)
        self._show_keys()
        self._take_focus()

    def _take_focus(self) -> None:
        self._page().take_focus()

    def _show_time(self) -> None:
        page = self._page()
        if self._opened is not None and page is self._opened[1]:
            page.show_time(self._clock())

    def _show_keys(self, *_focus: object) -> None:
        page = self._page()
        enabled = [act for act in page.acts() if act.key and act.is_enabled()]
        # The help stands where there is always room for it, in any language.
        first, more = enabled[:_SURELY], enabled[_SURELY:_IN_THE_BAR]
        page.keys.show_acts((*first, self._help(), *more))

    def _help(self) -> Act:
        return Act("?", _("All keys"), self._open_all_keys)

    def _acts(self) -> Iterator[Act]:
        """What keys do now. While all keys are shown, they keep the others out."""
        if not self._all_keys.isHidden():
            yield Act("?", _("Close"), self._all_keys.close_keys)
            return
        yield from self._page().acts()
        yield from self._anywhere()

    def _anywhere(self) -> tuple[Act, ...]:
        return (
            self._help(),
            Act("Ctrl K", _("Do something"), self._open_all_keys),
            Act("F6", _("Next pane"), lambda: go_to_pane(self._page().panes(), 1)),
            Act("Shift F6", _("Pane before"), lambda: go_to_pane(self._page().panes(), -1)),
            Act("F11", _("Full screen"), lambda: self.setWindowState(self.windowState() ^ _FULL)),
        )

    def _open_all_keys(self) -> None:
        page = self._page()
        groups = ((_("Desk"), page.acts()),) if isinstance(page, Home) else page.groups()
        self._all_keys.open_keys((*groups, (_("Window"), self._anywhere()[2:])))
