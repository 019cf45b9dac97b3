"""Where backups stand on the desk at home: a page beside the convenings, and a word in the bar at the foot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.console.backup_rows import BackupsShown, made_words
from facilitator.console.home_nav import HomeNav
from facilitator.console.times import Clock
from facilitator.i18n import _
from facilitator.kit.qt.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from facilitator.console.backups_page import BackupsPage


class HomeBackups(QObject):
    """Turns between the convenings and the backups. `page_made` tells of the page, which itself asks the app.

    `turned` tells that the other of them is seen now.
    """

    page_made = Signal(object)
    turned = Signal()

    def __init__(self, home: QWidget, nav: HomeNav, keys: KeyBar, clock: Clock) -> None:
        super().__init__(home)
        self._nav, self._keys, self._clock = nav, keys, clock
        self._saved, self._shown = "", BackupsShown()
        self._pages = QStackedWidget()
        self._pages.currentChanged.connect(lambda _at: self.turned.emit())
        nav.backups.clicked.connect(self.see)

    @cached_property
    def page(self) -> BackupsPage:
        """The page, made when it is first asked for: the desk at home is painted before."""
        from facilitator.console.backups_page import BackupsPage

        made = BackupsPage(self._clock)
        made.show_backups(self._shown)
        self._pages.addWidget(made)
        self.page_made.emit(made)
        return made

    def beside(self, convenings: QWidget) -> QStackedWidget:
        """Take in the convenings, which are seen first."""
        self._pages.addWidget(convenings)
        return self._pages

    def is_seen(self) -> bool:
        """Whether the backups are what is seen."""
        return "page" in self.__dict__ and self._pages.currentWidget() is self.page

    def see(self) -> None:
        """Show the backups."""
        self._pages.setCurrentWidget(self.page)
        self._nav.mark_section(self._nav.backups)
        self.page.take_focus()

    def leave(self) -> None:
        """Show the convenings again."""
        self._pages.setCurrentIndex(0)
        self._nav.mark_section(self._nav.convenings)

    def show_backups(self, shown: BackupsShown) -> None:
        """Show how backups stand, here and in the bar at the foot."""
        self._shown = shown
        if "page" in self.__dict__:
            self.page.show_backups(shown)
        self.show_saved(self._saved)

    def show_saved(self, words: str) -> None:
        """Say in the bar when the second folder got its last copy, or what is saved."""
        self._saved = words
        at = self._shown.second_at
        when = made_words(at, self._clock()) if at else ""
        self._keys.show_status(_("Last copy to the second folder: {when}").format(when=when) if when else words)
