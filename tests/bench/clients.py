"""Many phones in a process of their own: they join at once, say ideas at a pace, vote at once, and tell the times."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Mapping
from typing import Any

from facilitator.rehearsal.phone import Phone, Said

Order = Mapping[str, Any]


class Clients:
    """The phones of one measurement. Times are milliseconds of the machine's steady clock."""

    def __init__(self) -> None:
        self.phones: list[Phone] = []
        self.first: list[float] = []
        self.heard: list[list[tuple[float, int]]] = []

    async def join(self, order: Order) -> dict[str, Any]:
        """Everybody comes in the same instant: the page, the stream, and a seat."""
        for _ in range(order["phones"]):
            heard: list[tuple[float, int]] = []
            self.heard.append(heard)
            self.phones.append(
                Phone(
                    order["url"],
                    "127.0.0.1",
                    on_page=lambda page, heard=heard: heard.append((time.monotonic() * 1000, page["seq"])),  # type: ignore[misc]
                )
            )
        began = time.monotonic() * 1000
        await asyncio.gather(*(phone.enter() for phone in self.phones))
        await asyncio.gather(*(phone.until(lambda phone: bool(phone.page)) for phone in self.phones))
        pages = [heard[0][0] - began for heard in self.heard]
        said = await asyncio.gather(*(phone.say("room", "join", {"name": ""}) for phone in self.phones))
        return {"pages": pages, "acks": [one.answered - one.sent for one in said], "lost": _lost(said)}

    async def ideas(self, order: Order) -> dict[str, Any]:
        """Some phones say an idea each, at a pace; everybody hears of it."""
        said = []
        for number in range(order["ideas"]):
            phone = self.phones[number % len(self.phones)]
            form = {"text": f"Idea {number} of the measurement"}
            said.append(asyncio.create_task(phone.say("ideation_board", "add_idea", form)))
            await asyncio.sleep(1 / order["a_second"])
        answered = await asyncio.gather(*said)
        await asyncio.sleep(1.0)
        fan = [
            next((at for at, seq in heard if seq >= one.body["seq"]), one.answered + 1000) - one.sent
            for one in answered
            for heard in self.heard
        ]
        return {
            "acks": [one.answered - one.sent for one in answered],
            "sent": {one.id: one.sent for one in answered},
            "fan": fan,
            "deliveries": sum(len(heard) for heard in self.heard),
            "lost": _lost(answered),
        }

    async def vote(self, order: Order) -> dict[str, Any]:
        """Everybody votes in the same instant, and says it again with the same id."""
        for phone in self.phones:
            await phone.until(lambda phone: phone.page["public"].get("round", {}).get("id") == order["round"])
        option = self.phones[0].page["public"]["options"][0]["id"]
        form = {"round": order["round"], "number": 1, "choice": [option, option]}
        began = time.monotonic() * 1000
        said = await asyncio.gather(*(phone.say("dot_vote", "cast_ballot", form) for phone in self.phones))
        last = max(one.answered for one in said) - began
        twice = [(phone, one) for phone, one in zip(self.phones, said, strict=True)][::20]
        again = await asyncio.gather(*(phone.say("dot_vote", "cast_ballot", form, one.id) for phone, one in twice))
        same = all(one.body == first.body for one, (_, first) in zip(again, twice, strict=True))
        return {"last_ack": last, "acks": [one.answered - one.sent for one in said], "lost": _lost(said), "same": same}

    async def leave(self, order: Order) -> dict[str, Any]:
        del order
        await asyncio.gather(*(phone.leave() for phone in self.phones))
        return {}


def _lost(said: list[Said]) -> int:
    return sum(one.status != 200 for one in said)


async def run() -> None:
    loop = asyncio.get_running_loop()
    clients = Clients()
    acts = {"join": clients.join, "ideas": clients.ideas, "vote": clients.vote, "leave": clients.leave}
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        order = json.loads(line)
        print(json.dumps(await acts[order["do"]](order)), flush=True)


if __name__ == "__main__":
    asyncio.run(run())
