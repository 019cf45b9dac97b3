"""The clock of a block, as instants: never ticks. Source: practice, rule TM3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from facilitator.convening.ids import BlockId
from facilitator.convening.words import Record, Seen

MINUTE = 60_000
"""A minute in milliseconds."""

LAST_INSTANT = 4_102_444_800_000
"""The year 2100 in UTC ms: no clock of ours runs then, and every laptop can still say its date."""


@dataclass(frozen=True, slots=True)
class Timebox(Record[BlockId]):
    """The clock of a block as instants (UTC ms, 0 = not): never ticks.

    `began` is when it first ran, `ended` when the next took over, `since` when it came on last, and `spent_ms` what
    it had taken before that. The deadline is started + length_ms;
    while paused the time left stands as it was at `paused_at`.
    `leg` is the leg of its steps that somebody went to last ("" for the first), since `leg_since`, for `leg_ms`: the
    legs after it follow by themselves.
    """

    began: int = 0
    ended: int = 0
    since: int = 0
    spent_ms: int = 0
    started: int = 0
    paused_at: int = 0
    length_ms: int = 0
    leg: str = ""
    leg_since: int = 0
    leg_ms: int = 0

    seen: ClassVar[Seen] = Seen.ROOM
    groups: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("started", "paused_at"),
        ("ended", "since", "spent_ms"),
        ("leg", "leg_since", "leg_ms"),
    )
    points_to: ClassVar[Mapping[str, str]] = {"id": "block"}
    bounds: ClassVar[Mapping[str, tuple[int, int]]] = dict.fromkeys(
        ("began", "ended", "since", "started", "paused_at", "leg_since"), (0, LAST_INSTANT)
    ) | dict.fromkeys(("spent_ms", "length_ms", "leg_ms"), (-LAST_INSTANT, LAST_INSTANT))

    def left(self, now: int) -> int:
        """Milliseconds left at `now`; negative in overtime."""
        return self.started + self.length_ms - self.stands_at(now)

    def stands_at(self, now: int) -> int:
        """The instant (UTC ms) at which the clock stands: now while it runs, else when it was held."""
        return self.paused_at or self.ended or now

    @property
    def is_running(self) -> bool:
        """Whether the clock goes."""
        return self.started > 0 and self.paused_at == 0 and self.ended == 0
