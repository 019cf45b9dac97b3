"""The own-phone test: scan with your own phone first, and see it arrive before the room comes."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from facilitator.console.seats.attendance import Attendance
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.widgets.button import Button
from facilitator.kit.qt.widgets.frames import STRETCH, Card, Ground, column, row
from facilitator.kit.qt.widgets.label import Label, Tone

ANSWER_SECONDS = 30.0
KEY = "Ctrl T"


class OwnPhone(Card):
    """Not yet; works, and after how many seconds; no answer, and what to try."""

    def __init__(self, answer_seconds: float = ANSWER_SECONDS) -> None:
        super().__init__()
        self._began, self._before = 0.0, -1
        self._pages = 0
        self._title = Label("", "label")
        self._says = Label("", "small", Tone.SOFT).wrapping()
        self._test = Button(_("Test your own phone"), self.begin, key=KEY)
        self._late = QTimer(self, singleShot=True, interval=round(answer_seconds * 1000))
        self._late.timeout.connect(self._tell_none)
        told: QWidget = QWidget()
        column(told, self._title, self._says, row(None, self._test, STRETCH), gap=6)
        row(self, told, padding=(14, 16, 14, 16))
        self._title.setText(_("Scan with your own phone first"))
        self._says.setText(_("It shows whether phones reach this laptop, before the room comes."))

    def acts(self) -> tuple[Act, ...]:
        """What keys do here."""
        return (Act(KEY, _("Test your own phone"), self.begin),)

    def begin(self) -> None:
        """Wait for one more phone than there is now."""
        self._began, self._before = time.monotonic(), self._pages
        self.show_ground(Ground.RAISED)
        self._title.setText(_("Waiting for your phone"))
        self._says.setText(_("Join its Wi-Fi, then scan the code or type the address. If the page is open, reload it."))
        self._late.start()

    def show_room(self, room: Attendance) -> None:
        """Hear who is here; one more page, or one that was loaded again, is your phone."""
        self._pages = len(room.here) + room.strangers
        if self._pages > self._before >= 0:
            self._tell_works(time.monotonic() - self._began)
        elif self._before > self._pages:
            self._before = self._pages

    def _tell_works(self, seconds: float) -> None:
        self._before = -1
        self._late.stop()
        self.show_ground(Ground.OK)
        self._title.setText(_("Your own phone works"))
        self._says.setText(_("It reached this laptop after {seconds} s.").format(seconds=f"{seconds:.0f}"))
        self._test.show_text(_("Test again"))

    def _tell_none(self) -> None:
        self.show_ground(Ground.WARN)
        self._title.setText(_("No answer yet"))
        self._says.setText(
            _("1. Is the phone in the same Wi-Fi, its mobile data off? 2. Does this laptop's firewall let it in? "
              "3. Hotels and guest networks keep devices apart: take your own router, or this laptop's hotspot.")
        )  # fmt: skip
        self._test.show_text(_("Test again"))
