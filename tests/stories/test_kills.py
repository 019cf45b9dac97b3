"""Whatever was acknowledged to a phone is there after the room was killed, and the room opens again."""

from __future__ import annotations

import asyncio
import json
import random
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from facilitator.rehearsal.phone import Lost, Phone, Said
from tests.ports import own_port
from tests.stories.started import Started

PHONES = 4
MOST_SECONDS_TO_OPEN = 30.0


def start(folder: Path, port: int) -> tuple[subprocess.Popen[str], dict[str, Any]]:
    serve = ("serve", "--sample", "--block", "ideation_board", "--port", str(port))
    process = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *serve],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], MOST_SECONDS_TO_OPEN)
    assert ready, "the room did not open"
    return process, json.loads(process.stdout.readline())


def folded(folder: Path) -> dict[str, str]:
    """The oracle: read the log's JSON, fold it by hand, and give what the cards say; the tables must say the same."""
    connection = sqlite3.connect(folder / "workspace.db")
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for (body,) in connection.execute("select body from fact order by hlc, origin"):
        for change in json.loads(body)["changes"]:
            rows.setdefault((change["t"], change["id"]), {}).update(change["set"])
    cards = {key: row["text"] for (table, key), row in rows.items() if table == "card" and not row["gone"]}
    assert cards == dict(connection.execute("select id, text from card where here and not gone"))
    connection.close()
    return cards


async def talk(url: str, told: list[Said], enough: asyncio.Event) -> None:
    """Let a few phones say ideas until the room is gone; `enough` is set after five."""
    phones = [Phone(url) for _ in range(PHONES)]

    async def go_on(phone: Phone) -> None:
        for number in range(1000):
            one = await phone.say("ideation_board", "add_idea", {"text": f"idea {number}"})
            told.append(one)
            if len(told) >= 5:
                enough.set()

    for phone in phones:
        await phone.enter()
        await phone.say("room", "join", {"name": ""})
    talking = [asyncio.create_task(go_on(phone)) for phone in phones]
    await asyncio.gather(*talking)


def kill_in_mid_sentence(folder: Path, port: int, chance: random.Random, *, gateway_first: bool) -> dict[str, str]:
    process, said = start(folder, port)
    told: list[Said] = []

    def blow() -> None:
        if gateway_first:
            for child in children(process.pid):
                child.send_signal(signal.SIGKILL)
        process.send_signal(signal.SIGKILL)

    asyncio.run(talk_until(f"http://127.0.0.1:{said['port']}/j/{said['code']}", told, chance, blow))
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    return acknowledged_of(told)


async def talk_until(url: str, told: list[Said], chance: random.Random, blow: Callable[[], None]) -> None:
    """Let phones talk, and strike at a random moment after five ideas were acknowledged."""
    enough = asyncio.Event()
    talking = asyncio.create_task(talk(url, told, enough))
    waiting = asyncio.create_task(enough.wait())
    await asyncio.wait((talking, waiting), return_when=asyncio.FIRST_COMPLETED)
    assert enough.is_set(), talking.exception()
    await asyncio.sleep(chance.uniform(0, 0.25))
    blow()
    talking.cancel()
    await asyncio.gather(talking, return_exceptions=True)


def acknowledged_of(told: list[Said]) -> dict[str, str]:
    """What was promised to be kept: the cards' ids and what they say."""
    return {f"{one.id}.1": one.form["text"] for one in told if one.status == 200}


def children(pid: int) -> list[Any]:
    import psutil

    return list(psutil.Process(pid).children())


@pytest.mark.parametrize(
    "kills", [pytest.param(4), pytest.param(20, marks=pytest.mark.long), pytest.param(200, marks=pytest.mark.long)]
)
@pytest.mark.timeout(1800)
def test_a_killed_room_has_lost_nothing_that_was_acknowledged(data_folder: Path, kills: int) -> None:
    chance, port = random.Random(7), own_port()
    acknowledged: dict[str, str] = {}

    for turn in range(kills):
        acknowledged |= kill_in_mid_sentence(data_folder, port, chance, gateway_first=turn % 2 == 1)

        cards = folded(data_folder)
        lost = {key: text for key, text in acknowledged.items() if cards.get(key) != text}
        assert not lost
    assert len(acknowledged) >= 5 * kills


def test_a_killed_gateway_is_back_on_the_same_port_and_phones_go_on(data_folder: Path) -> None:
    process, said = start(data_folder, own_port())
    try:

        async def go() -> Said:
            phone = Phone(f"http://127.0.0.1:{said['port']}/j/{said['code']}")
            await phone.enter()
            await phone.say("room", "join", {"name": "Amina"})
            for child in children(process.pid):
                child.send_signal(signal.SIGKILL)
            try:
                return await phone.say("ideation_board", "add_idea", {"text": "said while nobody listened"})
            finally:
                await phone.leave()

        answered = asyncio.run(go())
    finally:
        process.send_signal(signal.SIGTERM)
        status = process.wait(20)
        assert process.stdout is not None
        process.stdout.close()

    assert answered.status == 200
    assert f"{answered.id}.1" in folded(data_folder)
    assert status == 0


def lead_the_sample(folder: Path) -> None:
    """Make a convening that is live with its idea board running."""
    process, _ = start(folder, own_port())  # the app comes back to it
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert process.stdout is not None
    process.stdout.close()


def usable(app: Started) -> tuple[str, float]:
    """Wait until the console is painted and a phone has an answer of the desk; give the join address, and how long."""
    app.until_painted("Live")
    url = app.join_url()

    async def come_in() -> Said:
        phone = Phone(url)
        await phone.enter()
        try:
            return await phone.say("room", "join", {"name": ""})
        finally:
            await phone.leave()

    assert asyncio.run(come_in()).status == 200
    return url, time.monotonic() - app.began


class Blow(Enum):
    """What is killed."""

    APP = "app"
    GATEWAY = "gateway, and later the app"
    BOTH = "gateway and app"


def kill_the_app(folder: Path, chance: random.Random, blow: Blow) -> tuple[dict[str, str], float]:
    """Start the app, let phones talk and kill it; give what was acknowledged, and how long the start took."""
    told: list[Said] = []
    with Started(folder, "--sample") as app:
        url, seconds = usable(app)

        def strike() -> None:
            gateway = app.gateway()
            assert gateway is not None
            if blow is not Blow.APP:
                gateway.kill()
            if blow is not Blow.GATEWAY:
                app.process.kill()

        asyncio.run(talk_until(url, told, chance, strike))
        if blow is Blow.GATEWAY:
            # Another gateway comes up by itself, on the same port, and what is said to it counts as well.
            app.until_open(url)
            asyncio.run(talk_until(url, told, chance, app.process.kill))
        assert app.ended()[0] == -signal.SIGKILL
    return acknowledged_of(told), seconds


@pytest.mark.parametrize("kills", [pytest.param(2), pytest.param(200, marks=pytest.mark.long)])
@pytest.mark.timeout(3600)
def test_a_killed_app_with_windows_has_lost_nothing_and_is_usable_again(
    data_folder: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    """Fault 1. The app is killed in the middle of a board, its gateway too: what was acknowledged is there again."""
    lead_the_sample(data_folder)
    chance, acknowledged, starts = random.Random(11), dict[str, str](), list[float]()

    for turn in range(kills):
        said, seconds = kill_the_app(data_folder, chance, list(Blow)[turn % 3])
        acknowledged |= said
        starts.append(seconds)

        cards = folded(data_folder)
        assert not {key: text for key, text in acknowledged.items() if cards.get(key) != text}
    with Started(data_folder, "--sample") as app:
        starts.append(usable(app)[1])

        assert app.end() == (0, "")
    assert len(acknowledged) >= 5 * kills
    record_property("usable_after_a_kill_seconds", [round(seconds, 2) for seconds in starts[1:]])
    print(f"usable after a kill: worst {max(starts[1:]):.2f} s of {len(starts[1:])}")
    if kills >= 200:
        # The figure of the issue; measured only in the night, when nothing else runs.
        assert max(starts[1:]) <= 3.0


def test_a_wish_that_nobody_hears_counts_as_lost_and_not_as_said() -> None:
    phone = Phone("http://127.0.0.1:9/j/NOBODY00")

    async def wait_a_little() -> None:
        await asyncio.wait_for(phone.say("room", "join", {}), 0.5)

    began = time.monotonic()
    with pytest.raises((TimeoutError, Lost)):
        asyncio.run(wait_a_little())
    assert time.monotonic() - began < 30
