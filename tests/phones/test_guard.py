"""What the guard cuts, tried with raw sockets on a real gateway."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.phones.guard import LeanFlow
from facilitator.phones.patience import PATIENCE, Patience
from tests.phones.loop import run_apart
from tests.phones.room import HOST_NAME, Phone, Room

HURRIED = Patience(head=0.6, body=0.8)
WAITS = pytest.mark.parametrize(
    "room", [pytest.param(HURRIED, id="hurried"), pytest.param(PATIENCE, id="as it ships", marks=pytest.mark.long)],
    indirect=True,
)  # fmt: skip

HEAD = f"GET / HTTP/1.1\r\nHost: {HOST_NAME}\r\n".encode()


@pytest.fixture
def room(request: pytest.FixtureRequest, data_folder: Path) -> Iterator[Room]:
    """A live room, as patient as the test asks."""
    made = Room(data_folder, getattr(request, "param", PATIENCE))
    made.open()
    yield made
    made.close()


def plug(room: Room) -> socket.socket:
    return socket.create_connection(("127.0.0.1", room.bridge.port), timeout=14)


def until_cut(connection: socket.socket) -> bytes:
    """Read until the other side closes."""
    heard = b""
    try:
        while more := connection.recv(65536):
            heard += more
    except (ConnectionResetError, BrokenPipeError):
        pass
    return heard


@WAITS
@pytest.mark.timeout(40)
def test_half_a_head_and_a_silent_socket_are_cut_when_their_time_is_over(
    room: Room, request: pytest.FixtureRequest
) -> None:
    """Fault 37. Slow heads and half-open sockets are cut, and nobody else."""
    seconds = request.node.callspec.params["room"].head
    began = time.monotonic()
    halves = [plug(room) for _ in range(20)]
    for connection in halves[:10]:
        connection.sendall(HEAD)

    heard = [until_cut(connection) for connection in halves]

    assert heard == [b""] * 20
    assert seconds - 0.1 < time.monotonic() - began < seconds + 5
    for connection in halves:
        connection.close()


def test_three_megabytes_of_head_are_cut(room: Room) -> None:
    """Fault 37. A head of three megabytes is cut at 32 kB."""
    with plug(room) as connection:
        connection.sendall(HEAD)
        for _ in range(300):
            try:
                connection.sendall(b"X-Filler: " + b"a" * 10_000 + b"\r\n")
            except OSError:
                break

        assert until_cut(connection) == b""


@WAITS
@pytest.mark.timeout(40)
def test_a_dripping_body_is_refused_when_its_time_is_over(
    room: Room, phone: Callable[[], Phone], request: pytest.FixtureRequest
) -> None:
    seconds = request.node.callspec.params["room"].body
    cookie = phone().join("Wambui").cookie
    head = f"POST /say HTTP/1.1\r\nHost: {HOST_NAME}\r\nCookie: {cookie}\r\nContent-Type: application/json\r\n"
    began = time.monotonic()

    with plug(room) as connection:
        connection.sendall(head.encode() + b"Content-Length: 1000\r\n\r\n{")
        heard = connection.recv(65536)

    assert heard.startswith(b"HTTP/1.1 400")
    assert seconds - 0.1 < time.monotonic() - began < seconds + 3


def test_a_ten_megabyte_body_is_refused_by_its_length_alone(phone: Callable[[], Phone]) -> None:
    """Fault 37. Ten megabytes are refused before they are read."""
    joined = phone().join("Wambui")

    reply = joined.ask("POST", "/say", b"x" * 10_000_000, Content_Type="application/json")

    assert reply.status == 413


def test_a_body_that_does_not_say_its_length_is_refused(room: Room, phone: Callable[[], Phone]) -> None:
    cookie = phone().join("Wambui").cookie
    head = f"POST /say HTTP/1.1\r\nHost: {HOST_NAME}\r\nCookie: {cookie}\r\nContent-Type: application/json\r\n"

    with plug(room) as connection:
        connection.sendall(head.encode() + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
        heard = connection.recv(65536)

    assert heard.startswith(b"HTTP/1.1 413")


def test_garbage_instead_of_http_is_answered_and_closed(room: Room) -> None:
    with plug(room) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")

        assert until_cut(connection).startswith(b"HTTP/1.1 400")


def test_whoever_writes_to_a_phone_that_does_not_read_waits_until_it_does() -> None:
    async def story() -> None:
        flow = LeanFlow(asyncio.Transport())
        await flow.drain()  # nobody has to wait yet
        flow.pause_writing()
        writing = asyncio.ensure_future(flow.drain())
        await asyncio.sleep(0)
        assert not writing.done()
        flow.resume_writing()
        await writing

    run_apart(story)
