"""The house put together: the sample opens once, its seats and its name as a file stay."""

from __future__ import annotations

import asyncio
from pathlib import Path

from facilitator.app import house
from facilitator.convening.gathering import the_convening
from facilitator.rehearsal.phone import Phone
from facilitator.store import kept


def test_the_sample_is_told_once(data_folder: Path) -> None:
    streams = []
    for _ in range(2):
        workspace = house.open_workspace(data_folder)
        room = house.open_sample(workspace)
        streams.append((room.desk.stream, room.desk.news.seq))
        room.close()
        workspace.close()

    assert streams[0] == streams[1]


def test_every_refusal_of_every_activity_has_its_sentence() -> None:
    assert set(house.refusal_sentences()) >= {"board.not_collecting", "vote.is_open", "wicked.half_missing"}


def test_a_phone_keeps_its_seat_when_the_room_opens_again(data_folder: Path) -> None:
    async def come(url: str, cookie: str) -> tuple[str, dict[str, object]]:
        phone = Phone(url, cookie=cookie)
        if not cookie:
            await phone.enter()
            await phone.say("room", "join", {"name": "Amina"})
            await phone.leave()
            return phone.cookie, {}
        said = await phone.say("room", "join", {"name": "Amina"})
        return phone.cookie, dict(said.body)

    cookie, answer = "", dict[str, object]()
    for _ in range(2):
        workspace = house.open_workspace(data_folder)
        room = house.open_sample(workspace)
        bridge = room.open_doors(house.Doors(ports=(0,), more_hosts=("127.0.0.1",)))
        url = f"http://127.0.0.1:{bridge.port}/j/{the_convening(room.desk.news.records).code}"
        cookie, answer = asyncio.run(come(url, cookie))
        room.close()
        workspace.close()

    assert answer["refusal"] == "person.seated_already"


def test_a_sample_that_is_not_there_any_more_is_told_anew(data_folder: Path) -> None:
    workspace = house.open_workspace(data_folder)
    kept.set_setting(workspace.connection, house.SAMPLE, "nobody knows this one")
    assert house.sample_of(workspace) == ""

    room = house.open_sample(workspace)

    assert the_convening(room.desk.news.records).title == "Clean Water by 2035"
    assert room.desk.errand(house.sample_of).result() == room.desk.stream
    room.close()
    workspace.close()
