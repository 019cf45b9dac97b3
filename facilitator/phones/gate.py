"""The gate between phones and desk: lines from the desk go to the streams, wishes of phones go up and wait there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.phones.mirror import Mirror
from facilitator.phones.patience import PATIENCE, Patience
from facilitator.phones.presence import Presence
from facilitator.phones.streams import Page, Stream, Streams, event

_TELL_SECONDS = 0.25
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a phone is answered: an HTTP status and a body of JSON."""

    status: int
    body: Mapping[str, Any] = field(default_factory=dict)


_SILENT = Answer(503, {"refusal": "desk.silent"})


class Gate:
    """One running gateway: the mirror, the streams, who is present, and who waits for an answer."""

    def __init__(
        self, mirror: Mirror, up: Callable[[Mapping[str, Any]], None], presence: Presence | None = None
    ) -> None:
        """Speak to the desk through `up`. To be made inside the running loop."""
        self.mirror, self.presence = mirror, presence or Presence()
        self.carries = 0
        self.patience = PATIENCE
        self._up = up
        self._loop = asyncio.get_running_loop()
        self.streams = Streams(self._loop, self._page, mirror.clock)
        self._waiting: dict[tuple[str, str], list[asyncio.Future[Answer]]] = {}
        self._telling: asyncio.TimerHandle | None = None
        self._came: list[str] = []
        self._is_over = False
        self._fading: asyncio.TimerHandle | None = None

    def hear(self, line: Mapping[str, Any]) -> None:
        """Take one line of the desk. A line that cannot be read is logged and dropped."""
        try:
            self._hear(line)
        except (KeyError, TypeError, ValueError) as error:
            _log.warning("dropped a line of the desk: %r", error)

    async def ask(self, device: str, wish: Mapping[str, Any]) -> Answer:
        """Send a wish up and wait for its answer: 503 when the desk is silent, so that the phone keeps it."""
        if self._is_over:
            return _SILENT
        waiter: asyncio.Future[Answer] = self._loop.create_future()
        key = (device, str(wish["id"]))
        waiters = self._waiting.setdefault(key, [])
        # Who has an answer but has not woken yet asks nobody any more.
        is_first = all(other.done() for other in waiters)
        waiters.append(waiter)
        if is_first:
            self._up({"t": "wish", "device": device, **wish})
        try:
            return await asyncio.wait_for(waiter, self.patience.answer)
        except TimeoutError:
            return _SILENT
        finally:
            waiters.remove(waiter)
            if not waiters:
                self._waiting.pop(key, None)

    def enter(self, stream: Stream, after: int, epoch: str) -> None:
        """Let a stream in: the page, then what is only its person's."""
        self.streams.open(stream, after, epoch)
        self.presence.come(stream.person)
        if stream.person:
            self._came.append(stream.person)
        stream.write(self._mine(stream.person))
        self.tell_presence()
        if self._is_over:  # who comes through a door that is closing
            stream.transport.abort()

    def leave(self, stream: Stream) -> None:
        """A stream has ended."""
        self.streams.close(stream)
        self.presence.leave(stream.person)
        self.tell_presence()

    def seat_of(self, device: str) -> str:
        """Say who sits at a device, "" when nobody does."""
        return self.mirror.seats.get(device, "")

    @property
    def most(self) -> int:
        """How many people may take a seat by phone: as was said, else what the laptop carries, 0 for all."""
        return self.mirror.most() or self.carries

    def is_full(self) -> bool:
        """Whether every seat is taken."""
        return bool(self.most) and len(set(self.mirror.seats.values())) >= self.most

    def refused(self, device: str) -> None:
        """A posting of a device was too much: whoever does that all the time is named to the facilitator."""
        if self.presence.refuse(self.seat_of(device)):
            self.tell_presence()

    def lower_hand(self, person: str) -> None:
        """A hand goes down, and whoever waited behind it learns that there is one less."""
        self._tell_own(self.presence.lower_hand(person))

    def show_presence(self, person: str) -> None:
        """Somebody showed something: their own phones learn it at once, the others by count."""
        self._tell_own((person,))
        self.streams.changed()
        self.tell_presence()
        self._wait_for_fading()

    def tell_presence(self) -> None:
        """Tell the desk who is here, gathered."""
        if self._telling is None:
            self._telling = self._loop.call_later(_TELL_SECONDS, self._tell_now)

    def stop(self) -> None:
        """Stop every timer, and let everybody go: what has no answer yet is kept by its phone."""
        self._is_over = True
        if self._fading is not None:
            self._fading.cancel()
        for waiter in [waiter for waiters in self._waiting.values() for waiter in waiters if not waiter.done()]:
            waiter.set_result(_SILENT)
        self.streams.stop()
        if self._telling is not None:
            self._telling.cancel()

    def _hear(self, line: Mapping[str, Any]) -> None:
        match line["t"]:
            case "ack":
                self._answer(line)
            case "room":
                self.mirror.room(line)
                self._changed()
            case "mine":
                self.mirror.own(line["person"], line["mine"])
                self._tell_own((line["person"],))
            case "device":
                self._seat(line["sha"], line["person"])
            case "hosts":
                self.mirror.reach(line)
                self.streams.changed()
            case "lower":
                self.lower_hand(line["person"])
                self.show_presence(line["person"])
            case "ping":
                self.mirror.time.hear(line["now_ms"], line["boot_ms"])
                self._up({"t": "pong"})
            case "start":
                self.patience = Patience(**line.get("patience", {}))
                self.carries = line.get("most", 0)
                self.mirror.start(line)
                self.presence.restore(line.get("presence", {}))
                self._changed()
            case unknown:
                raise ValueError(f"unknown line {unknown!r}")

    def _changed(self) -> None:
        self._tell_own(self.presence.enter(self.mirror.block()))
        self.streams.changed()

    def _tell_own(self, people: Iterable[str]) -> None:
        self.streams.tell_people({person: self._mine(person) for person in people})

    def _answer(self, line: Mapping[str, Any]) -> None:
        answer = Answer(line["status"], line["body"])
        for waiter in self._waiting.get((line["device"], line["id"]), ()):
            if not waiter.done():
                waiter.set_result(answer)

    def _seat(self, device: str, person: str) -> None:
        before = self.seat_of(device)
        self.mirror.seat(device, person)
        if before not in ("", person) and before not in self.mirror.seats.values():
            self._tell_own(self.presence.pass_on(before, person))
            self.streams.changed()
        for stream in self.streams.seat(device, person):
            self.presence.leave(before)
            self.presence.come(person)
            if person:
                self._came.append(person)
            stream.write(self._mine(person))
        if self.most:
            self.streams.changed()
        self.tell_presence()

    def _mine(self, person: str) -> bytes:
        own = {**self.mirror.mine.get(person, {}), **self.presence.of(person)} if person else {}
        return event("mine", {"seq": self.mirror.seq, "mine": {"person": person, **own}})

    def _page(self) -> Page:
        mirror = self.mirror
        public = mirror.public()
        public["room"].update(self.presence.counts(), is_full=self.is_full(), ways=mirror.ways, code=mirror.code)
        return Page(mirror.epoch, mirror.seq, mirror.activity(), public, mirror.clock_marks())

    def _fade(self) -> None:
        """A mood lowers itself, on its phone too."""
        self._fading = None
        for person in self.presence.faded():
            self.show_presence(person)
        self._wait_for_fading()

    def _wait_for_fading(self) -> None:
        wait = self.presence.until_fade()
        if self._fading is None and wait is not None and not self._is_over:
            self._fading = self._loop.call_later(max(0.01, wait), self._fade)

    def _tell_now(self) -> None:
        self._telling = None
        came, self._came = self._came, []
        self._up({"t": "presence", "came": came, **self.presence.said()})
