"""Participants obey orders, each from a phone of their own."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from facilitator.rehearsal.participants import Participants
from tests.rehearsal.room import address, served


def test_everybody_comes_and_says_a_share_of_the_ideas(data_folder: Path) -> None:
    texts = [f"idea {number}" for number in range(7)]

    async def go(url: str) -> list[str]:
        participants = Participants(1)
        people = [{"name": name} for name in ("Amina", "Tomás", "Priya")]
        came = await participants.obey({"do": "come", "url": url, "connect_to": "127.0.0.1", "people": people})
        told = await participants.obey({"do": "ideas", "texts": texts})
        await participants.obey({"do": "leave"})
        assert [one["status"] for one in came["said"]] == [200, 200, 200]
        assert {one["status"] for one in told["said"]} == {200}
        return [one["with"]["text"] for one in told["said"]]

    with served(data_folder, "ideation_board") as said:
        heard = asyncio.run(go(address(said)))

    assert sorted(heard) == texts


def test_an_unknown_order_is_not_obeyed() -> None:
    with pytest.raises(KeyError):
        asyncio.run(Participants(1).obey({"do": "dance"}))
