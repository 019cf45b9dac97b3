"""Where the methods stand on the desk at home: a section of its own, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from facilitator.activities import Activity
from facilitator.console.home_nav import HomeNav

if TYPE_CHECKING:
    from facilitator.console.methods.page import MethodsPage
    from facilitator.console.methods.words import Times


class HomeMethods(QObject):
    """`add_wanted` carries the `Method` that shall go onto a day; `seen` tells that somebody looks into them."""

    add_wanted = Signal(object)
    seen = Signal()

    def __init__(self, pages: QStackedWidget, nav: HomeNav, activities: Mapping[str, Activity]) -> None:
        super().__init__(pages)
        self._pages, self._nav, self._activities = pages, nav, activities
        self._page: MethodsPage | None = None
        nav.methods.clicked.connect(self.see)

    def page(self) -> MethodsPage:
        """The page; the desk at home is painted before it is made."""
        if self._page is None:
            from facilitator.console.methods.page import MethodsPage

            self._page = MethodsPage(self._activities)
            self._page.add_wanted.connect(self.add_wanted)
            self._pages.addWidget(self._page)
        return self._page

    def is_seen(self) -> bool:
        """Whether the methods are what is seen."""
        return self._page is not None and self._pages.currentWidget() is self._page

    def see(self) -> None:
        """Show the methods."""
        page = self.page()
        self._pages.setCurrentWidget(page)
        self._nav.mark_section(self._nav.methods)
        page.take_focus()
        self.seen.emit()

    def show_times(self, times: Times) -> None:
        """What methods took before."""
        self.page().show_times(times)
