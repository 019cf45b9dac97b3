"""The guard at the door: sockets that are silent, too slow or too large are cut before anybody works for them."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import cached_property
from typing import Any, ClassVar

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from facilitator.phones.patience import PATIENCE, Patience

TRANSPORT = "facilitator.transport"
"""Where the scope's extensions carry the connection itself, for the streams that write to it directly."""


class LeanFlow(FlowControl):
    """Flow control that makes its event when somebody first has to wait: a phone that reads costs nothing for it."""

    def __init__(self, transport: asyncio.Transport) -> None:
        """Begin with nobody waiting."""
        self._transport = transport
        self.read_paused = self.write_paused = False

    @cached_property
    def _is_writable_event(self) -> asyncio.Event:  # type: ignore[override]  # an attribute there
        event = asyncio.Event()
        event.set()
        return event


class GuardedProtocol(HttpToolsProtocol):
    """One connection: 8 s and 32 kB for the head of each request, 12 s for its body, so many from one address.

    The ceiling is no rate limit: a whole room may come from one address, behind an access point that translates.
    """

    patience: ClassVar[Patience] = PATIENCE
    HEAD_BYTES: ClassVar[int] = 32_768
    MOST_PER_ADDRESS: ClassVar[int] = 2400
    open_by_address: ClassVar[Counter[str]] = Counter()

    _timer: asyncio.TimerHandle | None = None
    _is_in_head = False
    _head_bytes = 0
    _address = "?"

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock, or turn away the address that holds too many connections."""
        super().connection_made(transport)
        self.flow = LeanFlow(transport)
        self._address = (transport.get_extra_info("peername") or ("?",))[0]
        self.open_by_address[self._address] += 1
        if self.open_by_address[self._address] > self.MOST_PER_ADDRESS:
            transport.abort()
            return
        self._arm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock and forget the connection."""
        self.open_by_address[self._address] -= 1
        if self.open_by_address[self._address] <= 0:
            del self.open_by_address[self._address]
        self._disarm()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Hand the connection to the app, and give this request's head its own time."""
        super().on_message_begin()
        scope: dict[str, Any] = self.scope  # type: ignore[assignment]  # uvicorn's type has no extensions of our own
        scope["extensions"] = {TRANSPORT: self.transport}
        self._arm()

    def on_headers_complete(self) -> None:
        """The head is whole: now the body has its time."""
        self._disarm()
        self._timer = self.loop.call_later(self.patience.cut, self._cut)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole: from here the app keeps the time."""
        self._disarm()
        super().on_message_complete()

    def data_received(self, data: bytes) -> None:
        """Count the bytes of a head; cut it when it is too long."""
        if self._is_in_head:
            room = self.HEAD_BYTES - self._head_bytes
            self._head_bytes += min(len(data), room)
            super().data_received(data[:room])
            data = data[room:]
            if not data or self.transport.is_closing():
                return
            if self._is_in_head:
                self.transport.abort()
                return
        super().data_received(data)

    def _arm(self) -> None:
        self._disarm()
        self._head_bytes, self._is_in_head = 0, True
        self._timer = self.loop.call_later(self.patience.head, self._cut)

    def _disarm(self) -> None:
        self._is_in_head = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _cut(self) -> None:
        self._timer = None
        self.transport.abort()
