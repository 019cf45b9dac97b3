"""The gate between phones and desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from facilitator.activities import discover
from facilitator.convening.room import room_kinds
from facilitator.phones.gate import Answer, Gate
from facilitator.phones.mirror import Mirror
from facilitator.phones.presence import MOOD_SECONDS, Presence
from facilitator.phones.streams import Stream
from tests.phones.loop import run_apart
from tests.phones.test_mirror import HEAD
from tests.phones.test_presence import Clock
from tests.phones.test_streams import Wire
from tests.phones.test_wishes import room

WISH = {"id": "w", "activity": "room", "wish": "join", "with": {}}


def told(
    story: Callable[[Gate, list[Mapping[str, Any]]], Coroutine[Any, Any, None]], presence: Presence | None = None
) -> None:
    async def run() -> None:
        said: list[Mapping[str, Any]] = []
        gate = Gate(Mirror(room_kinds(room().kinds), discover()), said.append, presence)
        gate.hear({**HEAD, "t": "start", "seq": 1, "changes": []})
        try:
            await story(gate, said)
        finally:
            gate.stop()

    run_apart(run)


def test_the_same_wish_twice_goes_up_once_and_both_are_answered() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        asked = [asyncio.ensure_future(gate.ask("device", WISH)) for _ in range(2)]
        await asyncio.sleep(0)
        gate.hear({"t": "ack", "id": "w", "device": "device", "status": 200, "body": {"seq": 5}})

        assert await asyncio.gather(*asked) == [Answer(200, {"seq": 5})] * 2
        assert [line["t"] for line in said] == ["wish"]

    told(story)


def test_another_device_with_the_same_id_hears_nothing_of_it() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        thief = asyncio.ensure_future(gate.ask("thief", WISH))
        await asyncio.sleep(0)
        gate.hear({"t": "ack", "id": "w", "device": "device", "status": 200, "body": {"seq": 5}})
        await asyncio.sleep(0)

        assert not thief.done()
        thief.cancel()

    told(story)


def test_a_new_seat_is_told_to_the_open_page_of_its_device() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        wire = Wire()
        gate.enter(Stream(wire, "new", ""), 0, "")
        gate.hear({"t": "mine", "seq": 2, "person": "wambui", "mine": {"name": "Wambui"}})
        gate.hear({"t": "device", "sha": "new", "person": "wambui"})

        assert b'"person":""' in wire.frames[1]
        assert b'"name":"Wambui"' in wire.frames[-1]
        assert gate.seat_of("new") == "wambui"

    told(story)


def test_a_line_that_cannot_be_read_is_dropped() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        for line in ({"t": "room"}, {"t": "nonsense"}, {}, {"t": "ack"}):
            gate.hear(line)
        gate.hear({"t": "ping", "now_ms": 1, "boot_ms": 1})

        assert said == [{"t": "pong"}]

    told(story)


def test_a_page_loaded_again_within_a_moment_is_told_as_come() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        first, second = Stream(Wire(), "phone", "wambui"), Stream(Wire(), "phone", "wambui")
        gate.enter(first, 0, "")
        await presence_told(said, 1)
        gate.leave(first)
        gate.enter(second, 0, "")
        await presence_told(said, 2)

        told_twice = [line for line in said if line["t"] == "presence"]
        assert [line["connected"] for line in told_twice] == [{"wambui": 1}] * 2
        assert [line["came"] for line in told_twice] == [["wambui"]] * 2

    told(story)


async def presence_told(said: list[Mapping[str, Any]], count: int) -> None:
    async with asyncio.timeout(10):
        while sum(line["t"] == "presence" for line in said) < count:  # noqa: ASYNC110 - the gate tells by a timer
            await asyncio.sleep(0.02)


def test_a_gate_that_closes_lets_nobody_wait() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        before = asyncio.ensure_future(gate.ask("device", WISH))
        await asyncio.sleep(0)
        gate.stop()
        said.clear()

        after = await asyncio.wait_for(gate.ask("device", {**WISH, "id": "late"}), 1)

        assert await before == after == Answer(503, {"refusal": "desk.silent"})
        assert said == []

    told(story)


def test_a_wish_said_again_while_its_answer_is_on_the_way_is_answered_too() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        ack = {"t": "ack", "id": "w", "device": "device", "status": 200, "body": {"seq": 5}}
        first = asyncio.ensure_future(gate.ask("device", WISH))
        await asyncio.sleep(0)
        gate.hear(ack)

        again = asyncio.ensure_future(gate.ask("device", WISH))
        await asyncio.sleep(0)
        assert [line["t"] for line in said] == ["wish", "wish"]
        gate.hear(ack)

        assert list(await asyncio.gather(first, again)) == [Answer(200, {"seq": 5})] * 2

    told(story)


def test_a_mood_lowers_itself_on_its_phone_too() -> None:
    clock = Clock()
    presence = Presence(clock)

    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        wire = Wire()
        gate.enter(Stream(wire, "sha", "amina"), 0, "")
        presence.feel("amina", "lost")
        clock.now = MOOD_SECONDS - 0.05
        gate.show_presence("amina")
        assert b'"mood":"lost"' in wire.frames[-1]

        clock.now = MOOD_SECONDS
        await presence_told(said, 1)

        assert b'"mood":""' in wire.frames[-1]

    told(story, presence)


def test_a_room_says_that_it_is_full_once_its_last_seat_is_taken() -> None:
    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        gate.carries = 2
        before = gate.is_full()
        gate.hear({"t": "device", "sha": "second phone", "person": "amina"})
        second_phone = gate.is_full()
        gate.hear({"t": "device", "sha": "new", "person": "tomas"})

        assert (before, second_phone, gate.is_full()) == (False, False, True)

    told(story)


def test_a_seat_that_is_moved_keeps_its_place_in_the_queue_and_one_that_is_taken_away_leaves_it() -> None:
    """Fault 30. The facilitator calls nobody whose seat is gone, and nobody waits behind a hand that no phone lowers."""

    async def story(gate: Gate, said: list[Mapping[str, Any]]) -> None:
        wire = Wire()
        for sha, person in (("a", "twice"), ("a2", "twice"), ("b", "tomas"), ("c", "wei")):
            gate.hear({"t": "device", "sha": sha, "person": person})
        gate.enter(Stream(wire, "c", "wei"), 0, "")
        for person in ("twice", "tomas", "wei"):
            gate.presence.raise_hand(person)
        gate.presence.finish("twice")
        gate.presence.feel("twice", "lost")

        gate.hear({"t": "device", "sha": "a", "person": "amina"})
        assert gate.presence.said()["hands"] == ["twice", "tomas", "wei"]
        gate.hear({"t": "device", "sha": "a2", "person": "amina"})
        assert gate.presence.said()["hands"] == ["amina", "tomas", "wei"]
        assert gate.presence.of("amina") == {"hand": 1, "mood": "lost", "is_done": True}
        assert gate.presence.of("twice") == {"hand": 0, "mood": "", "is_done": False}

        gate.hear({"t": "device", "sha": "b", "person": ""})
        assert gate.presence.said()["hands"] == ["amina", "wei"]
        assert b'"hand":2' in wire.frames[-1]

    told(story)
