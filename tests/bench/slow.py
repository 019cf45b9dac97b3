"""Slow sockets in a process of their own: half heads, silence, dripping bodies, and streams that nobody reads."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import sys
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from facilitator.rehearsal.phone import Phone

_SMALL_BYTES = 4096


async def half_head(port: int, cookie: str) -> None:
    """Say a head letter by letter, for ever."""
    del cookie
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    for number in itertools.count():
        writer.write(b"X-%d: a\r\n" % number)
        await writer.drain()
        if await _is_cut(reader):
            return


async def silence(port: int, cookie: str) -> None:
    """Say nothing at all."""
    del cookie
    reader, _writer = await asyncio.open_connection("127.0.0.1", port)
    await reader.read()


async def dripping(port: int, cookie: str) -> None:
    """Post a body a byte at a time."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /say HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nContent-Type: application/json\r\n"
    writer.write(head.encode() + b"Content-Length: 9000\r\n\r\n")
    while not await _is_cut(reader):
        writer.write(b" ")
        await writer.drain()


async def unread(port: int, cookie: str) -> None:
    """Open a stream and never read it."""
    plug = socket.socket()
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_BYTES)
    plug.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_connect(plug, ("127.0.0.1", port))
    await loop.sock_sendall(plug, f"GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
    try:
        await asyncio.sleep(30)
    finally:
        plug.close()


async def _is_cut(reader: asyncio.StreamReader) -> bool:
    with contextlib.suppress(TimeoutError):
        return not await asyncio.wait_for(reader.read(1024), 1.0)
    return False


async def again_and_again(kind: Callable[[int, str], Awaitable[None]], port: int, url: str) -> None:
    """Be slow, and once cut, come again."""
    phone = Phone(url, "127.0.0.1")
    _, headers, _ = await phone.request("GET", urlsplit(url).path)
    cookie = headers["set-cookie"].split(";")[0]
    while True:
        with contextlib.suppress(OSError):
            await kind(port, cookie)
        await asyncio.sleep(0.1)


async def run(url: str, count: int) -> None:
    """Hold so many slow sockets until stdin ends."""
    kinds = itertools.cycle((half_head, silence, dripping, unread))
    port = urlsplit(url).port or 80
    tasks = [asyncio.create_task(again_and_again(next(kinds), port, url)) for _ in range(count)]
    await asyncio.sleep(2.0)
    print("slow", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], int(sys.argv[2])))
