"""The simulated participants: a process of their own that speaks to the room over HTTP, as phones do.

Lines of JSON come in on stdin, one order each, and each is answered by one line on stdout when it is done.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from facilitator.rehearsal.phone import Phone, Said

Order = Mapping[str, Any]

WAIT = 20.0
"""Seconds a phone waits for the page it needs."""

THINKS_AGAIN = 0.3
"""The share of people who change their answer before the close."""


class Participants:
    """Everybody who was invited, each with a phone and a mind of their own."""

    def __init__(self, seed: int) -> None:
        """Let chance be the same for the same seed."""
        self._chance = random.Random(seed)  # noqa: S311 - a rehearsal draws lots, not keys
        self._phones: list[Phone] = []

    async def obey(self, order: Order) -> dict[str, Any]:
        """Do what is asked; tell what was said and answered."""
        acts: dict[str, Callable[[Order], Awaitable[list[Said]]]] = {
            "come": self._come,
            "ideas": self._ideas,
            "truths": self._truths,
            "answers": self._answers,
            "vote": self._vote,
            "agree": self._agree,
            "leave": self._leave,
        }
        said = await acts[order["do"]](order)
        return {"done": order["do"], "said": [_line(one) for one in said]}

    async def _come(self, order: Order) -> list[Said]:
        people: Sequence[Mapping[str, str]] = order["people"]
        self._phones = [Phone(order["url"], order["connect_to"]) for _ in people]
        return list(
            await asyncio.gather(*(self._join(phone, one) for phone, one in zip(self._phones, people, strict=True)))
        )

    async def _join(self, phone: Phone, person: Mapping[str, str]) -> Said:
        await phone.enter()
        return await phone.say("room", "join", {**person, "consents": []})

    async def _ideas(self, order: Order) -> list[Said]:
        texts: Sequence[str] = order["texts"]
        shares = [texts[number :: len(self._phones)] for number in range(len(self._phones))]
        told = await asyncio.gather(
            *(self._tell_ideas(phone, share) for phone, share in zip(self._phones, shares, strict=True))
        )
        return [one for share in told for one in share]

    async def _tell_ideas(self, phone: Phone, texts: Sequence[str]) -> list[Said]:
        await phone.until(lambda phone: phone.page.get("activity") == "ideation_board", WAIT)
        said = []
        for text in texts:
            await asyncio.sleep(self._chance.uniform(0, 0.4))
            said.append(await phone.say("ideation_board", "add_idea", {"text": text}))
        return said

    async def _truths(self, order: Order) -> list[Said]:
        told = []
        for number, (first, second) in enumerate(order["pairs"]):
            phone = self._phones[number % len(self._phones)]
            await phone.until(lambda phone: phone.page.get("activity") == "wicked_questions", WAIT)
            told.append(phone.say("wicked_questions", "send_truths", {"first": first, "second": second}))
        return list(await asyncio.gather(*told))

    async def _answers(self, order: Order) -> list[Said]:
        question: str = order["question"]
        told = []
        for number, text in enumerate(order["texts"]):
            phone = self._phones[number % len(self._phones)]
            await phone.until(lambda phone: _lives_with(phone) == question, WAIT)
            told.append(phone.say("wicked_questions", "send_answer", {"question": question, "text": text}))
        return list(await asyncio.gather(*told))

    async def _vote(self, order: Order) -> list[Said]:
        told = await asyncio.gather(*(self._vote_once(phone, order["round"]) for phone in self._phones))
        return [one for share in told for one in share]

    async def _vote_once(self, phone: Phone, round_: str) -> list[Said]:
        await phone.until(lambda phone: _round_of(phone) == round_, WAIT)
        public = phone.page["public"]
        options = [one["id"] for one in public.get("options") or public["candidates"]]
        quota, cap = public["round"].get("quota", 1), public["round"].get("cap", 1)
        pool = options * cap
        choices = [self._chance.sample(pool, min(quota, len(pool))) for _ in range(self._chance.choice((1, 1, 2)))]
        return await self._cast(phone, round_, choices)

    async def _cast(self, phone: Phone, round_: str, choices: Sequence[Sequence[str]]) -> list[Said]:
        """Give one choice after the other; the last one counts."""
        said = []
        for number, choice in enumerate(choices, start=1):
            await asyncio.sleep(self._chance.uniform(0, 0.3))
            form = {"round": round_, "number": number, "choice": choice}
            said.append(await phone.say(phone.page["activity"], "cast_ballot", form))
        return said

    async def _agree(self, order: Order) -> list[Said]:
        """Let everybody answer a proposal; some think again. A few say what holds them back."""
        points = list(order["points"])
        self._chance.shuffle(points)
        told = await asyncio.gather(
            *(
                self._answer_once(phone, order["round"], points[number % len(points)], points)
                for number, phone in enumerate(self._phones)
            )
        )
        doubts = (
            self._phones[number % len(self._phones)].say(
                "scale", "send_reservation", {"round": order["round"], "text": text}
            )
            for number, text in enumerate(order["reservations"])
        )
        return [*(one for share in told for one in share), *await asyncio.gather(*doubts)]

    async def _answer_once(self, phone: Phone, round_: str, point: str, points: Sequence[str]) -> list[Said]:
        await phone.until(lambda phone: _round_of(phone) == round_, WAIT)
        first = [[self._chance.choice(points)]] if self._chance.random() < THINKS_AGAIN else []
        return await self._cast(phone, round_, [*first, [point]])

    async def _leave(self, _: Order) -> list[Said]:
        await asyncio.gather(*(phone.leave() for phone in self._phones))
        return []


def _round_of(phone: Phone) -> str:
    return str(phone.page.get("public", {}).get("round", {}).get("id", ""))


def _lives_with(phone: Phone) -> str:
    public = phone.page.get("public", {})
    return str(public.get("chosen", {}).get("id", "")) if public.get("step") == "live" else ""


def _line(said: Said) -> dict[str, Any]:
    return {
        "id": said.id,
        "activity": said.activity,
        "wish": said.wish,
        "with": said.form,
        "status": said.status,
        "body": said.body,
        "sent": said.sent,
        "answered": said.answered,
    }


async def _run() -> int:
    loop = asyncio.get_running_loop()
    first = json.loads(await loop.run_in_executor(None, sys.stdin.readline))
    participants = Participants(first["seed"])
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        try:
            answer = await participants.obey(json.loads(line))
        except Exception as error:  # noqa: BLE001 - whoever ordered it hears why it failed
            answer = {"done": "", "failed": repr(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


def main() -> int:
    """Obey until stdin ends."""
    return asyncio.run(_run())
