"""The gateway's mirror of the room: what came down the pipe, and the page that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.activities import Activity
from facilitator.convening.gathering import Convening
from facilitator.convening.records import Records
from facilitator.convening.wire import put_lines
from facilitator.convening.words import Record
from facilitator.phones.live import live_activity, live_block, live_clock, public
from facilitator.phones.room_time import RoomTime, clock_of


class Mirror:
    """Holds the room's records, the seats of devices and what each person may know of their own. It holds no truth."""

    def __init__(self, kinds: Mapping[str, type[Record[Any]]], activities: Mapping[str, Activity]) -> None:
        """Mirror these kinds of records, empty until the first line."""
        self._activities = activities
        self._empty = Records(kinds)
        self.records = self._empty
        self.time = RoomTime()
        self.epoch, self.code, self.seq = "", "", 0
        self.hosts: frozenset[str] = frozenset()
        self.ways: tuple[str, ...] = ()
        self.seats: dict[str, str] = {}
        self.mine: dict[str, Mapping[str, Any]] = {}

    def start(self, line: Mapping[str, Any]) -> None:
        """Take everything anew."""
        working = self._empty.edit()
        put_lines(working, line["changes"])
        self.records = working.publish()
        self.epoch, self.code, self.seq = line["epoch"], line["code"], line["seq"]
        self.reach(line)
        self.seats = dict(line["devices"])
        self.mine = dict(line["mine"])
        self.time.hear(line["now_ms"], line["boot_ms"])

    def room(self, line: Mapping[str, Any]) -> None:
        """Take changes of the room over."""
        working = self.records.edit()
        put_lines(working, line["changes"])
        self.records = working.publish()
        self.time.hear(line["now_ms"], line["boot_ms"])
        self.seq = max(self.seq, line["seq"])
        for convening in self.records[Convening].values():
            self.code = convening.code or self.code

    def reach(self, line: Mapping[str, Any]) -> None:
        """Take over by which names phones may ask for this laptop, and which of them to try when one is silent."""
        self.hosts = frozenset(line["hosts"])
        self.ways = tuple(line.get("ways", ()))

    def own(self, person: str, mine: Mapping[str, Any]) -> None:
        """Remember what a person may know of their own; nothing of somebody who is not here any more."""
        if mine:
            self.mine[person] = mine
        else:
            self.mine.pop(person, None)

    def seat(self, device: str, person: str) -> None:
        """Remember whose device it is; "" means nobody's any more."""
        if person:
            self.seats[device] = person
        else:
            self.seats.pop(device, None)

    def activity(self) -> str:
        """Name the activity phones show."""
        return live_activity(self.records, self._activities)

    def block(self) -> str:
        """Name the live block, "" between blocks."""
        block = live_block(self.records)
        return block.id if block is not None else ""

    def public(self) -> dict[str, Any]:
        """Say what all phones may know."""
        return public(self.records, self._activities)

    def most(self) -> int:
        """Say how many people may take a seat by phone, 0 where the facilitator has said nothing."""
        return next((convening.phones for convening in self.records[Convening].values()), 0)

    def clock(self) -> dict[str, int | bool]:
        """Say the clock of the live block as it is now."""
        return clock_of(live_clock(self.records), self.time.now_ms())

    def clock_marks(self) -> object:
        """Give what the clock depends on: while it stays, a phone counts rightly by itself."""
        return live_clock(self.records)
