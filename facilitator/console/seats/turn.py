"""A page that turns to phones and seats, and back; what it shows otherwise stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.console.kept_focus import KeptFocus
from facilitator.console.opened import Opened
from facilitator.console.seats.panel import SeatsPanel
from facilitator.console.surroundings import Surroundings
from facilitator.convening.records import Records
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.asking import Asking
from facilitator.kit.qt.reading import Reading


class SeatsTurn(QStackedWidget):
    """Holds a page, and the seats once they were opened. What is not seen is told nothing."""

    keys_changed = Signal()
    """Other keys act now."""

    def __init__(self, page: QWidget, opened: Opened, asking: Asking, take_focus: Callable[[], object]) -> None:
        super().__init__()
        self._opened, self._asking, self._focus = opened, asking, KeptFocus(take_focus)
        self._records, self._around = opened.records, Surroundings()
        self._seats: SeatsPanel | None = None
        self.addWidget(page)
        self.open_act = Act("J", _("Phones and seats"), self.turn)

    @property
    def is_open(self) -> bool:
        """Whether the seats are shown."""
        return self.currentIndex() > 0

    def turn(self) -> None:
        """Open the seats, or go back."""
        if self.is_open:
            self.close_seats()
            return
        if self._seats is None:
            self._seats = SeatsPanel(self._opened, self._asking, self.close_seats)
            self._seats.keys_changed.connect(self.keys_changed)
            self.addWidget(self._seats)
        self._focus.keep()
        self._seats.show_records(self._records)
        self._seats.show_surroundings(self._around)
        self._seats.show_time(self._opened.clock())
        self.setCurrentWidget(self._seats)
        self._seats.take_focus()
        self.keys_changed.emit()

    def close_seats(self) -> None:
        """Go back to the page."""
        if not self.is_open:
            return
        self.setCurrentIndex(0)
        self._focus.give_back()
        self.keys_changed.emit()

    def show_records(self, records: Records) -> None:
        """Show how the convening stands."""
        self._records = records
        if self._seats is not None and self.is_open:
            self._seats.show_records(records)

    def show_surroundings(self, around: Surroundings) -> None:
        """Show who is here."""
        self._around = around
        if self._seats is not None and self.is_open:
            self._seats.show_surroundings(around)

    def show_time(self, reading: Reading) -> None:
        """Show this moment."""
        if self._seats is not None and self.is_open:
            self._seats.show_time(reading)

    def acts(self) -> tuple[Act, ...]:
        """What keys do while the seats are open; nothing otherwise."""
        return (*self._seats.acts(), self.open_act) if self._seats is not None and self.is_open else ()

    def panes(self) -> tuple[QWidget, ...]:
        """The parts of the seats that F6 goes to; none while they are closed."""
        return self._seats.panes() if self._seats is not None and self.is_open else ()
