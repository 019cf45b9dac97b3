"""A phone without a screen: it joins by the code, listens to the room, and says wishes until they are acknowledged."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import uuid_utils

Answer = tuple[int, dict[str, str], bytes]
"""Status, headers (small letters), body."""

SECONDS = 10.0
"""How long one request may take."""

PATIENCE = 60.0
"""How long a wish is said again before it counts as lost."""


class Lost(Exception):
    """A wish was not answered in time."""


@dataclass(frozen=True, slots=True)
class Said:
    """A wish with its answer: `sent` and `answered` are milliseconds of the machine's steady clock."""

    id: str
    activity: str
    wish: str
    form: Mapping[str, Any]
    status: int
    body: Mapping[str, Any]
    sent: float
    answered: float


@dataclass(slots=True)
class Phone:
    """One phone in the room, at the join address `url` (http://host:port/J/CODE)."""

    url: str
    connect_to: str = ""
    cookie: str = ""
    page: dict[str, Any] = field(default_factory=dict)
    mine: dict[str, Any] = field(default_factory=dict)
    on_page: Callable[[dict[str, Any]], None] = lambda _: None
    _listening: asyncio.Task[None] | None = None
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def enter(self) -> None:
        """Scan the code: get the cookie, load the page and listen to the room."""
        path = urlsplit(self.url).path
        status, headers, _ = await self.request("GET", path)
        if status != 303 or "set-cookie" not in headers:
            raise Lost(f"the door answered {status}")
        self.cookie = headers["set-cookie"].split(";")[0]
        await self.request("GET", "/")
        self._listening = asyncio.create_task(self._listen())

    async def leave(self) -> None:
        """Put the phone away."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def until(self, is_so: Callable[[Phone], bool], seconds: float = PATIENCE) -> None:
        """Wait until what was heard makes something so. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not is_so(self):
                self._heard.clear()
                await self._heard.wait()

    async def say(self, activity: str, wish: str, form: Mapping[str, Any], id: str = "") -> Said:
        """Say a wish until it is answered for good: not heard, too fast and not saved are said again, same id.

        Raises Lost after PATIENCE.
        """
        key = id or str(uuid_utils.uuid7())
        body = json.dumps({"id": key, "activity": activity, "wish": wish, "with": form}).encode()
        sent, pause = time.monotonic(), 0.1
        while time.monotonic() < sent + PATIENCE:
            try:
                status, _, said = await self.request("POST", "/say", body)
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                status, said = 0, b""
            if status not in (0, 429, 503):
                answer = json.loads(said) if said else {}
                return Said(key, activity, wish, form, status, answer, sent * 1000, time.monotonic() * 1000)
            await asyncio.sleep(1.0 if status == 429 else pause)
            pause = min(pause * 2, 2.0)
        raise Lost(f"{wish} was not answered")

    async def request(self, method: str, path: str, body: bytes = b"") -> Answer:
        """Ask once, on a connection of its own."""
        return await asyncio.wait_for(self._request(method, path, body), SECONDS)

    async def _request(self, method: str, path: str, body: bytes) -> Answer:
        reader, writer = await self._open()
        try:
            writer.write(self._head(method, path, len(body)) + body)
            status, headers = await _read_head(reader)
            if headers.get("transfer-encoding") == "chunked":
                return status, headers, b"".join([chunk async for chunk in _chunks(reader)])
            return status, headers, await reader.readexactly(int(headers.get("content-length", "0")))
        finally:
            writer.close()

    async def _listen(self) -> None:
        while True:
            try:
                await self._listen_once()
            except (OSError, TimeoutError, asyncio.IncompleteReadError):
                await asyncio.sleep(0.5)

    async def _listen_once(self) -> None:
        epoch, seq = self.page.get("epoch", ""), self.page.get("seq", 0)
        reader, writer = await self._open()
        try:
            writer.write(self._head("GET", f"/events?after={seq}&epoch={epoch}", 0))
            status, _ = await _read_head(reader)
            if status != 200:
                raise OSError(f"the stream answered {status}")
            rest = b""
            async for chunk in _chunks(reader):
                *events, rest = (rest + chunk).split(b"\n\n")
                for event in events:
                    self._hear(event.decode())
        finally:
            writer.close()

    def _hear(self, event: str) -> None:
        lines = dict(line.split(": ", 1) for line in event.splitlines() if ": " in line)
        match lines.get("event"):
            case "page":
                self.page = json.loads(lines["data"])
                self.on_page(self.page)
            case "mine":
                self.mine = json.loads(lines["data"])["mine"]
        self._heard.set()

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(self.url)
        return await asyncio.open_connection(self.connect_to or parts.hostname, parts.port, limit=2**20)

    def _head(self, method: str, path: str, length: int) -> bytes:
        host = urlsplit(self.url).netloc.lower()
        lines = [f"{method} {path} HTTP/1.1", f"host: {host}", "accept-encoding: identity", "accept-language: en"]
        if self.cookie:
            lines.append(f"cookie: {self.cookie}")
        if method == "POST":
            lines += ["content-type: application/json", f"content-length: {length}", f"origin: http://{host}"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    pairs = [line.split(": ", 1) for line in head[1:] if ": " in line]
    return int(head[0].split(" ")[1]), {name.lower(): value for name, value in pairs}


async def _chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    while size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
        yield await reader.readexactly(size)
        await reader.readexactly(2)
