"""What goes wrong with a whole room of phones, and with a laptop that is short of something."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from facilitator.activities.dot_vote.rules import ranking
from facilitator.activities.ideation_board.rules import AddIdeas, ShowArriving
from facilitator.convening.ballots import CloseRound, OpenRound, RevealRound, Round, Turnout
from facilitator.convening.cards import Card
from facilitator.convening.ids import RoundId
from facilitator.convening.people import Person
from facilitator.desk.desk import new_wish_id
from facilitator.phones.child import command
from facilitator.phones.listening import listen
from facilitator.rehearsal.phone import Phone as Walker
from tests.phones.loop import run_apart
from tests.phones.room import CODE, HOST_NAME, Phone, Room
from tests.phones.test_gateway import START, hear, tell

MANY = 600
"""More than anybody has measured from one address: a room behind an access point that translates."""


def crowd(room: Room, count: int) -> list[Walker]:
    url = f"http://{HOST_NAME}:{room.bridge.port}/j/{CODE}"
    return [Walker(url, "127.0.0.1") for _ in range(count)]


async def enter(phones: list[Walker]) -> None:
    await asyncio.gather(*(phone.enter() for phone in phones))
    await asyncio.gather(*(phone.until(lambda phone: bool(phone.page)) for phone in phones))


async def leave(phones: list[Walker]) -> None:
    await asyncio.gather(*(phone.leave() for phone in phones))


@pytest.mark.timeout(120)
def test_six_hundred_phones_from_one_address_return_at_once_and_the_console_goes_on(room: Room) -> None:
    """Fault 32. All streams break in the same instant: everybody is back by themselves, none is refused."""
    room.start("plain", "Pair up")
    phones = crowd(room, MANY)

    async def story() -> None:
        await enter(phones)
        room.wait_for_presence(lambda now: now.connected.get("", 0) == MANY)
        os.kill(room.bridge.gateway_pid, signal.SIGKILL)
        block = await asyncio.to_thread(room.start, "plain", "Pair up again")
        async with asyncio.timeout(10):
            await asyncio.gather(
                *(phone.until(lambda phone: phone.page["public"]["room"]["block"] == block) for phone in phones)
            )
        await leave(phones)

    run_apart(story)


def test_the_same_wish_five_times_at_once_is_one_note(room: Room, phone: Callable[[], Phone]) -> None:
    """Fault 35. One key, five connections at once: one note, and the same answer for each."""
    room.start("ideation_board")
    joined, key = phone().join("Wambui"), new_wish_id()

    with ThreadPoolExecutor(5) as hands:
        asked = [hands.submit(joined.say, "ideation_board", "add_idea", id=key, text="Once") for _ in range(5)]
        replies = [one.result() for one in asked]

    assert {(reply.status, reply.body) for reply in replies} == {(200, replies[0].body)}
    assert [card.text for card in room.records[Card].values()] == ["Once"]


def test_the_same_ballot_five_times_at_once_is_one_dot(room: Room, phone: Callable[[], Phone]) -> None:
    """Fault 35. Retries of one ballot give no second dot, and no number of retries exceeds the quota."""
    joined = phone().join("Wambui")
    round_, cards = vote(room)

    with ThreadPoolExecutor(5) as hands:
        asked = [
            hands.submit(joined.say, "dot_vote", "cast_ballot", round=round_, number=number, choice=[cards[0]])
            for number in (1, 2, 1, 2, 1)
        ]
        statuses = {one.result().status for one in asked}

    assert statuses == {200}
    assert [turnout.dots for turnout in room.records[Turnout].values()] == [1]


@pytest.mark.timeout(120)
def test_five_hundred_votes_in_the_same_second_are_all_counted(room: Room) -> None:
    """Fault 36. Everybody votes at once: every ballot is acknowledged, and the totals are right."""
    phones = crowd(room, 500)

    async def story() -> None:
        await enter(phones)
        await asyncio.gather(*(phone.say("room", "join", {"name": ""}) for phone in phones))
        round_, cards = await asyncio.to_thread(vote, room)
        said = await asyncio.gather(
            *(
                phone.say("dot_vote", "cast_ballot", {"round": round_, "number": 1, "choice": [cards[n % 2]]})
                for n, phone in enumerate(phones)
            )
        )
        assert {one.status for one in said} == {200}
        await leave(phones)

    run_apart(story)

    block = next(round_.block for round_ in room.records[Round].values())
    round_ = next(iter(room.records[Round]))
    room.tell(CloseRound(RoundId(round_)), block)
    room.tell(RevealRound(RoundId(round_)), block)
    standing = ranking(room.records, room.records[Round][RoundId(round_)])
    assert sorted((one.dots, one.voters) for one in standing) == [(250, 250), (250, 250)]


def vote(room: Room) -> tuple[str, tuple[str, ...]]:
    """Open a vote about two ideas; give its round and their cards."""
    board = room.start("ideation_board")
    added = room.tell(AddIdeas(("One", "Two")), board)
    room.tell(ShowArriving(), board)
    block = room.start("dot_vote")
    cards = (f"{added.id}.1", f"{added.id}.2")
    return room.tell(OpenRound(cards, 2, 1), block).id + ".1", cards


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=some.one_of(
    some.binary(max_size=400),
    some.builds(
        lambda line, rest: line + rest,
        some.sampled_from([b"GET / HTTP/1.1\r\n", b"POST /say HTTP/1.1\r\nHost: room.test\r\n", b"GET /events HTTP/1.0\r\n"]),
        some.binary(max_size=200),
    ),
))  # fmt: skip
def test_raw_nonsense_harms_nobody(room: Room, raw: bytes) -> None:
    """Fault 37. Whatever bytes come in, the gateway is the same one afterwards, and an honest phone is served."""
    gateway = room.bridge.gateway_pid

    with socket.create_connection(("127.0.0.1", room.bridge.port), timeout=10) as hostile:
        hostile.sendall(raw)
        hostile.shutdown(socket.SHUT_WR)

    assert Phone(room.bridge.port).ask("GET", "/").status == 200
    assert room.bridge.gateway_pid == gateway


def test_a_gateway_with_few_descriptors_serves_whom_it_can_and_recovers() -> None:
    """Fault 39. 64 descriptors, 120 sockets: it stays alive and quiet, and once they are gone it serves again."""
    few = ["sh", "-c", 'ulimit -n 64 && exec "$@"', "sh", *command((0,))]
    gateway = subprocess.Popen(few, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    tell(gateway, START)
    port = int(str(hear(gateway)["port"]))
    held = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(120)]
    for connection in held:
        connection.close()

    served = Phone(port).ask("GET", "/").status
    _, said = gateway.communicate(timeout=20)

    assert served == 200
    assert gateway.returncode == 0
    assert b"Traceback" not in said


def test_an_occupied_port_is_left_alone_and_the_next_one_is_taken(data_folder: Path) -> None:
    """Fault 39. Another program has the usual port: the doors open on the next one, and the address says so."""
    room = Room(data_folder)
    with listen((0,)) as taken:
        room.bridge = room.on_ports(taken.getsockname()[1], 0)
        room.open()
        try:
            joined = Phone(room.bridge.port).join("Wambui")

            assert room.bridge.port != taken.getsockname()[1]
            assert f":{room.bridge.port}/" in room.bridge.url
            assert [person.name for person in room.records[Person].values() if person.is_here] == ["Wambui"]
            assert joined.ask("GET", "/").status == 200
        finally:
            room.close()
