"""The library of methods beside an agenda in preparation: what is chosen there goes below the chosen block."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from facilitator.console.methods.page import MethodsPage
from facilitator.console.methods.words import Times
from facilitator.console.opened import Opened
from facilitator.i18n import _
from facilitator.kit.qt.echo import Echo

KEY = "Ctrl 3"
"""The key that opens the methods, as on the desk at home."""


class PrepareMethods(QObject):
    """A page more in a stack, made when it is first asked for. `wanted` carries the `Method` that was chosen."""

    wanted = Signal(object)

    def __init__(self, pages: QStackedWidget, opened: Opened) -> None:
        super().__init__(pages)
        self._pages, self._opened = pages, opened
        self._page: MethodsPage | None = None
        self._times: Echo[Times] = Echo()
        self._times.listen(self._show_times)

    def page(self) -> MethodsPage:
        """The page; an agenda is opened before it is made."""
        if self._page is None:
            self._page = MethodsPage(self._opened.activities, _("Add to the agenda"))
            self._page.add_wanted.connect(self.wanted)
            self._pages.addWidget(self._page)
        return self._page

    def is_seen(self) -> bool:
        """Whether the methods are what is seen."""
        return self._page is not None and self._pages.currentWidget() is self._page

    def see(self) -> None:
        """Show the methods, and what they took before as soon as that is read."""
        page = self.page()
        self._pages.setCurrentWidget(page)
        page.take_focus()
        self._opened.times_taken().add_done_callback(self._tell_times)

    def _tell_times(self, read: Future[Times]) -> None:
        if read.exception() is None:
            self._times.tell(read.result())

    def _show_times(self, told: Sequence[Times]) -> None:
        # The convening may have been closed meanwhile, and its pages with it.
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.show_times(told[-1])
