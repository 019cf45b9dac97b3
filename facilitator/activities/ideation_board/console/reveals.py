"""How what waits is shown to the room, and how one walks from idea to idea."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reveals:
    """The ways to show the room what waits, each asked for twice; and the idea that one walks to from the large one."""

    all: Callable[[], object]
    shuffled: Callable[[], object]
    author: Callable[[str], object]
    walk: Callable[[int, str], str]
