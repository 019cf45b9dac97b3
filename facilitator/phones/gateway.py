"""The gateway: a process of its own that serves phones, holds no truth, and ends when the desk ends."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import logging
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import uvicorn

from facilitator.activities import discover
from facilitator.convening.ground import GROUND
from facilitator.convening.room import room_kinds
from facilitator.convening.rulebook import Rulebook
from facilitator.phones.gate import Gate
from facilitator.phones.guard import GuardedProtocol
from facilitator.phones.listening import BACKLOG, PORTS, listen, raise_descriptors
from facilitator.phones.mirror import Mirror
from facilitator.phones.page import Pages
from facilitator.phones.pipe import LineWriter, read_lines
from facilitator.phones.routes import HEADERS, Door
from facilitator.phones.shortage import Shortage

_MOST_CONNECTIONS = 2500


class Server(uvicorn.Server):
    """A server that leaves signals alone: it ends when the pipe ends, not when a key is pressed in a terminal."""

    def __init__(self, config: uvicorn.Config) -> None:
        """Be ready to serve."""
        super().__init__(config)
        self._is_over = asyncio.Event()

    def end(self) -> None:
        """End at once."""
        self.should_exit = True
        self._is_over.set()

    async def main_loop(self) -> None:
        """Serve until the end; uvicorn's own wakes ten times a second to look for it, and for a date we never send."""
        await self.on_tick(0)  # from here on each answer has the headers that all have
        await self._is_over.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def main(argv: Sequence[str]) -> int:
    """Serve phones until stdin ends. `--port` names the ports to try, in order."""
    parser = argparse.ArgumentParser(prog="facilitator --gateway")
    parser.add_argument("--port", type=int, action="append")
    asked = parser.parse_args(list(argv))
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="gateway: %(message)s")
    with contextlib.suppress(ValueError, AttributeError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the app, which then closes the pipe
    raise_descriptors()
    try:
        listener = listen(tuple(asked.port or PORTS))
    except OSError as error:
        logging.getLogger(__name__).warning("no port to listen on: %s", error)
        return 2
    asyncio.run(_serve(listener))
    return 0


async def _serve(listener: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(Shortage())
    activities = discover()
    book = Rulebook(GROUND, {name: activity.rules for name, activity in activities.items()})
    mirror = Mirror(room_kinds(book.kinds), activities)
    up = LineWriter(sys.stdout.buffer, "to the desk")
    gate = Gate(mirror, up.say)
    started: asyncio.Future[None] = loop.create_future()
    config = uvicorn.Config(
        Door(gate, Pages(mirror, activities)),
        http=GuardedProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        headers=HEADERS,
        backlog=BACKLOG,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=1,
    )
    server = Server(config)

    def hear(line: Mapping[str, Any]) -> None:
        gate.hear(line)
        if line.get("t") == "start" and not started.done():
            started.set_result(None)

    def pass_on(line: dict[str, Any]) -> None:
        loop.call_soon_threadsafe(hear, line)

    def read() -> None:
        read_lines(sys.stdin.buffer, pass_on)
        loop.call_soon_threadsafe(_end, server, gate, started)

    threading.Thread(target=read, name="from the desk", daemon=True).start()
    await started
    if not server.should_exit:
        gc.freeze()
        GuardedProtocol.patience = gate.patience
        up.say({"t": "ready", "port": listener.getsockname()[1]})
        await server.serve(sockets=[listener])
    gate.stop()
    up.close()
    up.join(1.0)


def _end(server: Server, gate: Gate, started: asyncio.Future[None]) -> None:
    gate.stop()
    server.end()
    if not started.done():
        started.set_result(None)
