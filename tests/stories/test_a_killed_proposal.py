"""A proposal in a room that is killed: whatever was answered or said is there, and counts once."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from facilitator.activities.scale.rules.reservations import reservations
from facilitator.activities.scale.rules.support import (
    SetRule,
    spread,
)
from facilitator.app import house
from facilitator.convening.ballots import (
    CloseRound,
    OpenRound,
    RevealRound,
    Round,
    Turnout,
)
from facilitator.convening.clock import StartBlock
from facilitator.convening.gathering import GoLive
from facilitator.convening.ids import BlockId, RoundId
from facilitator.convening.people import Person
from facilitator.rehearsal.phone import Phone as Walker
from facilitator.rehearsal.phone import Said
from tests.ports import own_port

POINTS = tuple("12345678")
PHONES = 5


def ready_to_serve(folder: Path) -> tuple[str, BlockId, RoundId]:
    """The sample, live and in the middle of its proposal."""
    workspace = house.open_workspace(folder)
    room, ids = house.begin_room_of_sample(workspace)
    block = ids.blocks["agreement"]
    room.tell(GoLive())
    room.tell(StartBlock(block))
    room.tell(SetRule(3), activity=block)
    round_ = RoundId(f"{room.tell(OpenRound(POINTS), activity=block)}.1")
    stream = room.desk.stream
    room.close()
    workspace.close()
    return stream, block, round_


async def talk(url: str, round_: RoundId, told: list[list[Said]], enough: asyncio.Event, turn: int) -> None:
    """Let everybody answer, and change their mind again and again; every fifth time they say what holds them back."""

    async def go_on(number: int) -> None:
        phone = Walker(url)
        await phone.enter()
        assert (await phone.say("room", "join", {"name": f"P{turn}-{number}"})).status == 200
        for count in range(1, 1000):
            form = {"round": round_, "number": count, "choice": [POINTS[(count + number) % 8]]}
            told[number].append(await phone.say("scale", "cast_ballot", form))
            if count % 5 == 0:
                doubt = {"round": round_, "text": f"doubt {turn} {number} {count}"}
                told[number].append(await phone.say("scale", "send_reservation", doubt))
            if all(len(said) >= 6 for said in told):
                enough.set()

    await asyncio.gather(*(go_on(number) for number in range(PHONES)))


def kill_in_the_middle(
    folder: Path, stream: str, round_: RoundId, chance: random.Random, turn: int
) -> list[list[Said]]:
    """Serve the room, let it answer, kill it at a random moment; give what was acknowledged to each phone."""
    serve = ("serve", "--convening", stream, "--block", "scale", "--port", str(own_port()))
    process = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--data", str(folder), *serve], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = json.loads(process.stdout.readline())
    told: list[list[Said]] = [[] for _ in range(PHONES)]

    async def go() -> None:
        enough = asyncio.Event()
        url = f"http://127.0.0.1:{said['port']}/j/{said['code']}"
        talking = asyncio.create_task(talk(url, round_, told, enough, turn))
        waiting = asyncio.create_task(enough.wait())
        await asyncio.wait((talking, waiting), return_when=asyncio.FIRST_COMPLETED)
        assert enough.is_set(), talking.exception()
        await asyncio.sleep(chance.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)

    asyncio.run(go())
    process.wait()
    process.stdout.close()
    return told


def test_a_room_that_is_killed_in_the_middle_of_a_round_keeps_every_answer(data_folder: Path) -> None:
    """Fault 1. Killed twice while people answer: each answer that was acknowledged counts, or a newer one of theirs."""
    chance = random.Random(5)
    stream, block, round_ = ready_to_serve(data_folder)
    told: dict[str, list[Said]] = {}
    for turn in range(2):
        for number, said in enumerate(kill_in_the_middle(data_folder, stream, round_, chance, turn)):
            told[f"P{turn}-{number}"] = said

    workspace = house.open_workspace(data_folder)
    room = house.Room(workspace, stream)
    records = room.desk.news.records
    assert {said.status for each in told.values() for said in each} == {200}
    assert records[Turnout][round_].ballots == len(told)
    last: Counter[str] = Counter()
    for name, each in told.items():
        (person,) = [one.id for one in records[Person].values() if one.name == name]
        number, choice = room.desk.ballot_of(round_, person).result(20)
        newest = [said for said in each if said.wish == "cast_ballot"][-1].form
        assert number in (newest["number"], newest["number"] + 1)
        assert number != newest["number"] or list(choice) == newest["choice"]
        last.update(choice)
    doubts = {said.form["text"] for each in told.values() for said in each if said.wish == "send_reservation"}
    assert doubts <= {card.text for _, card in reservations(records, block)}

    room.tell(CloseRound(round_), activity=block)
    room.tell(RevealRound(round_), activity=block)

    records = room.desk.news.records
    assert {point: count for point, count in spread(records, records[Round][round_]).items() if count} == dict(last)
    room.close()
    workspace.close()
