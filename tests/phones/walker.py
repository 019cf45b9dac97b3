"""A phone in a process of its own, for networks of their own: it joins, says ideas at a pace, and tells what came."""

from __future__ import annotations

import asyncio
import json
import sys

from facilitator.rehearsal.phone import Phone


async def walk(url: str, ideas: int) -> None:
    """Say so many ideas, five a second, each until it is acknowledged."""
    phone = Phone(url)
    await phone.enter()
    await phone.until(lambda phone: bool(phone.page))
    await phone.say("room", "join", {"name": "Wambui"})
    print("in", flush=True)
    said = []
    for number in range(ideas):
        said.append(asyncio.create_task(phone.say("ideation_board", "add_idea", {"text": f"Idea {number}"})))
        await asyncio.sleep(0.2)
    answered = await asyncio.gather(*said)
    print(json.dumps([one.status for one in answered]), flush=True)
    await phone.leave()


if __name__ == "__main__":
    asyncio.run(walk(sys.argv[1], int(sys.argv[2])))
