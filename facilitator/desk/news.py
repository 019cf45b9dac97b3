"""What the desk tells after each commit."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.convening.facts import Fact
from facilitator.convening.records import Records


@dataclass(frozen=True, slots=True)
class News:
    """How things stand now. `records` is everything, for the console; `room` is what the room may see.

    `facts` are those of this commit; `seated` are (device, person) pairs; `sealed` the people whose own sealed
    ballot changed. `seq` is where the log stands.
    """

    records: Records
    room: Records
    seq: int
    facts: tuple[Fact, ...] = ()
    seated: tuple[tuple[str, str], ...] = ()
    sealed: tuple[str, ...] = ()
