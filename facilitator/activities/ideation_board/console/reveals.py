"""How what waits is shown to the room, and the way one walks through ideas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reveals:
    """The ways to show the room what waits, each asked for twice; and the ideas one walks through from one."""

    all: Callable[[], object]
    shuffled: Callable[[], object]
    author: Callable[[str], object]
    way: Callable[[str, str], Sequence[str]]
