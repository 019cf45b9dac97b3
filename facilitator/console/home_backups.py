"""Where backups stand on the desk at home: a page beside the convenings, and a word in the bar at the foot."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.console.backup_rows import BackupsShown, made_words
from facilitator.console.backups_page import BackupsPage
from facilitator.console.home_nav import HomeNav
from facilitator.console.times import Clock
from facilitator.i18n import _
from facilitator.kit.qt.widgets.key_bar import KeyBar


class HomeBackups(QObject):
    """Turns between the convenings and the backups; the page itself asks the app."""

    def __init__(self, home: QWidget, nav: HomeNav, keys: KeyBar, clock: Clock) -> None:
        super().__init__(home)
        self._nav, self._keys, self._clock = nav, keys, clock
        self._saved, self._second_at = "", 0
        self._pages = QStackedWidget()
        self.page = BackupsPage(clock)
        nav.backups.clicked.connect(self.see)

    def beside(self, convenings: QWidget) -> QStackedWidget:
        """Put the page beside the convenings, which are seen first."""
        self._pages.addWidget(convenings)
        self._pages.addWidget(self.page)
        return self._pages

    def is_seen(self) -> bool:
        """Whether the backups are what is seen."""
        return self._pages.currentWidget() is self.page

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
        self.page.show_backups(shown)
        self._second_at = shown.second_at
        self.show_saved(self._saved)

    def show_saved(self, words: str) -> None:
        """Say in the bar when the second folder got its last copy, or what is saved."""
        self._saved = words
        when = made_words(self._second_at, self._clock()) if self._second_at else ""
        self._keys.show_status(_("Last copy to the second folder: {when}").format(when=when) if when else words)
