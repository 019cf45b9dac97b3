"""A phone without a screen speaks the phones' protocol with the real room."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitator.rehearsal.phone import Lost, Phone
from tests.rehearsal.room import address, served


def test_a_phone_joins_hears_the_page_and_is_answered(data_folder: Path) -> None:
    async def go(url: str) -> tuple[int, int, str, str]:
        phone = Phone(url)
        await phone.enter()
        joined = await phone.say("room", "join", {"name": "Amina"})
        idea = await phone.say("ideation_board", "add_idea", {"text": "Open data"})
        for _ in range(200):
            if phone.page.get("seq", 0) >= idea.body["seq"] and phone.mine.get("name"):
                break
            await asyncio.sleep(0.02)
        await phone.leave()
        return joined.status, idea.status, phone.page["activity"], phone.mine["name"]

    with served(data_folder, "ideation_board") as said:
        told = asyncio.run(go(address(said)))

    assert told == (200, 200, "ideation_board", "Amina")


def test_the_same_wish_gets_the_same_answer(data_folder: Path) -> None:
    async def go(url: str) -> None:
        phone = Phone(url)
        await phone.enter()
        await phone.say("room", "join", {"name": ""})
        first = await phone.say("ideation_board", "add_idea", {"text": "Once"})
        again = await phone.say("ideation_board", "add_idea", {"text": "Once"}, first.id)
        await phone.leave()
        assert (first.status, first.body) == (again.status, again.body)

    with served(data_folder, "ideation_board") as said:
        asyncio.run(go(address(said)))


def test_a_wrong_code_opens_no_door(data_folder: Path) -> None:
    with served(data_folder, "ideation_board") as said, pytest.raises(Lost):
        asyncio.run(Phone(f"http://127.0.0.1:{said['port']}/j/WRONG000").enter())
