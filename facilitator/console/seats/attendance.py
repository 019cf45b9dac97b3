"""What is known of the people in the room just now. It lives in memory and is forgotten with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who is here, and what they show without a word.

    `here` are people whose page is open, `strangers` how many pages are open that nobody has joined from. `seen` says
    when those who went away were seen last (UTC ms). `hands` stand in the order they went up. `moods` are counts.
    `hasty` are people whose phones send more than a person can write ("" for one that has not joined).
    """

    here: frozenset[str] = frozenset()
    strangers: int = 0
    seen: Mapping[str, int] = field(default_factory=dict)
    hands: tuple[str, ...] = ()
    done: frozenset[str] = frozenset()
    moods: Mapping[str, int] = field(default_factory=dict)
    hasty: tuple[str, ...] = ()
