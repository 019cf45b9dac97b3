"""The air between phones and the laptop: a small TCP proxy that loses replies, goes silent, delays, throttles, cuts."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_CHUNK = 16_384


class Proxy:
    """Passes bytes on to a port of this machine. Phones come to `port`. Safe to be told from any thread."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._is_silent = False
        self._made = 0
        self._streams, self._dead = set[int](), set[int]()
        self._marker, self._to_lose, self.lost = b"", 0, 0
        self.delay, self.bytes_per_second = 0.0, 0
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._up, self.port = threading.Event(), 0
        self._thread = threading.Thread(target=self._run, name="the air", daemon=True)
        self._thread.start()
        self._up.wait(10)

    def silence(self) -> None:
        """Let nothing through any more: connections stay open, and whoever waits for an answer waits."""
        self._is_silent = True

    def mend(self) -> None:
        """Carry bytes again. Connections that hung meanwhile are dead, as after a long time without Wi-Fi."""
        self.cut()
        self._is_silent = False

    def strand(self) -> None:
        """Let nothing through any more on the connections there are, as if a phone had slept: a new one carries."""
        self._dead = set(range(self._made + 1))

    def strand_streams(self) -> None:
        """The same for streams alone: what a phone asks goes through, and what the room says does not."""
        self._dead |= self._streams

    def cut(self) -> None:
        """End every connection at once."""
        asyncio.run_coroutine_threadsafe(self._cut(), self._loop).result(10)

    def lose_replies(self, to: bytes, count: int) -> None:
        """Swallow the replies to the next requests that say `to`, after the laptop has answered them."""
        self._marker, self._to_lose = to, count

    def close(self) -> None:
        """Carry nothing any more."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._carry, "127.0.0.1", 0, backlog=1024))
        self.port = server.sockets[0].getsockname()[1]
        self._up.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._cut())
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.05))
        self._loop.close()

    async def _cut(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()

    async def _carry(self, phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        self._open.add(to_phone)
        self._made += 1
        number, asked = self._made, [b""]
        with contextlib.suppress(OSError, asyncio.CancelledError):
            laptop, to_laptop = await asyncio.open_connection("127.0.0.1", self._to)
            self._open.add(to_laptop)
            await asyncio.gather(
                self._pass_up(phone, to_laptop, asked, number), self._pass_down(laptop, to_phone, asked, number)
            )
            to_laptop.close()
            self._open.discard(to_laptop)
        to_phone.close()
        self._open.discard(to_phone)

    async def _pass_up(
        self, phone: asyncio.StreamReader, to_laptop: asyncio.StreamWriter, asked: list[bytes], number: int
    ) -> None:
        while said := await phone.read(_CHUNK):
            if said.startswith(b"GET /events"):
                self._streams.add(number)
            await self._weather(said, number)
            asked[0] = (asked[0] + said)[-_CHUNK:]
            to_laptop.write(said)
            await to_laptop.drain()
        to_laptop.close()

    async def _pass_down(
        self, laptop: asyncio.StreamReader, to_phone: asyncio.StreamWriter, asked: list[bytes], number: int
    ) -> None:
        while said := await laptop.read(_CHUNK):
            if self._to_lose and self._marker and self._marker in asked[0]:
                self._to_lose -= 1
                self.lost += 1
                to_phone.transport.abort()
                return
            asked[0] = b""
            await self._weather(said, number)
            to_phone.write(said)
            await to_phone.drain()
        to_phone.close()

    async def _weather(self, said: bytes, number: int) -> None:
        while self._is_silent or number in self._dead:  # noqa: ASYNC110 - the air has no event to wait for
            await asyncio.sleep(0.02)
        wait = self.delay + (len(said) / self.bytes_per_second if self.bytes_per_second else 0.0)
        if wait:
            await asyncio.sleep(wait)


@contextmanager
def air(to: int) -> Iterator[Proxy]:
    """Stand between phones and a port for a while."""
    made = Proxy(to)
    try:
        yield made
    finally:
        made.close()
