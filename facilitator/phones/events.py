"""GET /events: the stream of a phone, written straight to its connection."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from starlette.types import Receive, Scope, Send

from facilitator.phones.gate import Gate
from facilitator.phones.guard import TRANSPORT
from facilitator.phones.streams import Stream

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


async def events(gate: Gate, device: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Serve one stream until the phone goes.

    Nothing is sent through `send` after the first body: from there frames are written to the transport, framed once
    for all phones. Only chunked framing allows that, so HTTP/1.0 is refused before this is called.
    """
    transport: asyncio.Transport = scope["extensions"][TRANSPORT]
    asked = _asked(scope)
    stream = Stream(transport, device, gate.seat_of(device))
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b": hello\n\n", "more_body": True})
    gate.enter(stream, asked["after"], asked["epoch"])
    scope["headers"].clear()  # nobody reads them again, and this may last for hours
    try:
        while (await receive())["type"] != "http.disconnect":
            pass
    finally:
        gate.leave(stream)


def _asked(scope: Scope) -> Mapping[str, Any]:
    query = parse_qs(scope["query_string"].decode("latin-1"))
    after = query.get("after", ["0"])[0]
    is_number = after.isascii() and after.isdigit() and len(after) < 16
    return {"after": int(after) if is_number else 0, "epoch": query.get("epoch", [""])[0]}
