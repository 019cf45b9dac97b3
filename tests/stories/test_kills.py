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
from pathlib import Path
from typing import Any

import pytest

from facilitator.rehearsal.phone import Lost, Phone, Said

PHONES = 4
MOST_SECONDS_TO_OPEN = 30.0


def start(folder: Path) -> tuple[subprocess.Popen[str], dict[str, Any]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data", str(folder), "serve", "--sample", "--block", "ideation_board"],
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


async def talk(said: dict[str, Any], told: list[Said], enough: asyncio.Event) -> None:
    """Let a few phones say ideas until the room is gone; `enough` is set after five."""
    phones = [Phone(f"http://127.0.0.1:{said['port']}/j/{said['code']}") for _ in range(PHONES)]

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


def kill_in_mid_sentence(folder: Path, chance: random.Random, *, gateway_first: bool) -> dict[str, str]:
    process, said = start(folder)
    told: list[Said] = []

    async def room_and_blow() -> None:
        enough = asyncio.Event()
        talking = asyncio.create_task(talk(said, told, enough))
        await enough.wait()
        await asyncio.sleep(chance.uniform(0, 0.25))
        if gateway_first:
            for child in children(process.pid):
                child.send_signal(signal.SIGKILL)
        process.send_signal(signal.SIGKILL)
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)

    asyncio.run(room_and_blow())
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
    return {f"{one.id}.1": one.form["text"] for one in told if one.status == 200}


def children(pid: int) -> list[Any]:
    import psutil

    return list(psutil.Process(pid).children())


@pytest.mark.parametrize("kills", [pytest.param(20), pytest.param(200, marks=pytest.mark.long)])
@pytest.mark.timeout(1800)
def test_a_killed_room_has_lost_nothing_that_was_acknowledged(data_folder: Path, kills: int) -> None:
    chance = random.Random(7)
    acknowledged: dict[str, str] = {}

    for turn in range(kills):
        acknowledged |= kill_in_mid_sentence(data_folder, chance, gateway_first=turn % 2 == 1)

        cards = folded(data_folder)
        lost = {key: text for key, text in acknowledged.items() if cards.get(key) != text}
        assert not lost
    assert len(acknowledged) >= 5 * kills


def test_a_killed_gateway_is_back_on_the_same_port_and_phones_go_on(data_folder: Path) -> None:
    process, said = start(data_folder)
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


def test_a_wish_that_nobody_hears_counts_as_lost_and_not_as_said() -> None:
    phone = Phone("http://127.0.0.1:9/j/NOBODY00")

    async def wait_a_little() -> None:
        await asyncio.wait_for(phone.say("room", "join", {}), 0.5)

    began = time.monotonic()
    with pytest.raises((TimeoutError, Lost)):
        asyncio.run(wait_a_little())
    assert time.monotonic() - began < 30
