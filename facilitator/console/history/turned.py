"""A page that turns to the history and back. What it shows otherwise stays as it is, and goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.console.history.panel import HistoryPanel
from facilitator.console.kept_focus import KeptFocus
from facilitator.console.opened import Opened
from facilitator.convening.findable import Place
from facilitator.convening.records import Records
from facilitator.convening.words import Wish
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act


class Turned(QStackedWidget):
    """Holds a page, and the history while it is open: read anew each time, and forgotten when it is closed."""

    keys_changed = Signal()
    """Other keys act now."""

    def __init__(
        self, page: QWidget, opened: Opened, ask: Callable[[Wish], object], take_focus: Callable[[], object]
    ) -> None:
        super().__init__()
        self._opened, self._ask, self._focus = opened, ask, KeptFocus(take_focus)
        self._records = opened.records
        self._history: HistoryPanel | None = None
        self.addWidget(page)
        self.open_act = Act("H", _("What happened"), self.turn)

    @property
    def is_open(self) -> bool:
        """Whether the history is shown."""
        return self._history is not None

    def show_records(self, records: Records) -> None:
        """Show how the convening stands."""
        self._records = records
        if self._history is not None:
            self._history.show_records(records)

    def turn(self) -> None:
        """Open the history, or go back."""
        if self._history is not None:
            self.close_history()
            return
        self.show_from(0)

    def show_from(self, at_ms: int) -> None:
        """Open the history at a moment (UTC ms), 0 for now."""
        history = self._shown()
        if at_ms:
            history.show_from(at_ms)
        history.take_focus()

    def show_record(self, place: Place) -> None:
        """Open the history at what was said last of something that was found."""
        history = self._shown()
        history.show_record(place)
        history.take_focus()

    def close_history(self) -> None:
        """Go back to the page."""
        if self._history is None:
            return
        history, self._history = self._history, None
        self.removeWidget(history)
        history.deleteLater()
        self.setCurrentIndex(0)
        self._focus.give_back()
        self.keys_changed.emit()

    def acts(self) -> tuple[Act, ...]:
        """What keys do while the history is open; nothing otherwise."""
        return (*self._history.acts(), self.open_act) if self._history is not None else ()

    def _shown(self) -> HistoryPanel:
        if self._history is None:
            self._focus.keep()
            self._history = HistoryPanel(self._opened, self._ask, self.close_history)
            self._history.keys_changed.connect(self.keys_changed)
            self._history.show_records(self._records)
            self.addWidget(self._history)
            self.setCurrentWidget(self._history)
        return self._history

    def panes(self) -> tuple[QWidget, ...]:
        """The parts of the history that F6 goes to; none while it is closed."""
        return (self._history.look_back, self._history.facts) if self._history is not None else ()
