"""The way in for phones: an address that answers, shown anew when the network changes, and never one that is dead."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.console.surroundings import WAY, Gravity, Trouble
from facilitator.i18n import _
from facilitator.kit.qt.acts import Act
from facilitator.kit.qt.echo import Echo
from facilitator.phones.addresses import LOOPBACK, addresses, in_order
from facilitator.phones.bridge import Bridge
from facilitator.stage.joining import JoinAddress

LOOK_SECONDS, NOBODY_SECONDS = 2.0, 30.0
"""How often the network is looked at, and how long a room may wait for its first phone before something is wrong."""

_ANSWER_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Found:
    """What one look at the network found: the addresses to choose from, and the one that answers, "" for none."""

    choices: tuple[str, ...] = ()
    ip: str = ""


def answers(ip: str, port: int) -> bool:
    """Fetch the page from this address as a phone would."""
    connection = http.client.HTTPConnection(ip, port, timeout=_ANSWER_SECONDS)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


class WayIn(QObject):
    """Looks at the network on a thread of its own, from the GUI thread's point of view.

    `changed` tells that `joining`, `choices` or `trouble` is another one.
    """

    changed = Signal()

    def __init__(
        self, bridge: Bridge, show_codes: Callable[[], object],
        look_seconds: float = LOOK_SECONDS, nobody_seconds: float = NOBODY_SECONDS,
    ) -> None:  # fmt: skip
        super().__init__()
        self._bridge, self._show_codes = bridge, show_codes
        self._nobody_seconds = nobody_seconds
        self.joining, self.choices = JoinAddress(), tuple[str, ...]()
        self.trouble: Trouble | None = None
        self._since, self._has_come, self._was_shown = time.monotonic(), False, ""
        self._looking: threading.Thread | None = None
        self._echo: Echo[Found] = Echo()
        self._echo.listen(self._take)
        self._timer = QTimer(self, interval=round(look_seconds * 1000))
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    def choose(self, ip: str) -> None:
        """Send phones to this address of the laptop from now on, as long as it has it."""
        self._bridge.address = ip
        self._look()

    def hear(self, here: Collection[str]) -> None:
        """Hear whose pages are open ("" for somebody who has not joined yet): then the way in is open."""
        if here and not self._has_come:
            self._has_come = True
            if self.trouble is not None and self.joining.url:
                self._tell(None)

    def settle(self) -> None:
        """It was read."""
        self._tell(None)

    def stop(self) -> None:
        """Look no more, and wait for the last look."""
        self._timer.stop()
        self._echo.forget(self._take)
        if self._looking is not None:
            self._looking.join()

    def _look(self) -> None:
        if self._looking is None or not self._looking.is_alive():
            self._looking = threading.Thread(target=self._find, name="way in", daemon=True)
            self._looking.start()

    def _find(self) -> None:
        port, wanted = self._bridge.port, self._bridge.address
        choices = in_order(addresses(), wanted)
        if not choices and self._bridge.is_known_by_name:
            choices = (LOOPBACK,)
        ip = next((one for one in choices if answers(one, port)), "")
        self._echo.tell(Found(choices, ip))

    def _take(self, told: Sequence[Found]) -> None:
        found = told[-1]
        joining = JoinAddress()
        if found.ip:
            joining = JoinAddress(f"{found.ip}:{self._bridge.port}", self._bridge.url_at(found.ip))
        trouble = self._trouble_of(joining)
        if (joining, found.choices) != (self.joining, self.choices):
            self.joining, self.choices = joining, found.choices
            self.trouble = trouble
            self.changed.emit()
        elif trouble is not None:
            self._tell(trouble)
        self._was_shown = joining.address or self._was_shown

    def _trouble_of(self, joining: JoinAddress) -> Trouble | None:
        if not joining.address:
            self._since = time.monotonic()
            return self._no_network()
        if self._was_shown and joining.address != self._was_shown:
            self._since = time.monotonic()
            return self._moved(joining.address)
        if not self._has_come and time.monotonic() - self._since >= self._nobody_seconds:
            self._since = time.monotonic() + 10 * self._nobody_seconds  # said once, and once more much later
            return self._nobody()
        return None

    def _tell(self, trouble: Trouble | None) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.changed.emit()

    def _acts(self) -> tuple[Act, ...]:
        return (Act("", _("Show the codes"), self._show), Act("", _("All right"), self.settle))

    def _show(self) -> None:
        self._show_codes()
        self.settle()

    def _no_network(self) -> Trouble:
        meaning = _("Phones cannot come in. Turn the Wi-Fi on; ideas on paper count just the same.")
        return Trouble(WAY, Gravity.WARNING, _("This laptop is in no network."), meaning)

    def _moved(self, address: str) -> Trouble:
        fact = _("Phones now find this laptop at {address}.").format(address=address)
        return Trouble(WAY, Gravity.WARNING, fact, _("The codes are new: show them once more."), self._acts())

    def _nobody(self) -> Trouble:
        meaning = _("Are phones in the same Wi-Fi? Does the firewall let them in? Does the network keep them apart?")
        return Trouble(WAY, Gravity.WARNING, _("No phone has reached this laptop yet."), meaning, self._acts())
