"""The streams to all phones: one page framed once for everybody, sent at once, then no faster than the air allows."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

SLOW_BYTES = 262_144
"""A phone that leaves this much unread is cut; it comes back and takes the whole page."""

PING_SECONDS = 10.0
MOST_PER_DEVICE = 4
_GATHER_SECONDS = 0.004  # acknowledgements of the same moment go first, and a burst becomes one frame
_QUIET_SECONDS = 0.25  # how long a change that no phone would show may wait before phones learn its number
_FRESH_SECONDS = 1.0  # a running clock in a framed page is at most this old when a phone is given it


def json_bytes(value: object) -> bytes:
    """Write JSON as it travels: compact, UTF-8, on one line by construction."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def event(name: str, value: object) -> bytes:
    """Frame one server-sent event as one chunk of the stream."""
    said = b"event: %s\ndata: %s\n\n" % (name.encode(), json_bytes(value))
    return b"%x\r\n%s\r\n" % (len(said), said)


@dataclass(frozen=True, slots=True)
class Page:
    """What a phone shows, without its clock: everything that makes one page differ from another."""

    epoch: str
    seq: int
    activity: str
    public: Mapping[str, Any]
    clock_marks: object

    def shows_as(self, other: Page | None) -> bool:
        """Tell whether a phone would look the same with either."""
        return other is not None and (self.epoch, self.activity, self.public, self.clock_marks) == (
            other.epoch,
            other.activity,
            other.public,
            other.clock_marks,
        )


class Stream:
    """One open connection of one device."""

    __slots__ = ("device", "person", "transport")

    def __init__(self, transport: asyncio.Transport, device: str, person: str) -> None:
        """Write to this transport."""
        self.transport, self.device, self.person = transport, device, person

    def write(self, framed: bytes) -> None:
        """Send a frame, or cut a phone that does not read."""
        if self.transport.get_write_buffer_size() > SLOW_BYTES:
            self.transport.abort()
        else:
            self.transport.write(framed)


class Streams:
    """All open streams, and the beat at which they are told."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        compose: Callable[[], Page],
        clock: Callable[[], Mapping[str, Any]],
    ) -> None:
        """Send what `compose` gives, with the clock of the moment."""
        self._loop, self._compose, self._clock = loop, compose, clock
        self._open: dict[str, list[Stream]] = {}
        self._count = 0
        self._due: asyncio.TimerHandle | None = None
        self._page: Page | None = None
        self._frame = self._state = self._packed = b""
        self._framed_at = self._sent_at = -1000.0
        self._pinging = loop.call_later(PING_SECONDS, self._ping)

    def __len__(self) -> int:
        """Count the open streams."""
        return self._count

    @property
    def interval(self) -> float:
        """The shortest time between two frames, in seconds."""
        return 0.25 if self._count > 300 else 0.1

    def changed(self) -> None:
        """Something changed: tell at once if the air has rested, else when it has."""
        if self._due is None:
            rest = self._sent_at + self.interval - self._loop.time()
            self._due = self._loop.call_later(max(_GATHER_SECONDS, rest), self._beat)

    def open(self, stream: Stream, after: int, epoch: str) -> None:
        """Add a stream and give it the page, unless it has it. No await in between: no gap, no duplicate."""
        mine = self._open.setdefault(stream.device, [])
        if len(mine) >= MOST_PER_DEVICE:
            mine[0].transport.abort()
        mine.append(stream)
        self._count += 1
        page = self._current()
        has_it = after == page.seq and epoch == page.epoch
        stream.write(event("ping", {"clock": self._clock()}) if has_it else self._frame)

    def close(self, stream: Stream) -> None:
        """Take a stream away."""
        mine = self._open.get(stream.device, [])
        if stream in mine:
            mine.remove(stream)
            self._count -= 1
        if not mine:
            self._open.pop(stream.device, None)

    def tell_people(self, framed: Mapping[str, bytes]) -> None:
        """Send to people, by person, a frame of their own: to every device of theirs."""
        if not framed:
            return
        for streams in list(self._open.values()):
            if streams and (own := framed.get(streams[0].person)) is not None:
                for stream in list(streams):
                    stream.write(own)

    def seat(self, device: str, person: str) -> tuple[Stream, ...]:
        """Say whose device it is from now on; give its streams."""
        streams = tuple(self._open.get(device, ()))
        for stream in streams:
            stream.person = person
        return streams

    def state(self) -> tuple[bytes, bytes]:
        """Give the page as JSON and packed: made once per frame, not once per phone."""
        self._current()
        if not self._packed:
            self._packed = gzip.compress(self._state, 6, mtime=0)
        return self._state, self._packed

    def stop(self) -> None:
        """Stop the beat and end every stream; the server would wait for them, in vain."""
        self._pinging.cancel()
        for stream in [stream for streams in self._open.values() for stream in streams]:
            stream.transport.abort()
        if self._due is not None:
            self._due.cancel()

    def _current(self) -> Page:
        """Give the page phones were last sent, its clock renewed if it has grown old."""
        if self._page is None:
            self._put(self._compose())
        elif self._loop.time() - self._framed_at > _FRESH_SECONDS:
            self._put(self._page)
        page = self._page
        assert page is not None  # noqa: S101 - _put has just set it
        return page

    def _put(self, page: Page) -> None:
        said = {"epoch": page.epoch, "seq": page.seq, "activity": page.activity, "public": page.public}
        said["clock"] = self._clock()
        self._page, self._state, self._packed = page, json_bytes(said), b""
        self._frame = event("page", said)
        self._framed_at = self._loop.time()

    def _beat(self) -> None:
        self._due = None
        page, now = self._compose(), self._loop.time()
        if page.shows_as(self._page):
            if self._page is not None and page.seq == self._page.seq:
                return
            if now < self._sent_at + _QUIET_SECONDS:
                self._due = self._loop.call_at(self._sent_at + _QUIET_SECONDS, self._beat)
                return
        self._put(page)
        self._sent_at = now
        self._tell_all(self._frame)

    def _ping(self) -> None:
        self._pinging = self._loop.call_later(PING_SECONDS, self._ping)
        self._tell_all(event("ping", {"clock": self._clock()}))

    def _tell_all(self, framed: bytes) -> None:
        for streams in list(self._open.values()):
            for stream in list(streams):
                stream.write(framed)
