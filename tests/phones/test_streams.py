"""The beat at which phones are told."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable, Coroutine
from typing import Any

from facilitator.phones.streams import MOST_PER_DEVICE, SLOW_BYTES, Page, Stream, Streams
from tests.phones.loop import run_apart


class Wire(asyncio.Transport):
    """A connection that remembers what went over it."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[bytes] = []
        self.is_cut = False
        self.unread = 0
        self._wrote = asyncio.Event()

    def write(self, data: Any) -> None:
        self.frames.append(bytes(data))
        self._wrote.set()

    async def until(self, pages: int) -> None:
        """Wait for so many pages."""
        while len(self.pages) < pages:
            await self._wrote.wait()
            self._wrote.clear()

    def abort(self) -> None:
        self.is_cut = True

    def get_write_buffer_size(self) -> int:
        return self.unread

    @property
    def pages(self) -> list[dict[str, Any]]:
        told = [frame for frame in self.frames if b"event: page" in frame]
        return [json.loads(frame.split(b"data: ")[1].split(b"\n\n")[0]) for frame in told]


class Room:
    """A room whose page is what the test says."""

    def __init__(self) -> None:
        self.seq, self.prompt = 1, "first"
        self.composed = 0
        self.streams = Streams(asyncio.get_running_loop(), self.page, lambda: {"left_ms": 0})

    def page(self) -> Page:
        self.composed += 1
        return Page("epoch", self.seq, "plain", {"prompt": self.prompt}, None)

    def enter(self, device: str = "device", after: int = 0, epoch: str = "") -> Wire:
        wire = Wire()
        self.streams.open(Stream(wire, device, "person"), after, epoch)
        return wire

    def say(self, prompt: str) -> None:
        self.seq, self.prompt = self.seq + 1, prompt
        self.streams.changed()


def told(story: Callable[[Room], Coroutine[Any, Any, None]]) -> None:
    """Run a story in a loop of its own."""

    async def run() -> None:
        room = Room()
        try:
            await story(room)
        finally:
            room.streams.stop()

    run_apart(run)


def test_a_phone_is_given_the_page_when_it_comes_unless_it_has_it() -> None:
    async def story(room: Room) -> None:
        assert len(room.enter("new").pages) == 1
        assert room.enter("back", after=1, epoch="epoch").pages == []
        assert len(room.enter("restored", after=1, epoch="another").pages) == 1

    told(story)


def test_the_first_change_goes_at_once_and_the_next_ones_together() -> None:
    async def story(room: Room) -> None:
        loop = asyncio.get_running_loop()
        wire, began = room.enter(), loop.time()
        room.say("second")
        await wire.until(2)
        first = loop.time() - began
        for number in range(20):
            room.say(f"more {number}")
            await asyncio.sleep(0)
        await wire.until(3)

        assert first < 0.05
        assert loop.time() - began >= room.streams.interval
        assert wire.pages[-1]["public"]["prompt"] == "more 19"

    told(story)


def test_all_phones_are_sent_the_same_bytes() -> None:
    async def story(room: Room) -> None:
        wires = [room.enter(f"device {number}") for number in range(50)]
        room.say("second")
        await wires[-1].until(2)

        assert len({wire.frames[-1] for wire in wires}) == 1
        assert room.composed == 2

    told(story)


def test_a_phone_that_does_not_read_is_cut() -> None:
    async def story(room: Room) -> None:
        slow, fast = room.enter("slow"), room.enter("fast")
        slow.unread = SLOW_BYTES + 1
        room.say("second")
        await fast.until(2)

        assert slow.is_cut
        assert not fast.is_cut

    told(story)


def test_one_device_holds_few_streams() -> None:
    async def story(room: Room) -> None:
        wires = [room.enter("one device") for _ in range(MOST_PER_DEVICE + 1)]

        assert wires[0].is_cut
        assert not wires[-1].is_cut

    told(story)


def test_the_state_is_packed_once_for_all() -> None:
    async def story(room: Room) -> None:
        plain, packed = room.streams.state()

        assert gzip.decompress(packed) == plain
        assert json.loads(plain)["public"] == {"prompt": "first"}
        assert room.streams.state()[1] is packed

    told(story)
